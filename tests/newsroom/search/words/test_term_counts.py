"""Words and pairs of texts, counted."""

from collections import Counter

import pytest

from newsroom.search.words.contraction import Contraction
from newsroom.search.words.term_counts import TermCounts
from newsroom.text.abbreviations import Abbreviation
from newsroom.text.syllables import words_of

UBND = Abbreviation("UBND", ("Ủy ban nhân dân",))
MTTQ = Abbreviation("MTTQ", ("Mặt trận Tổ quốc",))
NONE = Contraction.of([])
BOTH = Contraction.of([UBND, MTTQ])


def test_spellings_of_a_word_are_counted_as_one() -> None:
    counted = TermCounts.of(words_of("Hòa, hoà\nHÒA hoa"), NONE)

    assert counted.words == {"hoa `": 3, "hoa ": 1}
    assert counted.length == 4


def test_no_pair_reaches_over_punctuation_or_into_the_next_text() -> None:
    counted = TermCounts.of(words_of("a e. e i | i o\no u\ny"), NONE)

    assert counted.pairs == dict.fromkeys([("a", "e"), ("e", "i"), ("i", "o"), ("o", "u")], 1)


@pytest.mark.parametrize("text", ["", "…"])
def test_what_has_no_words_counts_nothing(text: str) -> None:
    assert TermCounts.of(words_of(text), NONE) == TermCounts(Counter(), Counter(), 0)


def test_contracted_words_are_counted_with_the_others() -> None:
    counted = TermCounts.of(words_of("Ủy ban nhân dân phường. Quý I, ủy ban nhân dân"), BOTH)

    assert (counted.words["ubnd "], counted.words["1 "], counted.words["uy ?"]) == (2, 1, 2)
    assert counted.pairs["ubnd", "phuong"] == counted.pairs["quy", "1"] == 1
    assert counted.length == 11


def test_pair_of_a_contraction_counts_once_in_a_phrase() -> None:
    once = TermCounts.of(words_of("ủy ban nhân dân xã và ủy ban nhân dân xã"), BOTH)
    twice = TermCounts.of(words_of("ủy ban nhân dân xã, ủy ban nhân dân xã"), BOTH)

    assert (once.pairs["ubnd", "xa"], twice.pairs["ubnd", "xa"]) == (1, 2)
