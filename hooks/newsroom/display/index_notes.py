"""Notes of the index pages: which pages there are and what each shows, kept while their articles
stay the same.

Ten thousand articles have three thousand index pages. Making all their displays takes as long as
everything else in a build after an edit. So pages are grouped by what they are made from
(display/indexes.py), and only groups that are given something else are made again. If the digest of
everything that groups may be given is unchanged, not even the groups are made.

Held by tests/incremental/test_one_change_at_a_time.py and test_shortcuts.py; decision 10.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, MutableMapping
from functools import cached_property
from typing import NamedTuple

from newsroom.build.rows import recall, remember, stay_inside
from newsroom.content import uris
from newsroom.display.digests import Card, digest_of
from newsroom.display.indexes import Index, IndexGroup
from newsroom.machine.shortcuts import Shortcut, is_taken

_KEY = "indexes"


class IndexNote(NamedTuple):
    """What must be known of an index page while it stays the same."""

    uri: str
    title: str
    digest: bytes
    """Of all that it shows."""
    last_change: str
    """The day, as the sitemap wants it; empty for a page without articles."""
    is_empty: bool
    """Whether there is nothing to be found on it yet."""
    has_data: bool
    """Whether its data lies beside it."""

    @property
    def is_public(self) -> bool:
        """Whether residents see it, too."""
        return self.uri != uris.UNPUBLISHED

    @property
    def src_uri(self) -> str:
        """The path under which MkDocs knows it."""
        return f"{self.uri}index.md"

    @property
    def dest_uri(self) -> str:
        """The path of its file on the site."""
        return f"{self.uri}index.html"


_Kept = dict[str, tuple[bytes, list[IndexNote]]]
"""By the address of a group: the digest of what it was given, and its notes."""


class IndexNotes:
    """The notes of all index pages of a build, and their displays on demand."""

    def __init__(
        self,
        groups: Callable[[], Iterable[IndexGroup]],
        card: Card,
        everything: bytes,
        inputs: bytes,
        store: MutableMapping[str, bytes],
    ) -> None:
        """groups: makes all groups; not called if nothing changed.

        everything: the digest of all that groups may be given; inputs: the digest of the code and
        the settings that they are made by.
        """
        self._groups, self._card = groups, card
        kept = self._notes(everything, inputs, store)
        self._by_group = {note.uri: uri for uri, (_, notes) in kept.items() for note in notes}
        self.by_src_uri = {note.src_uri: note for _, notes in kept.values() for note in notes}

    def __iter__(self) -> Iterator[IndexNote]:
        return iter(self.by_src_uri.values())

    def display(self, uri: str) -> Index:
        """What the page at that address shows."""
        return self._made[self._by_group[uri]].by_uri[uri]

    @cached_property
    def _made(self) -> Mapping[str, "_Made"]:
        return {group.uri: _Made(group, self._card) for group in self._groups()}

    def _notes(self, everything: bytes, inputs: bytes, store: MutableMapping[str, bytes]) -> _Kept:
        last = recall(store, _KEY, inputs, tuple[bytes, _Kept])
        known, then = last if last and is_taken(Shortcut.INDEX_NOTES) else (b"", {})
        if not stay_inside(note.uri for _, notes in then.values() for note in notes):
            known, then = b"", {}
        if known == everything:
            return then
        now: _Kept = {}
        for uri, made in self._made.items():
            before, given = then.get(uri), made.given
            is_same = before is not None and before[0] == given
            now[uri] = before if before and is_same else (given, list(made.notes()))
        remember(store, _KEY, inputs, (everything, now))
        return now


class _Made:
    """A group whose pages are made when the first of them is requested."""

    def __init__(self, group: IndexGroup, card: Card) -> None:
        self._group, self._card = group, card

    @property
    def given(self) -> bytes:
        """The digest of what the group is given."""
        make = self._group.make
        return digest_of((make.__module__, make.__qualname__, self._group.given), self._card)

    @cached_property
    def by_uri(self) -> Mapping[str, Index]:
        """The displays by the addresses of their pages."""
        return {index.uri: index for index in self._group.pages()}

    def notes(self) -> Iterator[IndexNote]:
        """The notes of all pages of the group."""
        for uri, index in self.by_uri.items():
            day = f"{index.last_change:%Y-%m-%d}" if index.last_change else ""
            shown = digest_of((index.layout, index), self._card)
            yield IndexNote(uri, index.title, shown, day, index.is_empty, index.has_data)
