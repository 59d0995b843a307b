"""The posting lists of the sealed documents: in which shard each lies, and how long it may be."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from newsroom.search.document import shard_hash
from newsroom.search.layout import Shape, path_of
from newsroom.search.shard import (
    FAST,
    DamagedError,
    Lists,
    Postings,
    Unread,
    decode_shard,
    encode_shard,
)

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
    def both(cls, shape: Shape, epoch: bytes) -> "tuple[Shards, Shards]":
        """Those of the words, and those of the pairs."""
        return cls(WORDS, shape.word_shards, epoch), cls(PAIRS, shape.pair_shards, epoch)

    def number(self, name: str) -> int:
        """In which shard a list lies: all that starts like an unfinished pair lies in one."""
        head, _, item = name.partition(" ")
        return shard_hash(head if self.folder == WORDS else head + item[0]) % self.count

    def parted(self, lists: Lists) -> dict[int, dict[str, Postings | Unread]]:
        """The lists by the number of their shard."""
        by_shard: dict[int, dict[str, Postings | Unread]] = defaultdict(dict)
        for name, postings in lists.items():
            by_shard[self.number(name)][name] = postings
        return by_shard

    def encoded(self, number: int, lists: Lists) -> ShardFile:
        """A shard of these lists, empty or not: a shard that is missing is a fault."""
        cap = WORD_CAP if self.folder == WORDS else PAIR_CAP
        content = whole = encode_shard(self.epoch, lists, cap)
        if any(len(postings) > cap for postings in lists.values()):
            whole = encode_shard(self.epoch, lists, level=FAST)
        return ShardFile(path_of(self.folder, number), content, whole)

    def decoded(self, number: int, memory: Mapping[str, bytes]) -> dict[str, Unread | list[int]]:
        """The whole lists of a shard, as they were kept."""
        epoch, lists = decode_shard(memory.get(path_of(self.folder, number), b""))
        if epoch != self.epoch or any(self.number(name) != number for name in lists):
            raise DamagedError(f"{path_of(self.folder, number)} is not of this index")
        return lists


def name_and_strength(line: str) -> tuple[str, int]:
    """The name of the list that a line of terms belongs to, and the strength that it gives."""
    return line[:-1].replace(":", " "), int(line[-1])


def is_word(line: str) -> bool:
    """Whether a line of terms is a word; others are pairs."""
    return ":" in line
