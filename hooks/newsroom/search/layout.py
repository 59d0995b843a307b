"""The layout: which documents are sealed, which are at the head, and how many shards there are.

Documents are numbered from the oldest. Full blocks of 32 are sealed in many small shards; the
newest 0 to 31, the head, have few shards of their own. So one more article rewrites the head
only, and every 32nd seals a block.
"""

import base64
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from newsroom.search.document import SLICES, SearchDocument
from newsroom.search.shard import digest_lines

FORMAT = 1
"""Raised when the files' format changes; the engine refuses other formats."""
BLOCK = 32
HEAD_SHARDS = 32


@dataclass(frozen=True, slots=True)
class Layout:
    """Where everything of an ordered list of documents lies."""

    documents: tuple[SearchDocument, ...]

    @classmethod
    def of(cls, documents: Sequence[SearchDocument]) -> "Layout":
        """The layout of the documents, whatever order they come in."""
        return cls(tuple(sorted(documents, key=_oldest_first)))

    @property
    def sealed(self) -> int:
        """How many documents are sealed."""
        return len(self.documents) // BLOCK * BLOCK

    @property
    def word_shards(self) -> int:
        """How many shards hold the sealed words."""
        return _power_of_two(self.sealed // 2, at_most=4096)

    @property
    def pair_shards(self) -> int:
        """How many shards hold the sealed pairs."""
        return _power_of_two(self.sealed, at_most=16384)

    @property
    def sealed_epoch(self) -> bytes:
        """Stands for the numbering of the sealed documents; every file that uses it carries it."""
        uris = [document.uri for document in self.documents[: self.sealed]]
        return digest_lines([f"{FORMAT} {self.word_shards} {self.pair_shards}", *uris])

    @property
    def head_epoch(self) -> bytes:
        """Stands for the numbering of the head."""
        uris = [document.uri for document in self.documents[self.sealed :]]
        return digest_lines([self.sealed_epoch.hex(), *uris])

    def check(self, number: int) -> str:
        """What a document's file and the manifest must agree on: its sealed block, or itself."""
        if number >= self.sealed:
            return short_digest([self.documents[number].uri])
        start = number // BLOCK * BLOCK
        return self.block_check(start)

    def block_check(self, start: int) -> str:
        """Stands for the documents of the block that starts with this number."""
        return short_digest(d.uri for d in self.documents[start : start + BLOCK])

    @property
    def checks(self) -> str:
        """The checks of every sealed block, then of every document of the head."""
        blocks = [self.block_check(start) for start in range(0, self.sealed, BLOCK)]
        return "".join([*blocks, *map(self.check, range(self.sealed, len(self.documents)))])


def _oldest_first(document: SearchDocument) -> tuple[float, str]:
    return document.date.timestamp() if document.date else 0, document.uri


def short_digest(texts: Iterable[str]) -> str:
    """Four characters for a list of texts."""
    digest = digest_lines(texts)
    return base64.b64encode(digest[:3]).decode()


def _power_of_two(wanted: int, *, at_most: int) -> int:
    return max(SLICES, min(at_most, 1 << max(0, wanted - 1).bit_length()))
