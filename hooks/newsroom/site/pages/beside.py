"""What stands beside an article on its page: its neighbours in the section, related articles."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from newsroom.catalogue.catalogue import place_of
from newsroom.catalogue.entries import Entry
from newsroom.catalogue.records import Record
from newsroom.catalogue.related import Moves, related_uris
from newsroom.site.run.session import Session

RELATED = 4


class Beside(NamedTuple):
    """The articles beside one."""

    newer: Entry | None = None
    """The next article of the section in time."""
    older: Entry | None = None
    related: tuple[Entry, ...] = ()

    @property
    def entries(self) -> Iterator[Entry | None]:
        """All of them."""
        yield from (self.newer, self.older, *self.related)


class BesideEachOther:
    """The articles beside each article that residents can read; others stand alone."""

    def __init__(self, session: Session, rules: bytes) -> None:
        """rules: the digest of all that articles are read by."""
        self._session = session
        self._catalogue = session.catalogue
        self._moves = Moves(
            [record.entry for record in self._public(session.before)],
            [record.entry for record in self._public(session.records)],
        )
        self._related, self._others = related_uris(
            session.catalogue, self._moves, RELATED, rules, session.store
        )

    def of(self, entry: Entry) -> Beside:
        """What stands beside an article."""
        uris = self._related.get(entry.uri)
        if uris is None:
            return Beside()
        by_uri = self._session.by_uri
        newer, older = self._catalogue.beside_in_section(entry)
        return Beside(newer, older, tuple(by_uri[uri].entry for uri in uris if uri in by_uri))

    def touched(self) -> Iterator[str]:
        """The paths of the articles beside which another one came, went or changed."""
        by_uri = self._session.by_uri
        yield from (by_uri[uri].entry.path for uri in self._others if uri in by_uri)
        changed = {entry.uri for entry in self._moves.entries}
        for uri, related in self._related.items() if changed else ():
            if uri in by_uri and not changed.isdisjoint(related):
                yield by_uri[uri].entry.path
        for entry in self._moves.entries:
            group = self._catalogue.group(("section", entry.section))
            place = place_of(entry, group)
            yield from (near.path for near in group[max(0, place - 1) : place + 2])

    def _public(self, records: Mapping[str, Record]) -> Iterator[Record]:
        """The changed ones among the records that residents can read."""
        for path in self._session.changed:
            record = records.get(path)
            if record and record.is_public:
                yield record
