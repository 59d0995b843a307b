"""A shard: a small gzipped file that holds posting lists under names; shard.js reads it."""

import re
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate, chain, groupby, islice, repeat
from operator import and_, sub

Postings = Sequence[int]
"""Document number * 4 + strength (class of a word, flags of a pair), ascending."""


@dataclass(frozen=True, slots=True)
class Unread:
    """A posting list as it lies in a shard; few of a shard's lists are ever to be changed."""

    differences: bytes
    count: int

    def __len__(self) -> int:
        return self.count

    def postings(self) -> list[int]:
        """The list itself."""
        differences = map(_value, _VARINT.findall(self.differences))
        return list(accumulate(differences, lambda last, more: (last & ~3) + more))


Lists = Mapping[str, Postings | Unread]
"""Posting lists by `head item`: a word and its form, or the two words of a pair."""

STRONGEST = 3
FAST, _BEST = 1, 9
"""Levels of compression: of what only the memory holds, and of the published files."""
_EPOCH = 4
"""Bytes of an epoch."""
_GZIP_HEADER = b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x02\xff"
"""No name, no time, no operating system: the same bytes on every machine."""
_MORE = 128
"""The bit that says that a number goes on in the next byte."""
_VARINT = re.compile(rb"[\x80-\xff]*[\x00-\x7f]")


class DamagedError(ValueError):
    """What was kept from the last update cannot be read, or does not fit what else was kept."""


def strongest(postings: Postings, cap: int) -> Postings:
    """The list with at most `cap` postings: by strength (its two low bits), then newest.

    Every posting of the greatest strength stays.
    """
    if len(postings) <= cap:
        return postings
    kept = [posting for posting in postings if posting & 3 == STRONGEST]
    for strength in reversed(range(STRONGEST)):
        room = cap - len(kept)
        if room <= 0:
            break
        kept += [posting for posting in postings if posting & 3 == strength][-room:]
    return sorted(kept)


def encode_shard(epoch: bytes, lists: Lists, cap: int | None = None, level: int = _BEST) -> bytes:
    """A shard of posting lists, each cut to its strongest where it has more than `cap`.

    Layout: epoch, length of text, text (a line for each head word: the word, a blank, its items
    parted by blanks), then for every item the numbers: postings * 2, + 1 where capped, which the
    number of documents follows; then the postings, each as the difference to the one before
    (its document's times 4, plus class or flags).
    """
    names = sorted(lists)
    by_head = groupby((name.partition(" ") for name in names), key=lambda parts: parts[0])
    text = "\n".join(
        " ".join((head, *(item for _, _, item in parts))) for head, parts in by_head
    ).encode()
    content = [epoch, varint(len(text)), text]
    for name in names:
        _append_list(content, lists[name], cap)
    return gzip(b"".join(content), level)


def decode_shard(data: bytes) -> tuple[bytes, dict[str, Unread | list[int]]]:
    """The epoch and the lists of a shard that was made without a cap."""
    content = gunzip(data)
    try:
        start = _VARINT.match(content, _EPOCH).end()  # type: ignore[union-attr]
        end = start + _value(content[_EPOCH:start])
        text = content[start:end].decode()
        pieces = iter(_VARINT.findall(content, end))
        heads = (line.split(" ") for line in text.split("\n") if line)
        names = [f"{head} {item}" for head, *items in heads for item in items]
        lists: dict[str, Unread | list[int]] = {name: _next_list(pieces) for name in names}
    except (AttributeError, UnicodeDecodeError, StopIteration) as error:
        raise DamagedError("a shard cannot be read") from error
    if next(pieces, None) is not None:
        raise DamagedError("a shard has more lists than names")
    return content[:_EPOCH], lists


@lru_cache(maxsize=1 << 16)
def varint(value: int) -> bytes:
    """Seven bits a byte, low ones first, the high bit set where more follow."""
    out = bytearray()
    while value >= _MORE:
        out.append(value & 127 | _MORE)
        value >>= 7
    out.append(value)
    return bytes(out)


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


def _append_list(content: list[bytes], postings: Postings | Unread, cap: int | None) -> None:
    documents = len(postings)
    is_cut = cap is not None and documents > cap
    if isinstance(postings, Unread):
        if not is_cut:
            content += (varint(documents * 2), postings.differences)
            return
        postings = postings.postings()
    if cap is not None:
        postings = strongest(postings, cap)
    count = len(postings)
    if documents > count:
        content += (varint(count * 2 + 1), varint(documents))
    else:
        content.append(varint(count * 2))
    before = chain((0,), map(and_, postings, repeat(~3)))
    differences = list(map(sub, postings, before))
    if max(differences, default=0) < _MORE:
        content.append(bytes(differences))
    else:
        content += map(varint, differences)


@lru_cache(maxsize=1 << 16)
def _value(piece: bytes) -> int:
    return sum((byte & 127) << 7 * place for place, byte in enumerate(piece))


def _next_list(pieces: Iterator[bytes]) -> Unread:
    count, is_cut = divmod(_value(next(pieces)), 2)
    differences = list(islice(pieces, count))
    if is_cut or len(differences) < count:
        raise DamagedError("a list was cut")
    return Unread(b"".join(differences), count)
