"""Hash partitioning: which shard a key lies in, and which slice of the work makes that shard."""

from functools import lru_cache
from zlib import crc32

SLICES = 16
"""A document's terms lie in this many slices, by the low bits of the hash of their shard."""


@lru_cache(maxsize=1 << 17)
def shard_hash(key: str) -> int:
    """The number that decides on a key's shard: CRC-32 of its UTF-8."""
    return crc32(key.encode())


@lru_cache(maxsize=1 << 17)
def slice_of(key: str) -> int:
    """Where a word lies by its fold, and a pair by the first fold and a letter of the second: all
    that starts like an unfinished pair lies in one shard."""
    return shard_hash(key) % SLICES
