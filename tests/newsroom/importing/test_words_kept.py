"""Nothing of an article is lost or changed: the words of the source are the words of the file."""

from collections.abc import Callable
from pathlib import Path

import pytest

from newsroom.importing.markup.fidelity import first_difference

CASES = Path(__file__).with_name("cases")
TEXTS = ["so-ket-hoi-phu-nu", "ky-hieu-la", "chi-mot-doan", "so-bat-dau-tu-bay"]
PAGES = ["nukeviet.html", "cong-tu-lam.htm", "bai-trong-the-article.html"]
RENDERERS = [(), ("sane_lists",), ("sane_lists", "footnotes", "md_in_html", "admonition", "abbr"),
             ("def_list", "footnotes", "abbr", "md_in_html")]  # fmt: skip

Words = Callable[..., list[str]]


@pytest.mark.parametrize("extensions", RENDERERS, ids=lambda names: "+".join(names) or "plain")
@pytest.mark.parametrize("case", TEXTS)
def test_words_of_a_copied_text_are_the_words_of_the_article(
    case: str,
    extensions: tuple[str, ...],
    imported: Callable[[str], str],
    words_shown: Words,
    words_of_portal_text: Words,
) -> None:
    source = (CASES / "text" / f"{case}.txt").read_text(encoding="utf-8")

    assert words_shown(imported(f"text/{case}.txt"), *extensions) == words_of_portal_text(source)


@pytest.mark.parametrize("extensions", RENDERERS, ids=lambda names: "+".join(names) or "plain")
@pytest.mark.parametrize("case", PAGES)
def test_words_of_a_saved_page_are_the_words_of_the_article(
    case: str, extensions: tuple[str, ...], imported: Callable[[str], str], words_shown: Words
) -> None:
    expected = (CASES / "page" / case).with_suffix(".words.txt").read_text(encoding="utf-8")

    assert words_shown(imported(f"page/{case}"), *extensions) == expected.split()


def test_first_lost_word_is_named() -> None:
    assert first_difference("<p>một hai ba</p>", "một hai") == "“ba” thành “”"
    assert first_difference("<ol start='3'><li>việc</li></ol>", "1. việc") == "“3.” thành “1.”"
    assert first_difference("<p>một <b>hai</b></p>", "một *hai*") is None
