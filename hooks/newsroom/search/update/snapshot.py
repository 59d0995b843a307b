"""The snapshot: which documents the last update indexed, by number, address and digest.

It saves opening the documents: what was added, removed or edited is told by comparing two
snapshots, without a look at any text. It relies on the caller's digest standing for all that a
document's terms and stored fields are made from. It is taken out of the cache while an update
runs, so an update that was cut short leaves none and the next one writes every file.
Held by tests/newsroom/search/update/test_indexing.py; decision 10.
"""

from dataclasses import dataclass, replace
from functools import cached_property
from hashlib import blake2b

from newsroom.search.format.document_numbers import NumberedDocuments, Scale
from newsroom.search.format.encoding import pack, unpack
from newsroom.search.format.layout import Layout
from newsroom.search.update.cache import Cache, cache_version
from newsroom.search.words.contraction import Contraction
from newsroom.search.words.documents import ListedDocument

_ROW = "state"


@dataclass(frozen=True)
class Snapshot:
    """Which documents were indexed, in the order of their numbers."""

    layout: Layout
    digests: tuple[str, ...]
    contraction: str
    """A digest of the abbreviations, on which all terms depend."""

    @classmethod
    def of(cls, entries: NumberedDocuments[ListedDocument], contraction: Contraction) -> "Snapshot":
        """The snapshot of these documents."""
        digests = tuple(entry.digest.hex() for entry in entries.documents)
        table = blake2b(repr(contraction.table).encode(), digest_size=16)
        return cls(Layout.of(entries), digests, table.hexdigest())

    @classmethod
    def taken_from(cls, cache: Cache, layout: Layout) -> "Snapshot | None":
        """The last update's snapshot, removed from the cache; None if there is none to trust.

        If its layout equals the given one, it shares that object and whatever it has computed.
        """
        last = cls.kept_in(cache)
        cls.forget(cache)
        return replace(last, layout=layout) if last and last.layout == layout else last

    @classmethod
    def kept_in(cls, cache: Cache) -> "Snapshot | None":
        """The last update's snapshot; None if it is missing, damaged or of another version."""
        try:
            version, contraction, scale, numbers, *lines = unpack(cache[_ROW]).decode().split("\n")
            layout_numbers = tuple(map(int, numbers.split()))
            first, start, step = map(int, scale.split())
        except (KeyError, ValueError):
            return None
        count = len(layout_numbers)
        if version != cache_version() or len(lines) != 2 * count:
            return None
        layout = Layout(tuple(lines[:count]), layout_numbers, Scale(first, start, step))
        return cls(layout, tuple(lines[count:]), contraction)

    @staticmethod
    def forget(cache: Cache) -> None:
        """Remove it for as long as an update runs."""
        cache.pop(_ROW, None)

    def keep(self, cache: Cache) -> None:
        """Leave it to the next update."""
        scale = self.layout.scale
        numbers = " ".join(map(str, self.layout.numbers))
        steps = f"{scale.first} {scale.start} {scale.step}"
        lines = [cache_version(), self.contraction, steps, numbers]
        text = "\n".join([*lines, *self.layout.uris, *self.digests])
        cache[_ROW] = pack(text.encode(), level=0)

    @cached_property
    def by_uri(self) -> dict[str, str]:
        """The digest of every document."""
        return dict(zip(self.layout.uris, self.digests, strict=True))
