"""What an update of the index leaves for the next one, packed in the rows of the memory."""

import zlib
from collections.abc import MutableMapping
from dataclasses import dataclass, fields
from functools import cached_property
from hashlib import blake2b
from sys import byteorder

from newsroom.search import layout as sizes
from newsroom.search import sealed_lists as caps
from newsroom.search.contraction import Contraction
from newsroom.search.document import Listed, SearchDocument, document_terms, shown, to_json
from newsroom.search.layout import Layout
from newsroom.search.numbers import Numbered, Scale
from newsroom.search.shard import DamagedError, pack, unpack

Memory = MutableMapping[str, bytes]
"""Rows that outlive an update; only its keys are asked for, never a list of them."""

STATE = "state"
_KEY = 16
"""Bytes of a row's key of its document."""


@dataclass(frozen=True, slots=True)
class Entry(Listed):
    """A document that can be found, without its text."""

    digest: bytes
    """Stands for the whole SearchDocument, and for the abbreviations that its terms depend on."""

    @classmethod
    def of(cls, document: SearchDocument, digest: bytes) -> "Entry":
        """The entry of a document."""
        listed = {field.name: getattr(document, field.name) for field in fields(Listed)}
        return cls(**listed, digest=digest)


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
    return Prepared(pack("\t".join(slices).encode()), pack(to_json(shown(document))))


def slices_of(packed_terms: bytes) -> list[list[str]]:
    """The lines of prepared terms, by slice."""
    try:
        texts = unpack(packed_terms).decode().split("\t")
    except UnicodeDecodeError as error:
        raise DamagedError("terms are no text") from error
    return [text.split("\n") if text else [] for text in texts]


@dataclass(frozen=True)
class State:
    """Which documents were indexed, in the order of their numbers."""

    layout: Layout
    digests: tuple[str, ...]

    @classmethod
    def of(cls, entries: Numbered[Entry]) -> "State":
        """The state of numbered entries."""
        return cls(Layout.of(entries), tuple(entry.digest.hex() for entry in entries.documents))

    @classmethod
    def taken_from(cls, memory: Memory, layout: Layout) -> "State | None":
        """The state after the last update; None if it is unknown, as while another is made.

        Where its layout is no other, it is this one, with all that is worked out already.
        """
        state = cls.kept_in(memory)
        memory.pop(STATE, None)
        return cls(layout, state.digests) if state and state.layout == layout else state

    @classmethod
    def kept_in(cls, memory: Memory) -> "State | None":
        """The state after the last update; None if it is unknown."""
        try:
            version, scale, numbers, *lines = unpack(memory[STATE]).decode().split("\n")
            layout_numbers = tuple(map(int, numbers.split()))
            first, start, step = map(int, scale.split())
        except (KeyError, ValueError):
            return None
        count = len(layout_numbers)
        if version != _version() or len(lines) != 2 * count:
            return None
        layout = Layout(tuple(lines[:count]), layout_numbers, Scale(first, start, step))
        return cls(layout, tuple(lines[count:]))

    def keep(self, memory: Memory) -> None:
        """Let the next update find it."""
        scale = self.layout.scale
        numbers = " ".join(map(str, self.layout.numbers))
        lines = [_version(), f"{scale.first} {scale.start} {scale.step}", numbers]
        text = "\n".join([*lines, *self.layout.uris, *self.digests])
        memory[STATE] = pack(text.encode(), level=0)

    @cached_property
    def by_uri(self) -> dict[str, str]:
        """The digest of every document."""
        return dict(zip(self.layout.uris, self.digests, strict=True))


@dataclass(frozen=True, slots=True)
class DocumentRows:
    """The rows that hold what was prepared of the documents."""

    memory: Memory

    def has(self, uri: str, digest: str) -> bool:
        """Whether what is kept of a document is of this digest."""
        key = _row_key(uri, digest)
        rows = (self.memory.get(f"{name}/{uri}") for name in ("terms", "shown"))
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
        self.memory[f"terms/{uri}"] = key + prepared.terms
        self.memory[f"shown/{uri}"] = key + prepared.shown

    def drop(self, uri: str) -> None:
        """Forget a document."""
        self.memory.pop(f"terms/{uri}", None)
        self.memory.pop(f"shown/{uri}", None)

    def _get(self, name: str, uri: str, digest: str) -> bytes:
        row = self.memory.get(f"{name}/{uri}", b"")
        if not row.startswith(_row_key(uri, digest)):
            raise DamagedError(f"{name} of {uri} are missing, or those of another version")
        return row[_KEY:]


def _row_key(uri: str, digest: str) -> bytes:
    return blake2b(f"{_version()} {digest} {uri}".encode(), digest_size=_KEY).digest()


def _version() -> str:
    """Stands for all but the documents and the code that the files and the rows depend on; who
    keeps the memory beside changing code forgets it when that changes."""
    limits = (sizes.BLOCK, sizes.HEAD, sizes.HEAD_SHARDS, caps.WORD_CAP, caps.PAIR_CAP)
    machine = f"{zlib.ZLIB_RUNTIME_VERSION} {byteorder}"
    return f"{sizes.FORMAT} {limits} {machine}"
