"""A shard: a small gzipped file that holds posting lists under names; shard.js reads it.

Where lists are published cut, an update keeps them whole in a row of its own.
"""

import json
import zlib
from collections.abc import Iterable, Iterator, Mapping
from itertools import accumulate, groupby, islice, pairwise
from sys import maxsize

from newsroom.search.postings import VARINT, Lists, Parted, Unread, encoded, number_of, varint

FAST, _BEST = 1, 9
"""Levels of compression: of what only the memory holds, and of the published files."""
_EPOCH = 4
"""Bytes of an epoch."""
_POSTING = 4
"""Bytes of a posting in a row of whole lists."""
_GZIP_HEADER = b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x02\xff"
"""No name, no time, no operating system: the same bytes on every machine."""

Read = dict[str, Unread | Parted | list[int]]
"""Lists as they were kept."""


class DamagedError(ValueError):
    """What was kept from the last update cannot be read, or does not fit what else was kept."""


def encode_shard(epoch: bytes, lists: Lists, cap: int = maxsize) -> bytes:
    """A shard of posting lists, each cut to its strongest where it has more than `cap`.

    Layout: epoch, length of text, text (a line for each head word: the word, a blank, its items
    parted by blanks), then for every item its list.
    """
    names = sorted(lists)
    by_head = groupby((name.partition(" ") for name in names), key=lambda parts: parts[0])
    text = "\n".join(
        " ".join((head, *(item for _, _, item in parts))) for head, parts in by_head
    ).encode()
    content = [epoch, varint(len(text)), text]
    for name in names:
        content += encoded(lists[name], cap)
    return gzip(b"".join(content))


def decode_shard(data: bytes) -> tuple[bytes, Read]:
    """The epoch and the lists of a shard of which none was cut, or of a row of whole lists."""
    return _decoded_shard(data) if data.startswith(_GZIP_HEADER) else _decoded_whole(data)


def encode_whole(epoch: bytes, lists: Mapping[str, Parted]) -> bytes:
    """A row of whole lists: the epoch, the names with counts by strength, and all postings."""
    counts = {name: list(map(len, parted.parts)) for name, parted in lists.items()}
    content = b"".join(parted.to_bytes() for parted in lists.values())
    return pack(epoch + json.dumps(counts).encode() + b"\n" + content, level=0)


def _decoded_shard(data: bytes) -> tuple[bytes, Read]:
    content = gunzip(data)
    try:
        start = VARINT.match(content, _EPOCH).end()  # type: ignore[union-attr]
        end = start + number_of(content[_EPOCH:start])
        text = content[start:end].decode()
        pieces = iter(VARINT.findall(content, end))
        heads = (line.split(" ") for line in text.split("\n") if line)
        names = [f"{head} {item}" for head, *items in heads for item in items]
        lists: Read = {name: _next_list(pieces) for name in names}
    except (AttributeError, UnicodeDecodeError, StopIteration) as error:
        raise DamagedError("a shard cannot be read") from error
    if next(pieces, None) is not None:
        raise DamagedError("a shard has more lists than names")
    return content[:_EPOCH], lists


def _decoded_whole(data: bytes) -> tuple[bytes, Read]:
    content = unpack(data)
    names, _, postings = content[_EPOCH:].partition(b"\n")
    try:
        counts: dict[str, list[int]] = json.loads(names)
        ends = accumulate((_POSTING * sum(own) for own in counts.values()), initial=0)
        lists: Read = {
            name: Parted.from_bytes(own, postings[start:end])
            for (name, own), (start, end) in zip(counts.items(), pairwise(ends), strict=True)
        }
    except (AttributeError, TypeError, ValueError) as error:
        raise DamagedError("a row of whole lists cannot be read") from error
    return content[:_EPOCH], lists


def gzip(data: bytes, level: int = _BEST) -> bytes:
    """The gzip file of the data, without a time in it."""
    packer = zlib.compressobj(level, zlib.DEFLATED, -zlib.MAX_WBITS)
    tail = zlib.crc32(data).to_bytes(4, "little") + len(data).to_bytes(4, "little")
    return _GZIP_HEADER + packer.compress(data) + packer.flush() + tail


def gunzip(data: bytes) -> bytes:
    """What a gzip file holds."""
    return _unpacked(data, zlib.MAX_WBITS | 16)


def pack(data: bytes, level: int = FAST) -> bytes:
    """Pack quickly what only the memory of the index holds; at level 0, with a checksum only."""
    return zlib.compress(data, level)


def unpack(data: bytes) -> bytes:
    """The inverse of pack."""
    return _unpacked(data, zlib.MAX_WBITS)


def digest_lines(texts: Iterable[str]) -> bytes:
    """Four bytes that stand for a list of lines."""
    return zlib.crc32("\n".join([*texts, ""]).encode()).to_bytes(4, "big")


def _unpacked(data: bytes, window: int) -> bytes:
    try:
        return zlib.decompress(data, window)
    except (zlib.error, TypeError) as error:
        raise DamagedError("packed data cannot be read") from error


def _next_list(pieces: Iterator[bytes]) -> Unread:
    count, is_cut = divmod(number_of(next(pieces)), 2)
    differences = list(islice(pieces, count))
    if is_cut or len(differences) < count:
        raise DamagedError("a list was cut")
    return Unread(b"".join(differences), count)
