"""The content of the site: what a build knows of the articles folder, frozen and complete once
on_files has returned."""

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from newsroom.build.dependencies import Provider
from newsroom.catalogue.catalogue import Catalogue
from newsroom.catalogue.entries import Entry
from newsroom.catalogue.lookup import Lookup, OpenArticles, providers
from newsroom.catalogue.moves import Moves
from newsroom.catalogue.record import PUBLIC, Record
from newsroom.catalogue.redirects import Redirect
from newsroom.catalogue.stamps import Stamps
from newsroom.content.problem import Problem
from newsroom.display.index_notes import IndexNotes


class Media(NamedTuple):
    """A file that an article shows."""

    source: Path
    content: bytes
    """The digest of its bytes."""
    is_public: bool
    """Whether an article that residents can read shows it."""


@dataclass(frozen=True, kw_only=True)
class SiteContent:
    """The articles, what is made from them, and their problems."""

    records: Mapping[str, Record]
    """Every article that can be shown, if only in the preview, by its path below the articles
    folder."""
    shown: Mapping[str, Record]
    """Those that have a page in this build."""
    before: Mapping[str, Record]
    """The records of the last build; empty if its code or settings were different."""
    stamps: Stamps
    open: OpenArticles
    catalogue: Catalogue
    """The articles that residents can read."""
    lookup: Lookup
    """The door through which pages get articles."""
    media: Mapping[str, Media]
    """The files that articles show, by their address."""
    redirects: Mapping[str, Redirect]
    """The pages at old addresses, by the file that each is."""
    problems: Sequence[Problem]
    indexes: IndexNotes

    @cached_property
    def changed(self) -> Set[str]:
        """The paths of the articles that were added, removed or changed since the last build."""
        now, then = self.records, self.before
        if now is then:
            return frozenset()
        return {path for path in now.keys() | then.keys() if now.get(path) != then.get(path)}

    @cached_property
    def by_uri(self) -> Mapping[str, Record]:
        """The articles by their address."""
        return {record.entry.uri: record for record in self.records.values()}

    def card(self, path: str) -> bytes:
        """The digest of all that a page may show of the article."""
        return self.records[path].entry.card

    def providers(self) -> dict[str, Provider]:
        """The providers of everything that pages are given, except linked files."""
        moves = Moves(self._public(self.before), self._public(self.records))
        return {
            **providers(self.catalogue, self.changed, moves),
        }

    def _public(self, records: Mapping[str, Record]) -> list[Entry]:
        """The entries of the changed records that residents can read."""
        found = (records[path] for path in self.changed if path in records)
        return [record.entry for record in found if record.is_public]


def hidden_in(records: Mapping[str, Record]) -> list[Record]:
    """The articles that residents cannot read at this moment, the newest first."""
    hidden = [record for record in records.values() if record.publication != PUBLIC]
    return sorted(hidden, key=lambda record: (-record.entry.time, record.entry.uri))
