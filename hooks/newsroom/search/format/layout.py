"""The layout: which documents are sealed, which are at the head, and which files the index has.

w/ words · p/ pairs · h/ head segment · t/ dictionary · c/ doc values · d/ stored fields ·
manifest.bin, the only file whose name an engine needs to know.

The index has two segments. The head holds the documents from the last number that 32 divides, in
few shards; all others are sealed, in many small shards. So one more article rewrites the head only,
until one passes the next such number.

Checks and epochs are checksums of documents and their numbers: they tell an engine that holds files
of two builds which of them fit each other. Held by test_layout.py here and by
tests/search/test_engine.py for the engine; decision 8, "Files of another build".
"""

import base64
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import chain, pairwise, repeat
from typing import Any

from newsroom.search.format.document_numbers import NumberedDocuments, Scale
from newsroom.search.format.encoding import digest_lines
from newsroom.search.words.hashing import SLICES

FORMAT = 3
"""To be raised when the format of the files changes; the engine refuses any other."""
BLOCK = 64
"""Numbers that share a check and a folder for their stored fields."""
HEAD = 32
"""The most numbers that the head has."""
HEAD_SHARDS = 64
DICTIONARIES = "abcdefghijklmnopqrstuvwxyz_"
"""The names of the dictionary's files: a first letter each, and _ for all others."""
COLUMNS = ("section", "campaign", "views")
MANIFEST = "manifest.bin"

DocumentFile = tuple[int, str, str]
"""What a file of stored fields depends on besides the fields: number and uri of the document, and
the check that file and manifest must agree on (its sealed block's or, at the head, its own)."""


@dataclass(frozen=True, slots=True)
class Shape:
    """How many files of each kind there are, by the number of documents."""

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
        """How many files each folder has, without that of the stored fields."""
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
    """Where everything of a list of numbered documents lies."""

    uris: tuple[str, ...]
    numbers: tuple[int, ...]
    """The documents' numbers, ascending."""
    scale: Scale

    @classmethod
    def of(cls, numbered: NumberedDocuments[Any]) -> "Layout":
        """The layout of numbered documents."""
        uris = tuple(document.uri for document in numbered.documents)
        return cls(uris, numbered.numbers, numbered.scale)

    @cached_property
    def shape(self) -> Shape:
        """How many files there are."""
        return Shape(len(self.uris), self.sealed)

    @property
    def size(self) -> int:
        """The last number + 1: how long the engine's arrays are."""
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
        """The position of each document."""
        return {uri: place for place, uri in enumerate(self.uris)}

    @property
    def sealed_numbers(self) -> dict[str, int]:
        """The numbers of the sealed documents."""
        return dict(zip(self.uris[: self.sealed], self.numbers, strict=False))

    def sealed_number(self, uri: str) -> int | None:
        """The number of a document; None if it is not sealed or not there."""
        place = self.places.get(uri, self.sealed)
        return self.numbers[place] if place < self.sealed else None

    @property
    def head_numbers(self) -> list[int]:
        """The numbers of the head's documents, counted from the head's first number."""
        return [number - self.head for number in self.numbers[self.sealed :]]

    @property
    def shards_epoch(self) -> bytes:
        """A checksum of what numbers mean and where lists lie; every sealed shard carries it."""
        scale, shape = self.scale, self.shape
        counts = f"{FORMAT} {shape.word_shards} {shape.pair_shards}"
        return digest_lines([counts, f"{scale.first} {scale.start} {scale.step}"])

    @cached_property
    def columns_epoch(self) -> bytes:
        """A checksum of all sealed documents and their numbers."""
        return self._digest(0, self.sealed)

    @cached_property
    def head_epoch(self) -> bytes:
        """A checksum of the head's documents and their numbers."""
        return self._digest(self.sealed, len(self.uris))

    @property
    def document_files(self) -> Iterator[DocumentFile]:
        """The files of stored fields of all documents."""
        return zip(self.numbers, self.uris, self._document_checks(), strict=True)

    def document_files_of(self, uris: Iterable[str]) -> Iterator[DocumentFile]:
        """Those of some documents."""
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
        """The check of every sealed block, empty or not, then of each document of the head."""
        return "".join([*self._block_checks, *self._head_checks])

    def paths(self, without: "Layout | None" = None) -> Iterator[str]:
        """The paths of all files of the index, or of those that `without` does not have."""
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
        """The start and end of each sealed block's documents."""
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
        """A checksum of some documents and their numbers, in four characters."""
        return base64.b64encode(self._digest(start, end)[:3]).decode()

    def _digest(self, start: int, end: int) -> bytes:
        return digest_lines([*map(str, self.numbers[start:end]), *self.uris[start:end]])


def _shards(wanted: int, *, at_most: int) -> int:
    return max(SLICES, min(at_most, 1 << max(0, wanted - 1).bit_length()))
