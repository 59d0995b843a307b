"""Posting lists, which the shards hold: the documents of a word or of a pair of words.

A posting is a document's number * 4 + its strength: the class of a word, the flags of a pair.
"""

import re
from array import array
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate, chain, compress, repeat
from operator import and_, or_, sub

Postings = Sequence[int]
"""Ascending."""

STRONGEST = 3
"""The greatest strength."""
VARINT = re.compile(rb"[\x00-\xcf]|[\xd0-\xf7].|[\xf8-\xfe]..|\xff....", re.DOTALL)

_TWO, _THREE, _FIVE = 0xD0, 0xF8, 0xFF
"""First bytes from which on a varint has so many bytes."""
_FROM_THREE = _TWO + (_THREE - _TWO << 8)
_FROM_FIVE = _FROM_THREE + (_FIVE - _THREE << 16)
"""Values from which on it has."""

_POSTING = "I"
_PLACES = [bytes(byte & STRONGEST == strength for byte in range(256)) for strength in range(4)]
"""By strength: for the low byte of a posting, whether it has this strength."""


@dataclass(frozen=True, slots=True)
class EncodedPostings:
    """A posting list as it lies in a shard; few of a shard's lists are ever to be changed."""

    differences: bytes
    count: int

    def __len__(self) -> int:
        return self.count

    def postings(self) -> list[int]:
        """The list itself."""
        differences = list(map(number_of, VARINT.findall(self.differences)))
        numbers = accumulate(map(and_, differences, repeat(~STRONGEST)))
        return list(map(or_, numbers, map(and_, differences, repeat(STRONGEST))))


@dataclass(frozen=True, slots=True)
class TieredPostings:
    """A long list parted by strength: of ten thousand postings none but the asked are looked at."""

    parts: tuple["array[int]", ...]
    """The postings of each strength, ascending."""

    @classmethod
    def of(cls, postings: "Postings | EncodedPostings | TieredPostings") -> "TieredPostings":
        """The same list, parted."""
        if isinstance(postings, TieredPostings):
            return postings
        if isinstance(postings, EncodedPostings):
            postings = postings.postings()
        low = bytes(map(and_, postings, repeat(255)))
        chosen = (low.translate(places) for places in _PLACES)
        return cls(tuple(array(_POSTING, compress(postings, places)) for places in chosen))

    @classmethod
    def from_bytes(cls, counts: Sequence[int], content: bytes) -> "TieredPostings":
        """What `to_bytes` gave, by the number of postings of each strength."""
        postings = array(_POSTING, content)
        ends = list(accumulate(counts))
        return cls(tuple(postings[end - n : end] for end, n in zip(ends, counts, strict=True)))

    def to_bytes(self) -> bytes:
        """All postings, by strength."""
        return b"".join(part.tobytes() for part in self.parts)

    def __len__(self) -> int:
        return sum(map(len, self.parts))

    def strongest(self, cap: int) -> list[int]:
        """At most `cap` postings: by strength, then newest; all of the greatest strength."""
        kept = list(self.parts[STRONGEST])
        for part in reversed(self.parts[:STRONGEST]):
            room = min(len(part), max(0, cap - len(kept)))
            kept += part[len(part) - room :]
        return sorted(kept)

    def edit(self, posting: int, *, is_added: bool) -> bool:
        """Put a posting in or take it out; false where that cannot be done."""
        return edit_postings(self.parts[posting & STRONGEST], posting, is_added=is_added)


PostingLists = Mapping[str, Postings | EncodedPostings | TieredPostings]
"""Posting lists by `head item`: a word and its form, or the two words of a pair."""


def edit_postings(postings: "list[int] | array[int]", posting: int, *, is_added: bool) -> bool:
    """Put a posting into a list or take it out; false where that cannot be done."""
    place = bisect_left(postings, posting)
    if (place < len(postings) and postings[place] == posting) is is_added:
        return False
    if is_added:
        postings.insert(place, posting)
    else:
        del postings[place]
    return True


def strongest(postings: Postings | TieredPostings, cap: int) -> Postings:
    """The list with at most `cap` postings: by strength, then newest.

    Every posting of the greatest strength stays.
    """
    if len(postings) <= cap and not isinstance(postings, TieredPostings):
        return postings
    return TieredPostings.of(postings).strongest(cap)


def encoded(postings: Postings | EncodedPostings | TieredPostings, cap: int) -> list[bytes]:
    """A list as it lies in a shard: how many postings, then each less the number of the one before.

    How many stands times 2, + 1 where the list was cut; the number of documents follows then.
    """
    documents = len(postings)
    if isinstance(postings, EncodedPostings):
        if documents <= cap:
            return [varint(documents * 2), postings.differences]
        postings = postings.postings()
    postings = strongest(postings, cap)
    count = len(postings)
    before = chain((0,), map(and_, postings, repeat(~STRONGEST)))
    differences = map(varint, map(sub, postings, before))
    if documents > count:
        return [varint(count * 2 + 1), varint(documents), *differences]
    return [varint(count * 2), *differences]


@lru_cache(maxsize=1 << 16)
def varint(value: int) -> bytes:
    """One byte below 208; else 40 first bytes for two, 7 for three, and the last for five."""
    if value < _TWO:
        return bytes([value])
    if value < _FROM_THREE:
        return (value - _TWO + (_TWO << 8)).to_bytes(2, "big")
    if value < _FROM_FIVE:
        return (value - _FROM_THREE + (_THREE << 16)).to_bytes(3, "big")
    return bytes([_FIVE]) + value.to_bytes(4, "big")


@lru_cache(maxsize=1 << 16)
def number_of(piece: bytes) -> int:
    """The number that a varint stands for."""
    value = int.from_bytes(piece, "big")
    match len(piece):
        case 1:
            return value
        case 2:
            return value - (_TWO << 8) + _TWO
        case 3:
            return value - (_THREE << 16) + _FROM_THREE
    return value - (_FIVE << 32)
