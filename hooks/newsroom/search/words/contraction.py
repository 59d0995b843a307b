"""Contraction: where a full form of an abbreviation occurs, the abbreviation is indexed as well.

text.js does the same to a query, so UBND and "ủy ban nhân dân" find each other either way. `starts`
saves looking at most phrases: one without the first two words of any form has no contractions.
Held by test_contraction.py, and with text.js by tests/search/test_tokenizer_parity.py; decision 8.
"""

from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from types import MappingProxyType

from newsroom.text.abbreviations import Abbreviation
from newsroom.text.syllables import Syllable, phrases

ROMAN_AFTER = frozenset(("quy", "khoa", "ky", "lan", "dot", "chuong", "phan", "tap", "hang", "cap"))
"""After these words (quý, khóa, kỳ, lần …) a Roman numeral is a number: quý I is quý 1."""
ROMANS = MappingProxyType({
    "i": "1", "ii": "2", "iii": "3", "iv": "4", "v": "5", "vii": "7", "viii": "8", "ix": "9",
    "x": "10", "xii": "12", "xiii": "13", "xiv": "14", "xv": "15",
})  # fmt: skip
"""Without VI and XI: "quỹ vì người nghèo" typed without accents is not a sixth quarter."""


@dataclass(frozen=True, slots=True)
class Extra:
    """A token that also covers the words start..end of a phrase (end not included)."""

    start: int
    end: int
    token: Syllable


@dataclass(frozen=True, slots=True)
class _Form:
    """Words that a token also stands for, but for the first `kept` of them."""

    words: list[str]
    kept: int
    token: Syllable


@dataclass(frozen=True)
class Contraction:
    """The abbreviations, indexed by the first two words of their full forms."""

    abbreviations: tuple[Abbreviation, ...]

    @classmethod
    def of(cls, abbreviations: Iterable[Abbreviation]) -> "Contraction":
        """The contraction by these abbreviations."""
        return cls(tuple(abbreviations))

    @cached_property
    def table(self) -> dict[str, str]:
        """By the folds of a full form, joined by spaces: the abbreviation in lower case."""
        return {
            " ".join(token.fold for token in phrases(form)[0]): abbreviation.short.lower()
            for abbreviation in self.abbreviations
            for form in abbreviation.full_forms
        }

    @cached_property
    def _starts(self) -> dict[tuple[str, str], list[_Form]]:
        starts = {
            (word, roman): [_Form([word, roman], 1, Syllable(number, number))]
            for word in ROMAN_AFTER
            for roman, number in ROMANS.items()
        }
        for full, short in self.table.items():
            words = full.split(" ")
            form = _Form(words, 0, phrases(short)[0][0])
            starts.setdefault((words[0], words[1]), []).append(form)
        return starts

    @property
    def starts(self) -> Set[tuple[str, str]]:
        """The first two words of every form: a phrase without such a pair has no extras."""
        return self._starts.keys()

    @property
    def tokens(self) -> list[Syllable]:
        """Every token that can be an extra."""
        return [form.token for forms in self._starts.values() for form in forms]

    def extras(self, folds: Sequence[str]) -> list[Extra]:
        """Every abbreviation and number that the words of a phrase also stand for."""
        return [
            Extra(start + form.kept, start + len(form.words), form.token)
            for start, pair in enumerate(pairwise(folds))
            if pair in self._starts
            for form in self._starts[pair]
            if folds[start : start + len(form.words)] == form.words
        ]

    @staticmethod
    def pairs(folds: Sequence[str], extras: Iterable[Extra]) -> set[tuple[str, str]]:
        """The pairs that extras make with the words, and the extras, before and after them."""
        starting: dict[int, list[str]] = {}
        ending: dict[int, list[str]] = {}
        for extra in extras:
            starting.setdefault(extra.start, []).append(extra.token.fold)
            ending.setdefault(extra.end, []).append(extra.token.fold)
        pairs = {(last, word) for end, lasts in ending.items() for last in lasts
                 for word in [*starting.get(end, ()), *folds[end : end + 1]]}  # fmt: skip
        return pairs | {
            (folds[start - 1], first)
            for start, firsts in starting.items() if start for first in firsts
        }  # fmt: skip
