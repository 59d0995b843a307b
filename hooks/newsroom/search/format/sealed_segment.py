"""The posting lists of the sealed documents: in which shard each lies, and how long it may be."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from newsroom.search.format.encoding import DamagedError
from newsroom.search.format.layout import Layout, path_of
from newsroom.search.format.postings import PostingLists, TieredPostings
from newsroom.search.format.shard import DecodedLists, decode_shard, encode_shard, encode_uncut
from newsroom.search.words.hashing import shard_hash

WORD_CAP = 1500
"""Postings of a form that are kept; those of titles are kept all."""
PAIR_CAP = 1200
WORDS, PAIRS = "w", "p"


@dataclass(frozen=True, slots=True)
class ShardFile:
    """A shard as it is published, and as an update must know it."""

    path: str
    content: bytes
    whole: bytes
    """With no list cut; the same as the content where none is."""


@dataclass(frozen=True, slots=True)
class Shards:
    """All shards of one folder: words, or pairs."""

    folder: str
    count: int
    epoch: bytes

    @classmethod
    def both(cls, layout: Layout) -> "tuple[Shards, Shards]":
        """Those of the words, and those of the pairs."""
        shape, epoch = layout.shape, layout.shards_epoch
        return cls(WORDS, shape.word_shards, epoch), cls(PAIRS, shape.pair_shards, epoch)

    def number(self, name: str) -> int:
        """In which shard a list lies: all that starts like an unfinished pair lies in one."""
        head, _, item = name.partition(" ")
        return shard_hash(head if self.folder == WORDS else head + item[0]) % self.count

    def parted(self, lists: PostingLists) -> dict[int, PostingLists]:
        """The lists by the number of their shard."""
        by_shard: dict[int, dict[str, Any]] = defaultdict(dict)
        for name, postings in lists.items():
            by_shard[self.number(name)][name] = postings
        return dict(by_shard)

    def encoded(self, number: int, lists: PostingLists) -> ShardFile:
        """A shard of these lists, empty or not: a shard that is missing is a fault."""
        path = path_of(self.folder, number)
        cap = WORD_CAP if self.folder == WORDS else PAIR_CAP
        if all(len(postings) <= cap for postings in lists.values()):
            content = encode_shard(self.epoch, lists)
            return ShardFile(path, content, content)
        whole = {name: TieredPostings.of(postings) for name, postings in lists.items()}
        return ShardFile(
            path, encode_shard(self.epoch, whole, cap), encode_uncut(self.epoch, whole)
        )

    def decoded(self, number: int, cache: Mapping[str, bytes]) -> DecodedLists:
        """The whole lists of a shard, as they were kept."""
        epoch, lists = decode_shard(cache.get(path_of(self.folder, number), b""))
        if epoch != self.epoch or any(self.number(name) != number for name in lists):
            raise DamagedError(f"{path_of(self.folder, number)} is not of this index")
        return lists
