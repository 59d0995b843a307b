"""Legacy encodings and characters that nobody sees: cases/legacy.yml holds tables and texts."""

import unicodedata
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsroom.text.characters import CONTROL, without_controls
from newsroom.text.encoding import legacy_encoding, not_nfc
from newsroom.text.plain import plain

ARTICLES = sorted((Path(__file__).parents[3] / "articles").glob("*/*.md"))


def prose(article: Path) -> str:
    """The running text of an article's file."""
    return plain(article.read_text(encoding="utf-8").split("\n---\n", 1)[1])


@pytest.fixture(scope="module")
def typed_in(load_case: Callable[[str], Any]) -> Callable[[str, str], str]:
    """Text as a legacy encoding would have it."""
    table = load_case("legacy.yml")

    def encode(encoding: str, text: str) -> str:
        letters = dict(zip(table["unicode"].split(), table[encoding].split(), strict=True))
        return "".join(letters.get(char, char) for char in text.lower())

    return encode


@pytest.mark.sample
@pytest.mark.parametrize("encoding", ["TCVN3", "VNI"])
def test_every_sample_article_would_be_recognised_in_a_legacy_encoding(
    encoding: str, typed_in: Callable[[str, str], str]
) -> None:
    assert len(ARTICLES) >= 48
    for article in ARTICLES:
        typed = typed_in(encoding, prose(article))

        assert legacy_encoding(typed) == encoding, article.name


@pytest.mark.parametrize("encoding", ["TCVN3", "VNI"])
def test_single_sentence_in_a_legacy_encoding_is_recognised(
    encoding: str, typed_in: Callable[[str, str], str]
) -> None:
    sentence = "Hội nghị sơ kết quý của phường diễn ra tại hội trường"

    assert legacy_encoding(typed_in(encoding, sentence)) == encoding


@pytest.mark.parametrize("encoding", ["TCVN3", "VNI"])
def test_one_word_in_unicode_hides_no_legacy_encoding(
    encoding: str, typed_in: Callable[[str, str], str]
) -> None:
    typed = typed_in(encoding, "Hội nghị sơ kết quý của phường diễn ra tại hội trường")

    assert legacy_encoding(f"{typed} đây") == encoding


@pytest.mark.sample
def test_no_sample_article_is_suspected() -> None:
    suspected = [a.name for a in ARTICLES if legacy_encoding(a.read_text(encoding="utf-8"))]

    assert suspected == []


def test_right_text_is_not_suspected(load_case: Callable[[str], Any]) -> None:
    for text in load_case("legacy.yml")["right"]:
        assert legacy_encoding(text) is None, text
        assert legacy_encoding(unicodedata.normalize("NFC", text * 20)) is None, text


def test_letters_in_pieces_are_found_with_their_place() -> None:
    pieces = unicodedata.normalize("NFD", "phường")

    assert not_nfc(f"Tin {pieces} ta") == [(4, 4 + len(pieces), "phường")]


def test_composed_text_has_nothing_to_mend() -> None:
    assert not_nfc("Phường Sài Đồng “đẹp” – 100% ✓ 😀") == []


@given(st.text(alphabet=st.sampled_from("aeouăâêôơưdđ \n\u0300\u0301\u0303\u0309\u0323\u0302")))
def test_mending_every_stretch_gives_nfc_and_the_same_letters(text: str) -> None:
    mended = text
    for start, end, right in reversed(not_nfc(text)):
        mended = mended[:start] + right + mended[end:]

    assert not_nfc(mended) == []
    assert unicodedata.normalize("NFC", mended) == unicodedata.normalize("NFC", text)


@given(st.text())
def test_text_without_controls_is_as_long_and_has_none(text: str) -> None:
    shown = without_controls(text)

    assert len(shown) == len(text)
    assert not CONTROL.search(shown)
    assert without_controls("Dòng\u000bdưới\tvà\n") == "Dòng dưới\tvà\n"
