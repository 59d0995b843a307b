"""Digests: short values that stand for everything something was made from."""

from collections.abc import Iterable
from hashlib import blake2b
from pathlib import Path

PLAIN = 2
"""The form of marshalled values in which equal ones have equal bytes."""
SIZE = 16
"""Bytes of a digest."""


def digest(*parts: bytes | str) -> bytes:
    """The digest of the parts; where one ends and the next begins counts."""
    total = blake2b(digest_size=SIZE)
    for part in parts:
        data = part.encode() if isinstance(part, str) else part
        total.update(len(data).to_bytes(8, "big"))
        total.update(data)
    return total.digest()


def joined(digests: Iterable[bytes]) -> bytes:
    """The digest of a list of digests."""
    return blake2b(b"".join(digests), digest_size=SIZE).digest()


def digest_of_files(folder: Path, pattern: str = "*") -> bytes:
    """The digest of the names and contents of all files below a folder."""
    files = (file for file in sorted(folder.rglob(pattern)) if file.is_file())
    return digest(
        *(part for f in files for part in (f.relative_to(folder).as_posix(), f.read_bytes()))
    )
