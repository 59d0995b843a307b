"""The forward index: by document, its terms and its stored fields, packed, one row each.

It saves analysing a document whose text did not change (2 ms each, 20 of the 73 CPU seconds of a
cold build of 10,000 articles: decision 11), and it tells a patch which terms a document had. Every
row starts with a hash of document, digest and version, so a row of another version is never used.
Held by tests/newsroom/search/update/test_indexing.py; decisions 10 and 11.
"""

from dataclasses import dataclass
from hashlib import blake2b

from newsroom.search.format.encoding import DamagedError, pack, to_json, unpack
from newsroom.search.format.stored_fields import stored_fields
from newsroom.search.update.cache import Cache, cache_version
from newsroom.search.words.contraction import Contraction
from newsroom.search.words.document_terms import document_terms
from newsroom.search.words.documents import SearchDocument

_KEY = 16
"""Bytes of the hash that a row starts with."""


@dataclass(frozen=True, slots=True)
class Prepared:
    """What the index needs of a document's text, small enough to be sent between processes."""

    terms: bytes
    """Packed: by slice, lines of words and pairs, each ending in a digit, its strength."""
    stored_fields: bytes
    """Packed JSON."""


def prepare(document: SearchDocument, contraction: Contraction) -> Prepared:
    """What the index needs of a document. Pure, so any process may call it."""
    terms = document_terms(document, contraction)
    slices = ("\n".join(filter(None, both)) for both in zip(terms.words, terms.pairs, strict=True))
    return Prepared(pack("\t".join(slices).encode()), pack(to_json(stored_fields(document))))


def slices_of(packed_terms: bytes) -> list[list[str]]:
    """The lines of prepared terms, by slice."""
    try:
        texts = unpack(packed_terms).decode().split("\t")
    except UnicodeDecodeError as error:
        raise DamagedError("terms are no text") from error
    return [text.split("\n") if text else [] for text in texts]


@dataclass(frozen=True, slots=True)
class ForwardIndex:
    """The rows of the cache that hold prepared documents."""

    cache: Cache

    def has(self, uri: str, digest: str) -> bool:
        """Whether the document is kept, in the version that has this digest."""
        key = _row_key(uri, digest)
        rows = (self.cache.get(f"{name}/{uri}") for name in ("terms", "shown"))
        return all(row is not None and row.startswith(key) for row in rows)

    def terms(self, uri: str, digest: str) -> bytes:
        """The packed terms of a document."""
        return self._get("terms", uri, digest)

    def stored_fields(self, uri: str, digest: str) -> bytes:
        """The packed stored fields of a document."""
        return self._get("shown", uri, digest)

    def put(self, uri: str, digest: str, prepared: Prepared) -> None:
        """Keep a prepared document."""
        key = _row_key(uri, digest)
        self.cache[f"terms/{uri}"] = key + prepared.terms
        self.cache[f"shown/{uri}"] = key + prepared.stored_fields

    def drop(self, uri: str) -> None:
        """Forget a document."""
        self.cache.pop(f"terms/{uri}", None)
        self.cache.pop(f"shown/{uri}", None)

    def _get(self, name: str, uri: str, digest: str) -> bytes:
        row = self.cache.get(f"{name}/{uri}", b"")
        if not row.startswith(_row_key(uri, digest)):
            raise DamagedError(f"{name} of {uri} are missing or of another version")
        return row[_KEY:]


def _row_key(uri: str, digest: str) -> bytes:
    return blake2b(f"{cache_version()} {digest} {uri}".encode(), digest_size=_KEY).digest()
