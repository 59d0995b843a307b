"""Folding and slugs: cases/slugs.yml holds the slugs."""

import re
import unicodedata
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from newsroom.text.fold import fold, strip_marks
from newsroom.text.slug import heading_id, slugify

_FILE = Path(__file__).parents[1] / "cases" / "slugs.yml"
SLUGS = yaml.load(_FILE.read_text(encoding="utf-8"), yaml.BaseLoader)  # noqa: S506
VOWELS = {
    "a": "aàáảãạ ăằắẳẵặ âầấẩẫậ",
    "e": "eèéẻẽẹ êềếểễệ",
    "i": "iìíỉĩị",
    "o": "oòóỏõọ ôồốổỗộ ơờớởỡợ",
    "u": "uùúủũụ ưừứửữự",
    "y": "yỳýỷỹỵ",
}
LETTERS = [
    (plain, letter)
    for plain, letters in VOWELS.items()
    for letter in letters
    if not letter.isspace()
]


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_every_tone_of_every_vowel_is_folded(form: str) -> None:
    for plain, letter in LETTERS:
        typed = unicodedata.normalize(form, letter)  # type: ignore[arg-type]

        assert fold(typed) == plain
        assert fold(typed.upper()) == plain
        assert strip_marks(typed.upper()) == plain.upper()


@pytest.mark.parametrize("letter", ["đ", "Đ", "Ð", "ð"])
def test_every_d_with_a_stroke_is_d(letter: str) -> None:
    assert fold(letter) == "d"


@given(st.text(st.characters(min_codepoint=0x300, max_codepoint=0x5FF) | st.sampled_from("aế–")))
def test_exactly_the_marks_of_any_script_are_stripped(text: str) -> None:
    decomposed = unicodedata.normalize("NFD", text)
    letters = [char for char in decomposed if not unicodedata.combining(char)]

    assert list(unicodedata.normalize("NFD", strip_marks(text))) == letters


def test_case_and_spaces_do_not_matter_in_a_fold() -> None:
    assert fold("  Mặt\u00a0Trận \n Tổ Quốc ") == "mat tran to quoc"


def test_stripping_marks_keeps_case_spaces_and_punctuation() -> None:
    assert strip_marks("Lễ hội “Xuân”,  2023!") == "Le hoi “Xuan”,  2023!"


@pytest.mark.parametrize(("title", "slug"), SLUGS.items())
def test_slug_of_a_title(title: str, slug: str) -> None:
    assert slugify(title) == slug
    assert slugify(unicodedata.normalize("NFD", title)) == slug


def test_long_slug_is_cut_between_words() -> None:
    title = "Ủy ban nhân dân phường " * 10

    slug = slugify(title)

    assert len(slug) <= 80
    assert set(slug.split("-")) <= {"uy", "ban", "nhan", "dan", "phuong"}
    assert slug.startswith("uy-ban-nhan-dan-phuong-uy-ban")


def test_slug_that_fits_exactly_keeps_its_last_word() -> None:
    assert slugify("mot hai ba", max_length=7) == "mot-hai"
    assert slugify("mot hai ba", max_length=6) == "mot"


def test_one_endless_word_is_cut_within() -> None:
    assert slugify("a" * 200) == "a" * 80


@given(st.text(max_size=200))
def test_slug_is_ascii_and_a_slug_of_itself(title: str) -> None:
    slug = slugify(title)

    assert re.fullmatch(r"(?:[a-z0-9]+(?:-[a-z0-9]+)*)?", slug)
    assert len(slug) <= 80
    assert slugify(slug) == slug


@given(st.text(max_size=50))
def test_fold_of_a_fold_is_itself(text: str) -> None:
    assert fold(fold(text)) == fold(text)


def test_heading_keeps_the_letter_d_in_its_id() -> None:
    assert heading_id("Đợt đầu", "_") == "dot_dau"
