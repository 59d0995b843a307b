"""What an update of the index leaves for the next one, packed in the rows of the cache."""

from dataclasses import dataclass
from hashlib import blake2b

from newsroom.search.format.encoding import DamagedError, pack, to_json, unpack
from newsroom.search.format.stored_fields import stored_fields
from newsroom.search.update.cache import Cache, cache_version
from newsroom.search.words.contraction import Contraction
from newsroom.search.words.document_terms import document_terms
from newsroom.search.words.documents import SearchDocument

_KEY = 16
"""Bytes of a row's key of its document."""


@dataclass(frozen=True, slots=True)
class Prepared:
    """What the index needs of a document's text, small enough to be sent between processes."""

    terms: bytes
    """Packed: by slice, lines of words and pairs, each with a digit, its strength."""
    shown: bytes
    """Packed: the JSON of what a result shows."""


def prepare(document: SearchDocument, contraction: Contraction) -> Prepared:
    """What the index needs of a document: pure, and to be called in any process."""
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
    """The rows that hold what was prepared of the documents."""

    cache: Cache

    def has(self, uri: str, digest: str) -> bool:
        """Whether what is kept of a document is of this digest."""
        key = _row_key(uri, digest)
        rows = (self.cache.get(f"{name}/{uri}") for name in ("terms", "shown"))
        return all(row is not None and row.startswith(key) for row in rows)

    def terms(self, uri: str, digest: str) -> bytes:
        """The packed terms of a document."""
        return self._get("terms", uri, digest)

    def shown(self, uri: str, digest: str) -> bytes:
        """What shows a document, packed."""
        return self._get("shown", uri, digest)

    def put(self, uri: str, digest: str, prepared: Prepared) -> None:
        """Keep what was prepared of a document."""
        key = _row_key(uri, digest)
        self.cache[f"terms/{uri}"] = key + prepared.terms
        self.cache[f"shown/{uri}"] = key + prepared.shown

    def drop(self, uri: str) -> None:
        """Forget a document."""
        self.cache.pop(f"terms/{uri}", None)
        self.cache.pop(f"shown/{uri}", None)

    def _get(self, name: str, uri: str, digest: str) -> bytes:
        row = self.cache.get(f"{name}/{uri}", b"")
        if not row.startswith(_row_key(uri, digest)):
            raise DamagedError(f"{name} of {uri} are missing, or those of another version")
        return row[_KEY:]


def _row_key(uri: str, digest: str) -> bytes:
    return blake2b(f"{cache_version()} {digest} {uri}".encode(), digest_size=_KEY).digest()
