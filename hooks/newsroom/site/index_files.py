"""Index pages: which there are, made only where their articles have changed."""

import pickle
from collections.abc import Iterable, Iterator, Mapping
from functools import partial

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, InclusionLevel

from newsroom import uris
from newsroom.content.article import Article
from newsroom.incremental.fingerprint import digest, digest_of_index, joined
from newsroom.incremental.rows import recall, remember
from newsroom.indexes.pages import Index, IndexGroup
from newsroom.site.index_page import index_file
from newsroom.site.session import Session
from newsroom.site.shown import IndexNote, Shown
from newsroom.site.site_files import Known, SiteFiles
from newsroom.site.visibility import DRAFT, PUBLIC, VALUE

_KEY = "indexes"


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
    then = _remembered(session, rules)
    by_uri = session.by_uri
    now: dict[str, tuple[bytes, list[IndexNote]]] = {}
    for group in groups:
        made = _Made(group)
        cards = joined(by_uri[article.uri].card for article in group.articles)
        key = digest(cards, repr(group.says))
        known = then.get(group.uri)
        notes = known[1] if known and known[0] == key else list(_notes(made, by_uri))
        now[group.uri] = key, notes
        for note in notes:
            level = PUBLIC if note.is_public else DRAFT
            make = partial(_file, made, note.uri, level, config)
            files.know(note.src_uri, Known(note.dest_uri, VALUE[level], make))
            session.indexes.append(note)
    if now != then:
        remember(session.store, _KEY, rules, pickle.dumps(now, pickle.HIGHEST_PROTOCOL))


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


def _notes(made: _Made, by_uri: Mapping[str, Shown]) -> Iterator[IndexNote]:
    def card(article: Article) -> bytes:
        return by_uri[article.uri].card

    for uri, index in made.pages().items():
        day = f"{index.last_change:%Y-%m-%d}" if index.last_change else ""
        yield IndexNote(uri, digest_of_index(index, card), day, uri != uris.UNPUBLISHED)


def _file(made: _Made, uri: str, level: InclusionLevel, config: MkDocsConfig) -> File:
    return index_file(made.pages()[uri], config, level)


def _remembered(session: Session, rules: bytes) -> dict[str, tuple[bytes, list[IndexNote]]]:
    known: dict[str, tuple[bytes, list[IndexNote]]] = {}
    if row := recall(session.store, _KEY, rules):
        known = pickle.loads(row)  # noqa: S301 - our own file
    return known
