"""What the words of a phrase are contracted to."""

import pytest

from newsroom.search.words.contraction import Contraction
from newsroom.text.abbreviations import Abbreviation
from newsroom.text.syllables import phrases

UBND = Abbreviation("UBND", ("Ủy ban nhân dân",))
MTTQ = Abbreviation("MTTQ", ("Mặt trận Tổ quốc",))


def test_the_words_stand_for_the_abbreviation_and_pair_with_what_is_around() -> None:
    contraction = Contraction.of([UBND])
    (phrase,) = phrases("Chủ tịch ủy ban nhân dân phường")
    folds = [token.fold for token in phrase]
    extras = contraction.extras(folds)

    assert [(e.start, e.end, e.token.form) for e in extras] == [(2, 6, "ubnd")]
    assert contraction.pairs(folds, extras) == {("tich", "ubnd"), ("ubnd", "phuong")}


def test_two_contractions_side_by_side_make_a_pair() -> None:
    contraction = Contraction.of([UBND, MTTQ])
    (phrase,) = phrases("ủy ban nhân dân mặt trận tổ quốc")
    folds = [token.fold for token in phrase]

    assert ("ubnd", "mttq") in contraction.pairs(folds, contraction.extras(folds))


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("quý I", ["1"]),
        ("Quý IV năm", ["4"]),
        ("khóa XIII", ["13"]),
        ("quỹ vì", []),
        ("xi măng", []),
    ],
)
def test_roman_numbers_are_numbers_after_the_words_that_number(
    text: str, numbers: list[str]
) -> None:
    (phrase,) = phrases(text)

    extras = Contraction.of([]).extras([token.fold for token in phrase])
    assert [extra.token.fold for extra in extras] == numbers
