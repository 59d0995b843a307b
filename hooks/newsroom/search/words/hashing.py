"""Hash partitioning: which shard a key lies in, and which slice of the work makes that shard.

SLICES divides every number of sealed shards, so a shard belongs to one slice and slices can be
merged in separate processes. The engine computes the same hash (test_tokenizer_parity.py).
"""

from functools import lru_cache
from zlib import crc32

SLICES = 16
"""A document's terms are divided into this many slices, by the low bits of their hash."""


@lru_cache(maxsize=1 << 17)
def shard_hash(key: str) -> int:
    """CRC-32 of the key's UTF-8; its remainder is the number of the shard."""
    return crc32(key.encode())


@lru_cache(maxsize=1 << 17)
def slice_of(key: str) -> int:
    """The slice of a key: a word's fold, or a pair's first fold and one letter of its second."""
    return shard_hash(key) % SLICES
