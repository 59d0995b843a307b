"""Words and pairs of texts, counted."""

import os
import subprocess
import sys

import pytest

from newsroom.search.words.contraction import Contraction
from newsroom.search.words.term_counts import TermCounts
from newsroom.text.abbreviations import Abbreviation

UBND = Abbreviation("UBND", ("Ủy ban nhân dân",))
MTTQ = Abbreviation("MTTQ", ("Mặt trận Tổ quốc",))
NONE = Contraction.of([])
BOTH = Contraction.of([UBND, MTTQ])


def test_spellings_of_a_word_are_counted_as_one() -> None:
    counted = TermCounts.of(["Hòa, hoà", "HÒA hoa"], NONE)

    assert counted.words == {"hoa `": 3, "hoa ": 1}
    assert counted.length == 4


def test_no_pair_reaches_over_punctuation_or_into_the_next_text() -> None:
    counted = TermCounts.of(["a e. e i | i o", "o u\ny"], NONE)

    assert counted.pairs == dict.fromkeys([("a", "e"), ("e", "i"), ("i", "o"), ("o", "u")], 1)


@pytest.mark.parametrize("texts", [[], [""], ["…"]])
def test_what_has_no_words_counts_nothing(texts: list[str]) -> None:
    assert TermCounts.of(texts, NONE) == TermCounts({}, {}, 0)


def test_contracted_words_are_counted_with_the_others() -> None:
    counted = TermCounts.of(["Ủy ban nhân dân phường. Quý I, ủy ban nhân dân"], BOTH)

    assert (counted.words["ubnd "], counted.words["1 "], counted.words["uy ?"]) == (2, 1, 2)
    assert counted.pairs["ubnd", "phuong"] == counted.pairs["quy", "1"] == 1
    assert counted.length == 11


def test_pair_of_a_contraction_counts_once_in_a_phrase() -> None:
    once = TermCounts.of(["ủy ban nhân dân xã và ủy ban nhân dân xã"], BOTH)
    twice = TermCounts.of(["ủy ban nhân dân xã, ủy ban nhân dân xã"], BOTH)

    assert (once.pairs["ubnd", "xa"], twice.pairs["ubnd", "xa"]) == (1, 2)


def test_every_process_gives_the_same_order() -> None:
    """Else an update would take terms for changed that are not."""
    program = (
        "from newsroom.text.abbreviations import Abbreviation as A\n"
        "from newsroom.search.words.contraction import Contraction\n"
        "from newsroom.search.words.term_counts import TermCounts\n"
        "shorts = Contraction.of([A('UBND', ('Ủy ban nhân dân',)), A('MT', ('Mặt trận',))])\n"
        "text = 'quý I ủy ban nhân dân mặt trận phường và mặt trận xã, ủy ban nhân dân, mặt trận'\n"
        "print(list(TermCounts.of([text], shorts).pairs))"
    )

    def run(seed: int) -> bytes:
        environment = {**os.environ, "PYTHONHASHSEED": str(seed), "PYTHONUTF8": "1"}
        return subprocess.check_output([sys.executable, "-c", program], env=environment)

    assert len({run(seed) for seed in range(4)}) == 1
