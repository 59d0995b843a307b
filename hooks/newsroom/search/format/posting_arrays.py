"""Posting lists as arrays, and all of their shards encoded at once.

It saves a Python step for each posting and each list of an index built from scratch (decision 41).
Shards with a list that is published cut are few; they are encoded as a patch does it.

It relies on names being numbered in their order, so that keys ascend as the names of lists do, and
on there being at most 2**14 shards.
Held by tests/newsroom/search/update/test_inversion.py, which compares with `Shards.encoded`.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from newsroom.search.format.layout import path_of
from newsroom.search.format.postings import FIVE, FROM_FIVE, FROM_THREE, STRONGEST, THREE, TWO
from newsroom.search.format.sealed_segment import ShardFile, Shards
from newsroom.search.format.shard import shard_of
from newsroom.search.words.chunk_terms import Numbers, parted

_KEY_BITS = 48
_SIZES = np.array([1, 2, 3, 5])
"""Bytes of the four kinds of varint, which begin at 0 and at these values."""
_FROM = np.array([TWO, FROM_THREE, FROM_FIVE])
_ADDED = np.array([0, (TWO << 8) - TWO, (THREE << 16) - FROM_THREE, FIVE << 32])


@dataclass(frozen=True, slots=True)
class PostingArrays:
    """Posting lists, by the numbers of their names."""

    keys: Numbers
    """Of each list: the number of its head, shifted, and that of its item."""
    hashes: NDArray[np.uint32]
    """Of each list: its remainder is the number of its shard."""
    counts: Numbers
    """Of each list: how many postings it has."""
    postings: NDArray[np.uint32]
    """Those of all lists, one list after another."""

    @classmethod
    def joined(cls, parts: Iterable["PostingArrays"]) -> "PostingArrays":
        """All lists of the parts; a list may be in several."""
        columns = ((part.keys, part.hashes, part.counts, part.postings) for part in parts)
        return cls(*map(np.concatenate, zip(*columns, strict=True)))

    def chosen(self, lists: Numbers) -> "PostingArrays":
        """The lists in these places, in this order."""
        counts = self.counts[lists]
        moved = np.cumsum(self.counts)[lists] - np.cumsum(counts)
        postings = self.postings[np.repeat(moved, counts) + np.arange(counts.sum())]
        return PostingArrays(self.keys[lists], self.hashes[lists], counts, postings)

    def merged(self, shards: int) -> "PostingArrays":
        """Each list once, its parts in their order; ordered by shards, of which there are so many,
        and keys."""
        places = self.hashes.astype(np.int64) % shards << _KEY_BITS | self.keys
        order = np.argsort(places, kind="stable")
        parts = self.chosen(order)
        first = np.flatnonzero(np.diff(places[order], prepend=-1))
        starts = (np.cumsum(parts.counts) - parts.counts)[first]
        counts = np.diff(starts, append=len(parts.postings))
        return replace(parts, keys=parts.keys[first], hashes=parts.hashes[first], counts=counts)


def encoded_shards(
    shards: Shards, numbers: Iterable[int], names: Sequence[str], lists: PostingArrays
) -> Iterator[ShardFile]:
    """The shards of these numbers, which hold all of the merged lists."""
    own = lists.hashes % shards.count
    with_cut = set(own[lists.counts > shards.cap].tolist())
    texts = _texts(names, lists, own)
    content, starts = _encoded(lists)
    for number in numbers:
        start, end = np.searchsorted(own, [number, number + 1]).tolist()
        if number in with_cut:
            named = dict(_named(names, lists.chosen(np.arange(start, end))))
            yield shards.encoded(number, named)
        else:
            text = "".join(texts[start:end])[1:]
            shard = shard_of(shards.epoch, text, content[starts[start] : starts[end]])
            yield ShardFile(path_of(shards.folder, number), shard, shard)


def _texts(names: Sequence[str], lists: PostingArrays, shards: NDArray[np.uint32]) -> list[str]:
    """What each list adds to the names of its shard: a line for each head, its items behind it."""
    heads, items = parted(lists.keys)
    begins = np.diff(heads, prepend=-1) | np.diff(shards, prepend=0)
    rows = zip(begins.tolist(), heads.tolist(), items.tolist(), strict=True)
    return [
        f"\n{names[head]} {names[item]}" if is_new else f" {names[item]}"
        for is_new, head, item in rows
    ]


def _encoded(lists: PostingArrays) -> tuple[bytes, list[int]]:
    """All lists as they lie in a shard, one after another, and where each begins."""
    postings = lists.postings.astype(np.int64)
    first = np.cumsum(lists.counts) - lists.counts
    before = np.zeros_like(postings)
    before[1:] = postings[:-1] & ~STRONGEST
    before[first] = 0
    values = np.insert(postings - before, first, lists.counts * 2)
    kinds = np.searchsorted(_FROM, values, side="right")
    sizes = _SIZES[kinds]
    # As big-endian numbers of eight bytes, of which each varint is the last few.
    table = (values + _ADDED[kinds]).astype(">i8").view(np.uint8).reshape(-1, 8)
    content = table[np.arange(8) >= 8 - sizes[:, None]].tobytes()
    ends = np.append(0, np.cumsum(sizes))
    return content, ends[np.append(first + np.arange(len(first)), len(values))].tolist()


def _named(names: Sequence[str], lists: PostingArrays) -> Iterator[tuple[str, list[int]]]:
    """The lists by their names."""
    parts = np.split(lists.postings, np.cumsum(lists.counts)[:-1])
    heads, items = parted(lists.keys)
    for head, item, postings in zip(heads.tolist(), items.tolist(), parts, strict=True):
        yield f"{names[head]} {names[item]}", postings.tolist()
