"""Bytes of the index: JSON, gzip and checksums, the same on every machine for the same content.

The header of a gzip file has no name, no time and no operating system, so that an index built from
scratch equals an updated one byte for byte (test_build_index.py holds the header; decision 8). Only
another version of zlib compresses differently: the version of the cache names it.
"""

import json
import zlib
from collections.abc import Iterable

FAST, _BEST = 1, 9
"""Compression levels of rows of the cache and of published files."""
_GZIP_HEADER = b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x02\xff"


class DamagedError(ValueError):
    """The cache cannot be read, or parts of it do not fit each other."""


def to_json(value: object) -> bytes:
    """Compact UTF-8 JSON."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def gzip(data: bytes, level: int = _BEST) -> bytes:
    """The data as a gzip file."""
    packer = zlib.compressobj(level, zlib.DEFLATED, -zlib.MAX_WBITS)
    tail = zlib.crc32(data).to_bytes(4, "little") + len(data).to_bytes(4, "little")
    return _GZIP_HEADER + packer.compress(data) + packer.flush() + tail


def gzip_start(data: bytes) -> bytes:
    """Data compressed so that `gzip_with` makes gzip files of it that end in different ways."""
    packer = zlib.compressobj(_BEST, zlib.DEFLATED, -zlib.MAX_WBITS)
    # A sync flush ends on a whole byte, so another block can be put behind it.
    packed = packer.compress(data) + packer.flush(zlib.Z_SYNC_FLUSH)
    return zlib.crc32(data).to_bytes(4, "little") + len(data).to_bytes(4, "little") + packed


def gzip_with(start: bytes, end: bytes) -> bytes:
    """The gzip file of the data of `gzip_start` and some bytes more, which are not compressed."""
    check, length = (int.from_bytes(start[at : at + 4], "little") for at in (0, 4))
    size = len(end).to_bytes(2, "little")
    last_block = b"\x01" + size + bytes(byte ^ 0xFF for byte in size) + end
    tail = zlib.crc32(end, check).to_bytes(4, "little") + (length + len(end)).to_bytes(4, "little")
    return _GZIP_HEADER + start[8:] + last_block + tail


def is_gzip(data: bytes) -> bool:
    """Whether the bytes are a file written by `gzip`."""
    return data.startswith(_GZIP_HEADER)


def gunzip(data: bytes) -> bytes:
    """The inverse of gzip."""
    return _unpacked(data, zlib.MAX_WBITS | 16)


def pack(data: bytes, level: int = FAST) -> bytes:
    """Compress a row of the cache quickly; level 0 adds only a checksum."""
    return zlib.compress(data, level)


def unpack(data: bytes) -> bytes:
    """The inverse of pack."""
    return _unpacked(data, zlib.MAX_WBITS)


def digest_lines(texts: Iterable[str]) -> bytes:
    """A checksum of four bytes of a list of lines."""
    return zlib.crc32("\n".join([*texts, ""]).encode()).to_bytes(4, "big")


def _unpacked(data: bytes, window: int) -> bytes:
    try:
        return zlib.decompress(data, window)
    except (zlib.error, TypeError) as error:
        raise DamagedError("packed data cannot be read") from error
