"""Posting lists, which the shards hold: the documents of a word or of a pair of words (a biword).

A posting is a document's number * 4 + its strength, a quantised impact of two bits: the class of a
word, the flags of a pair. In a shard a list is delta-encoded in varints of our own (`varint`).

Three shapes of one list, by what is to be done with it (`posting_arrays.py` has a fourth, of many):
- a plain list of integers, as few documents give it;
- EncodedPostings: bytes out of a shard. It saves decoding the lists of a shard that a patch leaves
  alone, which are nearly all of them;
- TieredPostings: a list too long to be published whole, in one array for each strength. It saves
  looking at ten thousand postings to find the 1,500 strongest, or the one to change.

They rely on lists being ascending and on strength being the low two bits.
Held by tests/newsroom/search/format/test_postings.py and update/test_indexing.py; decision 8.
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

TWO, THREE, FIVE = 0xD0, 0xF8, 0xFF
"""The least first byte of a varint of two, three and five bytes."""
FROM_THREE = TWO + (THREE - TWO << 8)
FROM_FIVE = FROM_THREE + (FIVE - THREE << 16)
"""The least value that needs three and five bytes."""

_ONE = bytes([2])
"""The count of a list of one posting."""
_POSTING = "I"
_PLACES = tuple(bytes(byte & STRONGEST == strength for byte in range(256)) for strength in range(4))
"""For each strength: by the low byte of a posting, whether it has this strength."""


@dataclass(frozen=True, slots=True)
class EncodedPostings:
    """A posting list as it lies in a shard, not decoded yet."""

    differences: bytes
    count: int

    def __len__(self) -> int:
        return self.count

    def postings(self) -> list[int]:
        """The list, decoded."""
        # Each difference is (number - last number) * 4 + strength. The running sum of the
        # differences without their low bits gives the numbers; the low bits are put back.
        differences = list(map(number_of, VARINT.findall(self.differences)))
        numbers = accumulate(map(and_, differences, repeat(~STRONGEST)))
        return list(map(or_, numbers, map(and_, differences, repeat(STRONGEST))))


@dataclass(frozen=True, slots=True)
class TieredPostings:
    """A long posting list, divided by strength."""

    parts: tuple["array[int]", ...]
    """The postings of each strength, ascending."""

    @classmethod
    def of(cls, postings: "Postings | EncodedPostings | TieredPostings") -> "TieredPostings":
        """The same list, divided."""
        if isinstance(postings, TieredPostings):
            return postings
        if isinstance(postings, EncodedPostings):
            postings = postings.postings()
        # Selects by strength without a Python step per posting: the low bytes of all postings are
        # translated to flags, once for each strength.
        low = bytes(map(and_, postings, repeat(255)))
        chosen = (low.translate(places) for places in _PLACES)
        return cls(tuple(array(_POSTING, compress(postings, places)) for places in chosen))

    @classmethod
    def from_bytes(cls, counts: Sequence[int], content: bytes) -> "TieredPostings":
        """The inverse of `to_bytes`; counts: how many postings each strength has."""
        postings = array(_POSTING, content)
        ends = list(accumulate(counts))
        return cls(tuple(postings[end - n : end] for end, n in zip(ends, counts, strict=True)))

    def to_bytes(self) -> bytes:
        """All postings, by strength."""
        return b"".join(part.tobytes() for part in self.parts)

    def __len__(self) -> int:
        return sum(map(len, self.parts))

    def strongest(self, cap: int) -> list[int]:
        """The strongest `cap` postings, the newest of equals; all of the greatest strength."""
        kept = list(self.parts[STRONGEST])
        for part in reversed(self.parts[:STRONGEST]):
            room = min(len(part), max(0, cap - len(kept)))
            kept += part[len(part) - room :]
        return sorted(kept)

    def edit(self, posting: int, *, is_added: bool) -> bool:
        """Add or remove a posting; false if it is there already, or not there."""
        return edit_postings(self.parts[posting & STRONGEST], posting, is_added=is_added)


PostingLists = Mapping[str, Postings | EncodedPostings | TieredPostings]
"""Posting lists by `head item`: a word and its form, or the two words of a pair."""


def edit_postings(postings: "list[int] | array[int]", posting: int, *, is_added: bool) -> bool:
    """Add or remove a posting of an ascending list; false if it is there already, or not there."""
    place = bisect_left(postings, posting)
    if (place < len(postings) and postings[place] == posting) is is_added:
        return False
    if is_added:
        postings.insert(place, posting)
    else:
        del postings[place]
    return True


def strongest(postings: Postings | TieredPostings, cap: int) -> Postings:
    """The strongest `cap` postings, the newest of equal ones.

    Every posting of the greatest strength stays, even if they are more.
    """
    if len(postings) <= cap and not isinstance(postings, TieredPostings):
        return postings
    return TieredPostings.of(postings).strongest(cap)


def encoded(postings: Postings | EncodedPostings | TieredPostings, cap: int) -> list[bytes]:
    """A list as it lies in a shard: the count of postings, then each minus the last one's number.

    The count is doubled, + 1 if the list was cut; the count of documents follows then.
    """
    documents = len(postings)
    if documents == 1 and isinstance(postings, list):  # as more than half of all lists are
        return [_ONE, varint(postings[0])]
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
    """One byte below 208; 40 first bytes for values of two, 7 for three, the last one for five."""
    if value < TWO:
        return bytes([value])
    if value < FROM_THREE:
        return (value - TWO + (TWO << 8)).to_bytes(2, "big")
    if value < FROM_FIVE:
        return (value - FROM_THREE + (THREE << 16)).to_bytes(3, "big")
    return bytes([FIVE]) + value.to_bytes(4, "big")


@lru_cache(maxsize=1 << 16)
def number_of(piece: bytes) -> int:
    """The inverse of varint."""
    value = int.from_bytes(piece, "big")
    match len(piece):
        case 1:
            return value
        case 2:
            return value - (TWO << 8) + TWO
        case 3:
            return value - (THREE << 16) + FROM_THREE
    return value - (FIVE << 32)
