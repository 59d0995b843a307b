"""The forward index: by document, its words and its stored fields, packed, one row each.

It saves opening a document whose text did not change, and it tells a patch which terms a document
had. Every row starts with a hash of document, digest and version, so a row of another version is
never used.
Held by tests/newsroom/search/update/test_indexing.py; decisions 10 and 11.
"""

from dataclasses import dataclass
from hashlib import blake2b

from newsroom.search.format.encoding import DamagedError, pack, unpack
from newsroom.search.format.stored_fields import stored_fields
from newsroom.search.update.cache import Cache, cache_version
from newsroom.search.words.document_terms import DocumentWords, spaced_words, words_in
from newsroom.search.words.documents import SearchDocument

_KEY = 16
"""Bytes of the hash that a row starts with."""


@dataclass(frozen=True, slots=True)
class Prepared:
    """What the index needs of a document's text, small enough to be sent between processes."""

    words: bytes
    """Packed, as `spaced_words` gives them."""
    stored_fields: bytes
    """As the function of that name gives them."""


def prepare(document: SearchDocument) -> Prepared:
    """What the index needs of a document. Pure, so any process may call it."""
    return Prepared(pack(spaced_words(document).encode(), level=0), stored_fields(document))


def unpacked_words(packed: bytes) -> DocumentWords:
    """The words of a document that was prepared."""
    try:
        return words_in(unpack(packed).decode())
    except ValueError as error:
        raise DamagedError("the words of a document cannot be read") from error


@dataclass(frozen=True, slots=True)
class ForwardIndex:
    """The rows of the cache that hold prepared documents."""

    cache: Cache

    def has(self, uri: str, digest: str) -> bool:
        """Whether the document is kept, in the version that has this digest."""
        key = _row_key(uri, digest)
        rows = (self.cache.get(f"{name}/{uri}") for name in ("words", "shown"))
        return all(row is not None and row.startswith(key) for row in rows)

    def words(self, uri: str, digest: str) -> bytes:
        """The packed words of a document."""
        return self._get("words", uri, digest)

    def stored_fields(self, uri: str, digest: str) -> bytes:
        """The packed stored fields of a document."""
        return self._get("shown", uri, digest)

    def put(self, uri: str, digest: str, prepared: Prepared) -> None:
        """Keep a prepared document."""
        key = _row_key(uri, digest)
        self.cache[f"words/{uri}"] = key + prepared.words
        self.cache[f"shown/{uri}"] = key + prepared.stored_fields

    def drop(self, uri: str) -> None:
        """Forget a document."""
        self.cache.pop(f"words/{uri}", None)
        self.cache.pop(f"shown/{uri}", None)

    def _get(self, name: str, uri: str, digest: str) -> bytes:
        row = self.cache.get(f"{name}/{uri}", b"")
        if not row.startswith(_row_key(uri, digest)):
            raise DamagedError(f"{name} of {uri} are missing or of another version")
        return row[_KEY:]


def _row_key(uri: str, digest: str) -> bytes:
    return blake2b(f"{cache_version()} {digest} {uri}".encode(), digest_size=_KEY).digest()
