"""A shard: a small gzipped file that holds posting lists under names; shard.js reads it."""

import zlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

Postings = Sequence[int]
"""Document number * 4 + class or flags, ascending."""

_GZIP_HEADER = b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x02\xff"
"""No name, no time, no operating system: the same bytes on every machine."""


@dataclass(frozen=True, slots=True)
class Capped:
    """A posting list, and the number of documents before the weakest were left out."""

    postings: Postings
    documents: int

    @classmethod
    def strongest(cls, postings: Postings, cap: int, strongest: int) -> "Capped":
        """The list with at most `cap` postings: by strength (its two low bits), then newest.

        Every posting whose strength is `strongest` stays.
        """
        if len(postings) <= cap:
            return cls(postings, len(postings))
        by_strength = sorted(postings, key=lambda posting: (-(posting & 3), -posting))
        kept = by_strength[:cap] + [p for p in by_strength[cap:] if p & 3 == strongest]
        return cls(sorted(kept), len(postings))


def encode_shard(epoch: bytes, lists: Mapping[str, Mapping[str, Capped]]) -> bytes:
    """A shard of lists by head word and item.

    Layout: epoch, length of text, text (a line for each head word: the word, a blank, its items
    parted by blanks), then for every item the numbers: postings * 2, + 1 where capped, which the
    number of documents follows; then the postings, each as the difference to the one before
    (its document's times 4, plus class or flags).
    """
    heads = sorted(lists)
    text = "\n".join(" ".join((head, *sorted(lists[head]))) for head in heads).encode()
    out = bytearray(epoch)
    append_varint(out, len(text))
    out += text
    for head in heads:
        for item in sorted(lists[head]):
            _append_list(out, lists[head][item])
    return gzip(bytes(out))


def _append_list(out: bytearray, capped: Capped) -> None:
    count = len(capped.postings)
    is_capped = capped.documents > count
    append_varint(out, count * 2 + is_capped)
    if is_capped:
        append_varint(out, capped.documents)
    last = 0
    for posting in capped.postings:
        value = posting - last
        last = posting & ~3
        while value > 127:
            out.append(value & 127 | 128)
            value >>= 7
        out.append(value)


def append_varint(out: bytearray, value: int) -> None:
    """Seven bits a byte, low ones first, the high bit set where more follow."""
    while value > 127:
        out.append(value & 127 | 128)
        value >>= 7
    out.append(value)


def gzip(data: bytes) -> bytes:
    """The gzip file of the data, without a time in it."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
    tail = zlib.crc32(data).to_bytes(4, "little") + len(data).to_bytes(4, "little")
    return _GZIP_HEADER + packer.compress(data) + packer.flush() + tail


def digest_lines(texts: Iterable[str]) -> bytes:
    """Four bytes that stand for a list of lines."""
    value = 0
    for text in texts:
        value = zlib.crc32(f"{text}\n".encode(), value)
    return value.to_bytes(4, "big")
