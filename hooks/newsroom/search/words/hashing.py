"""Hash partitioning: which shard a list lies in, and which slice of the work makes that shard.

SLICES divides every number of sealed shards, so a shard belongs to one slice and slices can be
merged in separate processes. The engine computes the same hash (test_tokenizer_parity.py).
"""

from functools import lru_cache
from zlib import crc32

SLICES = 16
"""The lists of an index are divided into this many slices, by the low bits of their hash."""

WORD_LETTERS, PAIR_LETTERS = 0, 2
"""How many letters of a list's item decide on its shard. Pairs go by their first word and two
letters of the second, or one digit: all completions of a half-typed pair lie in one shard, and a
reader gets few others with the pair that was asked for."""


def list_hash(name: str, letters: int) -> int:
    """The hash of a list by its name, `head item`; its remainder is the number of the shard."""
    start = name.index(" ") + 1
    return shard_hash(name[:start] + deciding(name[start:], letters))


def deciding(item: str, letters: int) -> str:
    """What of a list's item decides on its shard."""
    is_number = letters and "0" <= item[:1] <= "9"
    return item[: 1 if is_number else letters]


@lru_cache(maxsize=1 << 17)
def shard_hash(key: str) -> int:
    """CRC-32 of the key's UTF-8, without the blank between two words."""
    return crc32(key.replace(" ", "").encode())
