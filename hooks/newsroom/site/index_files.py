"""Index pages: which there are, made only where their articles have changed."""

import marshal
from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from operator import itemgetter

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, InclusionLevel

from newsroom import uris
from newsroom.entries import Entry
from newsroom.incremental.fingerprint import digest, digest_of_index, joined
from newsroom.incremental.records import Record
from newsroom.incremental.rows import recall, remember
from newsroom.indexes.pages import Index, IndexGroup
from newsroom.site.index_page import index_file
from newsroom.site.session import Session
from newsroom.site.shown import IndexNote
from newsroom.site.site_files import Known, Shelf, SiteFiles
from newsroom.site.visibility import DRAFT, PUBLIC, VALUE

_KEY = "indexes"
_CARD = itemgetter(Entry._fields.index("card"))
_Plain = tuple[str, str, bytes, str, bool]
"""An IndexNote as it is kept."""
_Remembered = dict[str, tuple[bytes, list[_Plain]]]
"""By the address of a group: what it was made from, and its notes."""


def add_index_files(
    files: SiteFiles,
    session: Session,
    groups: Iterable[IndexGroup],
    rules: bytes,
    config: MkDocsConfig,
) -> None:
    """Make every index page known.

    rules: the digest of the code and the settings that index pages are made by.
    """
    row = recall(session.store, _KEY, rules)
    then: _Remembered = marshal.loads(row) if row else {}  # noqa: S302 - our own file
    now: _Remembered = {}
    shelf: dict[str, tuple[IndexNote, _Made]] = {}
    records = session.records
    for group in groups:
        made = _Made(group)
        cards = joined(map(_CARD, group.articles.entries))
        key = digest(cards, repr(group.says))
        known = then.get(group.uri)
        notes = known[1] if known and known[0] == key else list(_notes(made, records))
        now[group.uri] = key, notes
        for note in map(IndexNote._make, notes):
            shelf[note.src_uri] = note, made
            session.indexes.append(note)
    if now != then:
        remember(session.store, _KEY, rules, marshal.dumps(now))

    def known_page(note: IndexNote, made: _Made) -> Known:
        level = PUBLIC if note.is_public else DRAFT
        return Known(note.dest_uri, VALUE[level], partial(_file, made, note, level, config))

    def find(src_uri: str) -> Known | None:
        return known_page(*shelf[src_uri]) if src_uri in shelf else None

    files.know(Shelf(find, lambda: (known_page(*page) for page in shelf.values())))


class _Made:
    """The pages of a group, made when the first of them is asked for."""

    def __init__(self, group: IndexGroup) -> None:
        self._group = group
        self._pages: dict[str, Index] = {}

    def pages(self) -> Mapping[str, Index]:
        """The pages by their address."""
        if not self._pages:
            self._pages = {index.uri: index for index in self._group.pages()}
        return self._pages


def _notes(made: _Made, records: Mapping[str, Record]) -> Iterator[_Plain]:
    for uri, index in made.pages().items():
        day = f"{index.last_change:%Y-%m-%d}" if index.last_change else ""
        digested = digest_of_index(index, lambda path: records[path].entry.card)
        yield uri, index.title, digested, day, uri != uris.UNPUBLISHED


def _file(made: _Made, note: IndexNote, level: InclusionLevel, config: MkDocsConfig) -> File:
    return index_file(note, lambda: made.pages()[note.uri], config, level)
