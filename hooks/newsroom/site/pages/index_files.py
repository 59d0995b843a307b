"""Index pages: which there are, made only where their articles have changed."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property
from operator import itemgetter

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, InclusionLevel

from newsroom.build.digests import digest, digest_of_index, joined
from newsroom.build.rows import recall, remember, stay_inside
from newsroom.catalogue.entries import Entry
from newsroom.catalogue.records import Record
from newsroom.content import uris
from newsroom.display.indexes import Index, IndexGroup
from newsroom.site.mkdocs.settings import build_moment
from newsroom.site.mkdocs.site_files import Answer, Shelf
from newsroom.site.mkdocs.visibility import DRAFT, PUBLIC
from newsroom.site.pages.index_page import index_file
from newsroom.site.pages.shown import IndexNote
from newsroom.site.run.session import Session

_KEY = "indexes"
_CARD = itemgetter(Entry._fields.index("card"))
_Kept = dict[str, tuple[bytes, list[IndexNote]]]
"""By the address of a group: what it was made from, and its notes."""


class IndexFiles:
    """The index pages of one build."""

    def __init__(
        self,
        session: Session,
        groups: Callable[[], Iterable[IndexGroup]],
        rules: bytes,
        config: MkDocsConfig,
    ) -> None:
        """groups: makes all groups; not asked for where no list can be another one than before.

        rules: the digest of the code and the settings that index pages are made by.
        """
        self._session = session
        self._groups = groups
        self._config = config
        notes = self._notes(rules)
        self.notes = [note for _, own in notes.values() for note in own]
        self._found = {note.src_uri: (note, uri) for uri, (_, own) in notes.items() for note in own}

    @property
    def shelf(self) -> Shelf:
        """The pages as MkDocs asks for them."""
        return Shelf(self._find, self._file, lambda: (note.dest_uri for note in self.notes))

    @cached_property
    def _made(self) -> dict[str, "_Made"]:
        return {group.uri: _Made(group) for group in self._groups()}

    def _notes(self, rules: bytes) -> _Kept:
        """The notes of all groups, each group thought of only where its articles changed."""
        everything = self._everything()
        kept, then = recall(self._session.store, _KEY, rules, tuple[bytes, _Kept]) or (b"", {})
        if not stay_inside(note.uri for _, notes in then.values() for note in notes):
            kept, then = b"", {}
        if kept == everything:
            return dict(then)
        now: _Kept = {}
        for uri, made in self._made.items():
            known, key = then.get(uri), made.key
            if known is None or known[0] != key:
                known = key, list(made.notes(self._session.records))
            now[uri] = known
        remember(self._session.store, _KEY, rules, (everything, now))
        return now

    def _everything(self) -> bytes:
        """Stands for all articles and problems, and the day."""
        hidden = [(r.entry.path, r.publication, r.entry.card) for r in self._session.hidden]
        cards = joined(map(_CARD, self._session.catalogue.entries))
        day = build_moment().date()
        return digest(cards, repr((hidden, self._session.problems, day)))

    def _find(self, src_uri: str) -> Answer:
        page = self._found.get(src_uri)
        return (page[0].dest_uri, _level(page[0]).value) if page else None

    def _file(self, src_uri: str) -> File:
        note, group = self._found[src_uri]
        return index_file(
            note, lambda: self._made[group].pages[note.uri], self._config, _level(note)
        )


def _level(note: IndexNote) -> InclusionLevel:
    return PUBLIC if note.is_public else DRAFT


class _Made:
    """The pages of a group, made when the first of them is asked for."""

    def __init__(self, group: IndexGroup) -> None:
        self._group = group

    @property
    def key(self) -> bytes:
        """Stands for all that the pages are made from."""
        cards = joined(map(_CARD, self._group.articles.entries))
        return digest(cards, repr(self._group.says))

    @cached_property
    def pages(self) -> Mapping[str, Index]:
        """The pages by their address."""
        return {index.uri: index for index in self._group.pages()}

    def notes(self, records: Mapping[str, Record]) -> Iterator[IndexNote]:
        """What must be known of each page to see whether it still holds."""
        for uri, index in self.pages.items():
            day = f"{index.last_change:%Y-%m-%d}" if index.last_change else ""
            digested = digest_of_index(index, lambda path: records[path].entry.card)
            yield IndexNote(uri, index.title, digested, day, uri != uris.UNPUBLISHED)
