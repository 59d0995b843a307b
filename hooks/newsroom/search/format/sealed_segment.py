"""The sealed segment: posting lists of all documents but the newest, in many small shards.

A query reads one shard for each of its words and pairs: 40 kB in the mean with 2,000 articles
(decision 8). Lists are published cut to their strongest, newest postings, so that a common word
costs a reader no more than 1,500 of them.
Held by tests/newsroom/search/update/test_build_index.py and test_indexing.py.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from newsroom.search.format.encoding import DamagedError
from newsroom.search.format.layout import Layout, path_of
from newsroom.search.format.postings import PostingLists, TieredPostings
from newsroom.search.format.shard import DecodedLists, decode_shard, encode_shard, encode_uncut
from newsroom.search.words.hashing import PAIR_LETTERS, WORD_LETTERS, list_hash

WORD_CAP = 1500
"""Postings of a form that are published; those of titles are always."""
PAIR_CAP = 1200
WORDS, PAIRS = "w", "p"


@dataclass(frozen=True, slots=True)
class ShardFile:
    """A shard as it is published, and as the next update needs it."""

    path: str
    content: bytes
    uncut: bytes
    """With no list cut: what the cache holds. Equal to the content if no list needs cutting."""
    cut: tuple[str, ...] = ()
    """The names of the lists of words that are cut."""


@dataclass(frozen=True, slots=True)
class Shards:
    """All shards of one folder: words, or pairs."""

    folder: str
    count: int
    epoch: bytes

    @classmethod
    def both(cls, layout: Layout) -> "tuple[Shards, Shards]":
        """The shards of the words, and those of the pairs."""
        shape, epoch = layout.shape, layout.shards_epoch
        return cls(WORDS, shape.word_shards, epoch), cls(PAIRS, shape.pair_shards, epoch)

    @property
    def cap(self) -> int:
        """The most postings of a list that are published, but for the strongest."""
        return WORD_CAP if self.folder == WORDS else PAIR_CAP

    def number(self, name: str) -> int:
        """The shard of a list."""
        letters = WORD_LETTERS if self.folder == WORDS else PAIR_LETTERS
        return list_hash(name, letters) % self.count

    def encoded(self, number: int, lists: PostingLists) -> ShardFile:
        """The shard of these lists; written even if empty, since a missing file is an error."""
        path = path_of(self.folder, number)
        if all(len(postings) <= self.cap for postings in lists.values()):
            content = encode_shard(self.epoch, lists)
            return ShardFile(path, content, content)
        uncut = {name: TieredPostings.of(postings) for name, postings in lists.items()}
        cut = [name for name, postings in uncut.items() if len(postings) > self.cap]
        return ShardFile(
            path, encode_shard(self.epoch, uncut, self.cap), encode_uncut(self.epoch, uncut),
            tuple(cut) if self.folder == WORDS else (),
        )  # fmt: skip

    def decoded(self, number: int, cache: Mapping[str, bytes]) -> DecodedLists:
        """The uncut lists of a shard from the cache."""
        epoch, lists = decode_shard(cache.get(path_of(self.folder, number), b""))
        if epoch != self.epoch or any(self.number(name) != number for name in lists):
            raise DamagedError(f"{path_of(self.folder, number)} is not of this index")
        return lists
