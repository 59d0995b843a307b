"""SNAP"""

from dataclasses import dataclass
from functools import cached_property

from newsroom.search.format.document_numbers import NumberedDocuments, Scale
from newsroom.search.format.encoding import pack, unpack
from newsroom.search.format.layout import Layout
from newsroom.search.update.cache import Cache, cache_version
from newsroom.search.words.documents import ListedDocument

STATE = "state"


@dataclass(frozen=True)
class Snapshot:
    """Which documents were indexed, in the order of their numbers."""

    layout: Layout
    digests: tuple[str, ...]

    @classmethod
    def of(cls, entries: NumberedDocuments[ListedDocument]) -> "Snapshot":
        """The state of numbered entries."""
        return cls(Layout.of(entries), tuple(entry.digest.hex() for entry in entries.documents))

    @classmethod
    def taken_from(cls, cache: Cache, layout: Layout) -> "Snapshot | None":
        """The state after the last update; None if it is unknown, as while another is made.

        Where its layout is no other, it is this one, with all that is worked out already.
        """
        state = cls.kept_in(cache)
        cache.pop(STATE, None)
        return cls(layout, state.digests) if state and state.layout == layout else state

    @classmethod
    def kept_in(cls, cache: Cache) -> "Snapshot | None":
        """The state after the last update; None if it is unknown."""
        try:
            version, scale, numbers, *lines = unpack(cache[STATE]).decode().split("\n")
            layout_numbers = tuple(map(int, numbers.split()))
            first, start, step = map(int, scale.split())
        except (KeyError, ValueError):
            return None
        count = len(layout_numbers)
        if version != cache_version() or len(lines) != 2 * count:
            return None
        layout = Layout(tuple(lines[:count]), layout_numbers, Scale(first, start, step))
        return cls(layout, tuple(lines[count:]))

    def keep(self, cache: Cache) -> None:
        """Let the next update find it."""
        scale = self.layout.scale
        numbers = " ".join(map(str, self.layout.numbers))
        lines = [cache_version(), f"{scale.first} {scale.start} {scale.step}", numbers]
        text = "\n".join([*lines, *self.layout.uris, *self.digests])
        cache[STATE] = pack(text.encode(), level=0)

    @cached_property
    def by_uri(self) -> dict[str, str]:
        """The digest of every document."""
        return dict(zip(self.layout.uris, self.digests, strict=True))
