"""The layout: which documents are sealed, which are at the head, and how many shards there are.

All documents are sealed, in many small shards, but the newest: those from the last number that
can be divided by 32. They are the head, with few shards of its own. So one more article rewrites
the head only, until one passes the next such number.
"""

import base64
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import chain, pairwise, repeat
from typing import Any

from newsroom.search.format.document_numbers import Dated, NumberedDocuments, Scale
from newsroom.search.format.encoding import digest_lines
from newsroom.search.words.hashing import SLICES

FORMAT = 2
"""Raised when the files' format changes; the engine refuses other formats."""
BLOCK = 64
"""Numbers that have one check and a folder for their documents."""
HEAD = 32
"""Numbers that the head has at most."""
HEAD_SHARDS = 32
DICTIONARIES = "abcdefghijklmnopqrstuvwxyz_"
"""The names of the word tables: a first letter each, and _ for all others."""
COLUMNS = ("section", "campaign", "views")
MANIFEST = "manifest.bin"

Shown = tuple[int, str, str]
"""A document by what decides on its file: its number, its uri, and the check that the file and the
manifest must agree on: of its sealed block, or of the document itself."""


@dataclass(frozen=True, slots=True)
class Shape:
    """Which shards and columns there are, by the number of documents."""

    documents: int
    sealed: int
    """How many of them are sealed."""

    @property
    def word_shards(self) -> int:
        """How many shards hold the sealed words."""
        return _shards(self.sealed // 2, at_most=4096) if self.sealed else 0

    @property
    def pair_shards(self) -> int:
        """How many shards hold the sealed pairs."""
        return _shards(self.sealed, at_most=16384) if self.sealed else 0

    @property
    def counts(self) -> dict[str, int]:
        """How many files there are of each folder but that of the documents."""
        return {
            "w": self.word_shards,
            "p": self.pair_shards,
            "h": HEAD_SHARDS if self.documents else 0,
            "t": len(DICTIONARIES) if self.documents else 0,
            "c": len(COLUMNS) if self.sealed else 0,
        }


def path_of(folder: str, number: int) -> str:
    """The path of a file of the index, relative to its folder."""
    match folder:
        case "d":
            return f"d/{number // BLOCK:x}/{number % BLOCK:x}.bin"
        case "t":
            return f"t/{DICTIONARIES[number]}.bin"
        case "c":
            return f"c/{COLUMNS[number]}.bin"
    return f"{folder}/{number:x}.bin"


@dataclass(frozen=True)
class Layout:
    """Where everything of an ordered list of documents lies."""

    uris: tuple[str, ...]
    numbers: tuple[int, ...]
    """Those of the documents, ascending."""
    scale: Scale

    @classmethod
    def of(cls, numbered: NumberedDocuments[Any]) -> "Layout":
        """The layout of numbered documents."""
        uris = tuple(document.uri for document in numbered.documents)
        return cls(uris, numbered.numbers, numbered.scale)

    @cached_property
    def shape(self) -> Shape:
        """Which shards there are."""
        return Shape(len(self.uris), self.sealed)

    @property
    def size(self) -> int:
        """One more than the last number."""
        return self.numbers[-1] + 1 if self.numbers else 0

    @property
    def head(self) -> int:
        """The first number that is not sealed."""
        return self.numbers[-1] // HEAD * HEAD if self.numbers else 0

    @cached_property
    def sealed(self) -> int:
        """How many documents are sealed."""
        return bisect_left(self.numbers, self.head)

    @cached_property
    def places(self) -> dict[str, int]:
        """Where in the order each document stands."""
        return {uri: place for place, uri in enumerate(self.uris)}

    @property
    def sealed_numbers(self) -> dict[str, int]:
        """The numbers of the sealed documents."""
        return dict(zip(self.uris[: self.sealed], self.numbers, strict=False))

    def sealed_number(self, uri: str) -> int | None:
        """The number of a document; None where it is not sealed, or not there."""
        place = self.places.get(uri, self.sealed)
        return self.numbers[place] if place < self.sealed else None

    @property
    def head_numbers(self) -> list[int]:
        """The numbers of the newest documents, counted from the head's first."""
        return [number - self.head for number in self.numbers[self.sealed :]]

    @property
    def shards_epoch(self) -> bytes:
        """Stands for what numbers mean and where lists lie; every sealed shard carries it."""
        scale, shape = self.scale, self.shape
        counts = f"{FORMAT} {shape.word_shards} {shape.pair_shards}"
        return digest_lines([counts, f"{scale.first} {scale.start} {scale.step}"])

    @cached_property
    def columns_epoch(self) -> bytes:
        """Stands for all sealed documents and their numbers."""
        return self._digest(0, self.sealed)

    @cached_property
    def head_epoch(self) -> bytes:
        """Stands for the newest documents and their numbers."""
        return self._digest(self.sealed, len(self.uris))

    @property
    def shown(self) -> Iterator[Shown]:
        """All documents by what decides on their files."""
        return zip(self.numbers, self.uris, self._document_checks(), strict=True)

    def shown_of(self, uris: Iterable[str]) -> Iterator[Shown]:
        """The same, of some documents."""
        for place in map(self.places.__getitem__, uris):
            is_sealed = place < self.sealed
            checks, own = (
                (self._block_checks, self.numbers[place] // BLOCK)
                if is_sealed
                else (self._head_checks, place - self.sealed)
            )
            yield self.numbers[place], self.uris[place], checks[own]

    @property
    def checks(self) -> str:
        """The checks of every sealed block, with documents or not, then of the head's documents."""
        return "".join([*self._block_checks, *self._head_checks])

    def paths(self, without: "Layout | None" = None) -> Iterator[str]:
        """The paths of all files of the index, or of those that the other has not."""
        others = without.shape.counts if without else {}
        for folder, count in self.shape.counts.items():
            for number in range(others.get(folder, 0), count):
                yield path_of(folder, number)
        documents = set(self.numbers).difference(without.numbers if without else ())
        for number in documents:
            yield path_of("d", number)
        if not without:
            yield MANIFEST

    def _document_checks(self) -> Iterator[str]:
        blocks = zip(self._blocks, self._block_checks, strict=True)
        own = (repeat(check, end - start) for (start, end), check in blocks)
        return chain(chain.from_iterable(own), self._head_checks)

    @cached_property
    def _blocks(self) -> list[tuple[int, int]]:
        """Of every sealed block, where its documents start and end."""
        bounds = [*range(0, self.head, BLOCK), self.head]
        return list(pairwise(bisect_left(self.numbers, bound) for bound in bounds))

    @cached_property
    def _block_checks(self) -> list[str]:
        return [self._check(start, end) for start, end in self._blocks]

    @cached_property
    def _head_checks(self) -> list[str]:
        places = range(self.sealed, len(self.uris))
        return [self._check(place, place + 1) for place in places]

    def _check(self, start: int, end: int) -> str:
        """Four characters for some documents and their numbers."""
        return base64.b64encode(self._digest(start, end)[:3]).decode()

    def _digest(self, start: int, end: int) -> bytes:
        return digest_lines([*map(str, self.numbers[start:end]), *self.uris[start:end]])


def index_paths(documents: Iterable[Dated]) -> Iterator[str]:
    """The paths of all files of the index of these documents."""
    return Layout.of(NumberedDocuments.of(documents)).paths()


def _shards(wanted: int, *, at_most: int) -> int:
    return max(SLICES, min(at_most, 1 << max(0, wanted - 1).bit_length()))
