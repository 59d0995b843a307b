"""Fingerprints: short digests of everything that something was made from."""

import io
import pickle
from collections.abc import Callable, Iterable
from dataclasses import replace
from hashlib import blake2b
from pathlib import Path

from newsroom.catalogue.entries import NONE, Articles
from newsroom.content.article import Article
from newsroom.display.indexes import Index

PLAIN = 2
"""The form of marshalled values in which equal ones have equal bytes."""
SIZE = 16
"""Bytes of a fingerprint."""
Card = Callable[[str], bytes]
"""The digest of all that a list may show of the article of that path."""


def digest(*parts: bytes | str) -> bytes:
    """The digest of some parts, each told from the next."""
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


def digest_of_index(index: Index, card: Card) -> bytes:
    """The digest of an index page; of the articles listed only the last change matters."""
    shown = replace(index, listed=NONE)
    buffer = io.BytesIO()
    pickler = _Cards(buffer, protocol=4)
    pickler.card = card
    pickler.fast = True  # no memo: the same bytes whether equal parts are one object or two
    pickler.dump((type(index).__name__, index.last_change, shown))
    return digest(buffer.getvalue())


class _Cards(pickle.Pickler):
    """Writes the cards of articles in their place."""

    card: Card

    def persistent_id(self, value: object) -> list[bytes] | bytes | None:
        if isinstance(value, Articles):
            return [entry.card for entry in value.entries]
        return self.card(str(value.path)) if isinstance(value, Article) else None
