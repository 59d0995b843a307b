"""The terms of many documents at once, counted by numpy.

It saves a Python step for each of the 600 words and 600 terms of a document: with the arrays of
`posting_arrays.py` three fifths of the CPU of an index built from scratch (decision 41). An edit
has few documents, and goes without the 0.1 s that numpy takes to load (`term_counts.py`).

Names (folds and forms) are numbered in their order. A list's key is the number of its head,
shifted, and that of its item; an occurrence is a key, shifted, and the number of a part: two for
each document, title and body. So one sort of numbers counts all.

It relies on there being less than 2**24 names.
Held to the plain definition by tests/newsroom/search/update/test_inversion.py.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from typing import Any

import numpy as np
from numpy.typing import NDArray

from newsroom.search.words.contraction import Contraction
from newsroom.search.words.document_terms import TITLE, DocumentWords, pair_strength, word_strength
from newsroom.search.words.term_counts import Pair, head_and_item
from newsroom.text.syllables import BREAK, syllable

_NAME_BITS = 24
_PART_BITS = 10
CHUNK = 1 << _PART_BITS - 1
"""Documents of a chunk at most. The more there are, the fewer lists are in several chunks."""

Numbers = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Terms:
    """Which document of a chunk is in which list, by key, then by document."""

    keys: Numbers
    documents: Numbers
    strengths: Numbers


def key_of(heads: Any, items: Any) -> Any:
    """The keys of lists: numbers or arrays of them."""
    return heads << _NAME_BITS | items


def parted(keys: Numbers) -> tuple[Numbers, Numbers]:
    """The inverse of `key_of`."""
    return keys >> _NAME_BITS, keys & (1 << _NAME_BITS) - 1


class _Ids(dict[str, int]):
    """Numbers for what is looked up, in the order in which it comes."""

    def __missing__(self, word: str) -> int:
        self[word] = number = len(self)
        return number


@dataclass(frozen=True, slots=True)
class _Stream:
    """The words of all parts, one after another, a BREAK behind each part."""

    numbers: dict[str, int]
    """Of names, in their order."""
    parts: Numbers
    """The part of each word."""
    heads: Numbers
    items: Numbers
    is_word: NDArray[np.bool_]
    """False for a BREAK."""

    @classmethod
    def of(cls, parts: Iterable[list[str]], contraction: Contraction) -> "_Stream":
        """The stream of parts that are taken one by one, since their words take much memory."""
        lengths: list[int] = []

        def ended(part: list[str]) -> list[str]:
            lengths.append(len(part) + 1)
            return [*part, BREAK]

        ids = _Ids()
        stream = chain.from_iterable(map(ended, parts))
        words = np.fromiter(map(ids.__getitem__, stream), np.int64)
        spellings = [head_and_item(token) for token in (*map(syllable, ids), *contraction.tokens)]
        names = sorted(set(chain.from_iterable(spellings)))
        numbers = {name: number for number, name in enumerate(names)}
        table = np.array([[numbers[head], numbers[item]] for head, item in spellings])
        heads, items = table.T[:, words]
        part = np.repeat(np.arange(len(lengths)), lengths)
        return cls(numbers, part, heads, items, heads != numbers[BREAK])

    def key(self, head: str, item: str) -> int:
        return int(key_of(self.numbers[head], self.numbers[item]))

    def phrases_with(self, pairs: Iterable[Pair]) -> Iterator[tuple[int, list[str]]]:
        """The phrases that have one of the pairs, by their folds, each with its part."""
        known = self.numbers.keys()
        keys = np.array([self.key(*pair) for pair in pairs if known >= set(pair)], np.int64)
        can_start = np.zeros(len(known), bool)
        can_start[parted(keys)[0]] = True
        places = np.flatnonzero(can_start[self.heads[:-1]])
        found = np.isin(key_of(self.heads[places], self.heads[places + 1]), keys)
        ends = np.flatnonzero(~self.is_word)
        phrases = np.unique(np.searchsorted(ends, places[found]))
        starts = np.append(0, ends + 1)[phrases]
        names = list(self.numbers)
        bounds = (self.parts[starts].tolist(), starts.tolist(), ends[phrases].tolist())
        for part, start, end in zip(*bounds, strict=True):
            yield part, [names[number] for number in self.heads[start:end].tolist()]


def chunk_terms(
    documents: Iterable[DocumentWords], contraction: Contraction
) -> tuple[list[str], Terms, Terms]:
    """The names that keys number, the words and the pairs of documents, numbered from 0."""
    stream = _Stream.of(chain.from_iterable(documents), contraction)
    more_words, more_pairs = _contracted(stream, contraction)
    lengths = np.bincount(stream.parts[stream.is_word], minlength=2 * CHUNK)[1::2]
    words = key_of(stream.heads, stream.items) << _PART_BITS | stream.parts
    pairs = key_of(stream.heads[:-1], stream.heads[1:]) << _PART_BITS | stream.parts[:-1]
    is_pair = stream.is_word[:-1] & stream.is_word[1:]
    return (
        list(stream.numbers),
        _words(np.append(words[stream.is_word], more_words), lengths),
        _pairs(np.append(pairs[is_pair], more_pairs)),
    )


def _contracted(stream: _Stream, contraction: Contraction) -> tuple[Numbers, Numbers]:
    """The occurrences of words and of pairs that contractions add."""
    words: list[int] = []
    pairs: list[int] = []
    for part, folds in stream.phrases_with(contraction.starts):
        extras = contraction.extras(folds)
        added = (head_and_item(extra.token) for extra in extras)
        words += (stream.key(*word) << _PART_BITS | part for word in added)
        both = contraction.pairs(folds, extras)
        pairs += (stream.key(*pair) << _PART_BITS | part for pair in both)
    return np.array(words, np.int64), np.array(pairs, np.int64)


def _words(occurrences: Numbers, lengths: Numbers) -> Terms:
    keys, documents, in_title, counts = _counted(occurrences)
    strengths = word_strength(counts, lengths[documents])
    return Terms(keys, documents, np.where(in_title, TITLE, strengths))


def _pairs(occurrences: Numbers) -> Terms:
    keys, documents, in_title, counts = _counted(occurrences)
    return Terms(keys, documents, pair_strength(in_title, counts))


def _counted(occurrences: Numbers) -> tuple[Numbers, Numbers, NDArray[np.bool_], Numbers]:
    """Keys and documents, whether the title has it, and how often the body."""
    places, counts = np.unique(occurrences, return_counts=True)
    own = places >> 1
    first = np.flatnonzero(np.diff(own, prepend=-1))
    last = np.flatnonzero(np.diff(own, append=-1))
    in_body = np.where(places[last] & 1, counts[last], 0)
    documents = own[first] & CHUNK - 1
    return own[first] >> _PART_BITS - 1, documents, places[first] & 1 == 0, in_body
