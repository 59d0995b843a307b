"""Tokens: every tone on every vowel, every đ, both Unicode forms, and where phrases end."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsroom.text.fold import fold
from newsroom.text.syllables import MAX_LENGTH, phrases, syllable

VOWELS = {"a": "aăâ", "e": "eê", "i": "i", "o": "oôơ", "u": "uư", "y": "y"}
TONES = {"": "", "\u0300": "`", "\u0301": "'", "\u0309": "?", "\u0303": "~", "\u0323": "."}
SYLLABLES = [
    (unicodedata.normalize("NFC", vowel + tone), plain, vowel + sign)
    for plain, vowels in VOWELS.items()
    for vowel in vowels
    for tone, sign in TONES.items()
]


@pytest.mark.parametrize("shape", ["NFC", "NFD"])
@pytest.mark.parametrize("change", [str.lower, str.upper])
def test_every_tone_of_every_vowel(shape: str, change: object) -> None:
    for written, plain, form in SYLLABLES:
        typed = unicodedata.normalize(shape, change(f"b{written}n"))  # type: ignore
        ((token,),) = phrases(typed)
        assert token.fold == f"b{plain}n"
        assert token.form == f"b{form.rstrip('`?~.' + chr(39))}n{form[1:]}"


@pytest.mark.parametrize("written", ["đi", "Đi", "ĐI", "Ði", "ði"])
def test_every_d_with_a_stroke(written: str) -> None:
    assert phrases(written) == [[("di", "đi")]]


@pytest.mark.parametrize(
    ("one", "other"),
    [("hòa", "hoà"), ("thúy", "thuý"), ("khỏe", "khoẻ"), ("qúy", "quý"), ("gía", "giá"),
     ("của", "cuả"), ("qùa", "quà"), ("tùy", "tuỳ")],
)  # fmt: skip
def test_the_place_of_a_tone_does_not_matter(one: str, other: str) -> None:
    assert syllable(one) == syllable(other)


@pytest.mark.parametrize(("one", "other"), [("hoa", "hòa"), ("cô", "co"), ("đo", "do")])
def test_different_words_stay_different_forms(one: str, other: str) -> None:
    assert syllable(one).fold == syllable(other).fold
    assert syllable(one).form != syllable(other).form


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Phường họp. Dân bàn", ["phuong hop", "dan ban"]),
        ("dòng một\ndòng hai", ["dong mot", "dong hai"]),
        ("TP. HCM", ["tp hcm"]),
        ("ở Mỹ. Bà", ["o my", "ba"]),
        ("Covid-19, 19/8", ["covid 19", "19 8"]),
        ("2.000.000 đồng", ["2000000 dong"]),
        ("GD&ĐT", ["gd va dt"]),
    ],
)
def test_phrases_end_at_punctuation_between_words(text: str, parts: list[str]) -> None:
    assert [" ".join(token.fold for token in phrase) for phrase in phrases(text)] == parts


def test_a_very_long_word_is_cut() -> None:
    assert phrases("a" * 999) == [[("a" * MAX_LENGTH, "a" * MAX_LENGTH)]]


@given(st.sampled_from([written for written, *_ in SYLLABLES]), st.sampled_from("bcdghklmn"))
def test_the_fold_is_that_of_the_rest_of_the_newsroom(vowel: str, consonant: str) -> None:
    assert syllable(consonant + vowel).fold == fold(consonant + vowel)
