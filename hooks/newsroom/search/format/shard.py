"""A shard: a small gzip file of named posting lists, which shard.js reads.

Where lists are published cut to their strongest postings, the cache holds the shard *uncut*, in a
format that is only here: postings as arrays by strength, with nothing to decode. It saves decoding
lists of thousands of postings to change one, and relies on the same machine reading them back (the
version of the cache names its byte order).
Held by tests/newsroom/search/format/test_postings.py and update/test_indexing.py; decision 8.
"""

import json
from collections.abc import Iterator, Mapping
from itertools import accumulate, groupby, islice, pairwise
from sys import maxsize

from newsroom.search.format.encoding import DamagedError, gunzip, gzip, is_gzip, pack, unpack
from newsroom.search.format.postings import (
    VARINT,
    EncodedPostings,
    PostingLists,
    TieredPostings,
    encoded,
    number_of,
    varint,
)

_EPOCH = 4
"""Bytes of an epoch, the checksum that tells whether a shard fits the manifest."""
_POSTING = 4
"""Bytes of a posting in an uncut shard."""

DecodedLists = dict[str, EncodedPostings | TieredPostings | list[int]]
"""Posting lists as the cache holds them."""


def encode_shard(epoch: bytes, lists: PostingLists, cap: int = maxsize) -> bytes:
    """A shard of posting lists, each cut to its strongest postings if it has more than `cap`.

    Layout: epoch, length of the names, names (a line for each head word: the word and its items,
    separated by spaces), then the list of each item in the same order.
    """
    names = sorted(lists)
    by_head = groupby((name.partition(" ") for name in names), key=lambda parts: parts[0])
    text = "\n".join(" ".join((head, *(item for _, _, item in parts))) for head, parts in by_head)
    content = (part for name in names for part in encoded(lists[name], cap))
    return shard_of(epoch, text, b"".join(content))


def shard_of(epoch: bytes, names: str, lists: bytes) -> bytes:
    """The shard of these names and encoded lists."""
    text = names.encode()
    return gzip(b"".join((epoch, varint(len(text)), text, lists)))


def decode_shard(data: bytes) -> tuple[bytes, DecodedLists]:
    """The epoch and the lists of a shard without cut lists, or of an uncut shard."""
    return _decoded_shard(data) if is_gzip(data) else _decoded_uncut(data)


def encode_uncut(epoch: bytes, lists: Mapping[str, TieredPostings]) -> bytes:
    """An uncut shard: the epoch, the names with counts by strength, and all postings."""
    counts = {name: list(map(len, parted.parts)) for name, parted in lists.items()}
    content = b"".join(parted.to_bytes() for parted in lists.values())
    return pack(epoch + json.dumps(counts).encode() + b"\n" + content, level=0)


def _decoded_shard(data: bytes) -> tuple[bytes, DecodedLists]:
    content = gunzip(data)
    try:
        start = VARINT.match(content, _EPOCH).end()  # type: ignore[union-attr]
        end = start + number_of(content[_EPOCH:start])
        text = content[start:end].decode()
        pieces = iter(VARINT.findall(content, end))
        heads = (line.split(" ") for line in text.split("\n") if line)
        names = [f"{head} {item}" for head, *items in heads for item in items]
        lists: DecodedLists = {name: _next_list(pieces) for name in names}
    except (AttributeError, UnicodeDecodeError, StopIteration) as error:
        raise DamagedError("a shard cannot be read") from error
    if next(pieces, None) is not None:
        raise DamagedError("a shard has more lists than names")
    return content[:_EPOCH], lists


def _decoded_uncut(data: bytes) -> tuple[bytes, DecodedLists]:
    content = unpack(data)
    names, _, postings = content[_EPOCH:].partition(b"\n")
    try:
        counts: dict[str, list[int]] = json.loads(names)
        ends = accumulate((_POSTING * sum(own) for own in counts.values()), initial=0)
        lists: DecodedLists = {
            name: TieredPostings.from_bytes(own, postings[start:end])
            for (name, own), (start, end) in zip(counts.items(), pairwise(ends), strict=True)
        }
    except (AttributeError, TypeError, ValueError) as error:
        raise DamagedError("an uncut shard cannot be read") from error
    return content[:_EPOCH], lists


def _next_list(pieces: Iterator[bytes]) -> EncodedPostings:
    count, is_cut = divmod(number_of(next(pieces)), 2)
    differences = list(islice(pieces, count))
    if is_cut or len(differences) < count:
        raise DamagedError("a list was cut")
    return EncodedPostings(b"".join(differences), count)
