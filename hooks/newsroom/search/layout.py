"""The layout: which documents are sealed, which are at the head, and how many shards there are.

Documents are numbered from the oldest. Full blocks of 32 are sealed in many small shards; the
newest 0 to 31, the head, have few shards of their own. So one more article rewrites the head
only, and every 32nd seals a block.
"""

import base64
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Protocol, TypeVar

from newsroom.search.document import SLICES
from newsroom.search.shard import digest_lines

FORMAT = 1
"""Raised when the files' format changes; the engine refuses other formats."""
BLOCK = 32
HEAD_SHARDS = 32
TABLES = "abcdefghijklmnopqrstuvwxyz_"
"""The names of the word tables: a first letter each, and _ for all others."""
COLUMNS = ("section", "campaign", "views")
MANIFEST = "manifest.bin"


class Dated(Protocol):
    """What decides on the number of a document."""

    @property
    def uri(self) -> str:
        """Its address, which no other document has."""

    @property
    def date(self) -> datetime | None:
        """When it was published; None for a page without a date."""


AnyDated = TypeVar("AnyDated", bound=Dated)


def oldest_first(documents: Iterable[AnyDated]) -> list[AnyDated]:
    """The documents in the order of their numbers, whatever order they come in."""
    return sorted(documents, key=_age)


@dataclass(frozen=True, slots=True)
class Shape:
    """What the number of documents alone decides: which files there are."""

    documents: int

    @property
    def sealed(self) -> int:
        """How many documents are sealed."""
        return self.documents // BLOCK * BLOCK

    @property
    def word_shards(self) -> int:
        """How many shards hold the sealed words."""
        return _power_of_two(self.sealed // 2, at_most=4096)

    @property
    def pair_shards(self) -> int:
        """How many shards hold the sealed pairs."""
        return _power_of_two(self.sealed, at_most=16384)

    @property
    def counts(self) -> dict[str, int]:
        """How many files there are of each folder."""
        return {
            "w": self.word_shards if self.sealed else 0,
            "p": self.pair_shards if self.sealed else 0,
            "h": HEAD_SHARDS if self.sealed < self.documents else 0,
            "t": len(TABLES) if self.documents else 0,
            "c": len(COLUMNS) if self.sealed else 0,
            "d": self.documents,
        }

    def paths(self, without: "Shape | None" = None) -> Iterator[str]:
        """The paths of all files of the index, or of those that the other has not."""
        others = without.counts if without else {}
        for folder, count in self.counts.items():
            for number in range(others.get(folder, 0), count):
                yield path_of(folder, number)
        if not without:
            yield MANIFEST


def index_paths(documents: int) -> Iterator[str]:
    """The paths of all files of the index of so many documents."""
    return Shape(documents).paths()


def path_of(folder: str, number: int) -> str:
    """The path of a file of the index, relative to its folder."""
    match folder:
        case "d":
            return f"d/{number // BLOCK:x}/{number % BLOCK:x}.bin"
        case "t":
            return f"t/{TABLES[number]}.bin"
        case "c":
            return f"c/{COLUMNS[number]}.bin"
    return f"{folder}/{number:x}.bin"


@dataclass(frozen=True)
class Layout:
    """Where everything of an ordered list of documents lies."""

    uris: tuple[str, ...]

    @classmethod
    def of(cls, documents: Iterable[Dated]) -> "Layout":
        """The layout of the documents, whatever order they come in."""
        return cls(tuple(document.uri for document in oldest_first(documents)))

    @cached_property
    def shape(self) -> Shape:
        """Which files there are."""
        return Shape(len(self.uris))

    @property
    def sealed(self) -> int:
        """How many documents are sealed."""
        return self.shape.sealed

    @property
    def sealed_uris(self) -> tuple[str, ...]:
        """Which documents are sealed, by number."""
        return self.uris[: self.sealed]

    @cached_property
    def sealed_epoch(self) -> bytes:
        """Stands for the numbering of the sealed documents; every file that uses it carries it."""
        shards = f"{FORMAT} {self.shape.word_shards} {self.shape.pair_shards}"
        return digest_lines([shards, *self.sealed_uris])

    @cached_property
    def head_epoch(self) -> bytes:
        """Stands for the numbering of the head."""
        return digest_lines([self.sealed_epoch.hex(), *self.uris[self.sealed :]])

    @cached_property
    def checks_by_number(self) -> list[str]:
        """What a document's file and the manifest must agree on: its sealed block, or itself."""
        head = (_digest([uri]) for uri in self.uris[self.sealed :])
        return [*(check for check in self._block_checks for _ in range(BLOCK)), *head]

    @property
    def numbered(self) -> list[tuple[str, str]]:
        """By number, what decides on the place and the check of a document's file."""
        return list(zip(self.uris, self.checks_by_number, strict=True))

    @property
    def checks(self) -> str:
        """The checks of every sealed block, then of every document of the head."""
        return "".join([*self._block_checks, *self.checks_by_number[self.sealed :]])

    @cached_property
    def _block_checks(self) -> list[str]:
        starts = range(0, self.sealed, BLOCK)
        return [_digest(self.uris[start : start + BLOCK]) for start in starts]


def _age(document: Dated) -> tuple[float, str]:
    return document.date.timestamp() if document.date else 0, document.uri


def _digest(texts: Iterable[str]) -> str:
    """Four characters for a list of texts."""
    return base64.b64encode(digest_lines(texts)[:3]).decode()


def _power_of_two(wanted: int, *, at_most: int) -> int:
    return max(SLICES, min(at_most, 1 << max(0, wanted - 1).bit_length()))
