"""Bytes of the index: JSON, gzip and checksums that are the same on every machine."""

import json
import zlib
from collections.abc import Iterable

FAST, _BEST = 1, 9
"""Levels of compression: of what only the cache holds, and of the published files."""
_GZIP_HEADER = b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x02\xff"
"""No name, no time, no operating system: the same bytes on every machine."""


class DamagedError(ValueError):
    """What was kept from the last update cannot be read, or does not fit what else was kept."""


def to_json(value: object) -> bytes:
    """Compact UTF-8 JSON."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def gzip(data: bytes, level: int = _BEST) -> bytes:
    """The gzip file of the data, without a time in it."""
    packer = zlib.compressobj(level, zlib.DEFLATED, -zlib.MAX_WBITS)
    tail = zlib.crc32(data).to_bytes(4, "little") + len(data).to_bytes(4, "little")
    return _GZIP_HEADER + packer.compress(data) + packer.flush() + tail


def is_gzip(data: bytes) -> bool:
    """Whether the bytes are a gzip file of this program."""
    return data.startswith(_GZIP_HEADER)


def gunzip(data: bytes) -> bytes:
    """What a gzip file holds."""
    return _unpacked(data, zlib.MAX_WBITS | 16)


def pack(data: bytes, level: int = FAST) -> bytes:
    """Pack quickly what only the cache holds; at level 0, with a checksum only."""
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
