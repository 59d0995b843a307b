"""The articles folder as a build sees it: read where it changed, remembered where not."""

from collections.abc import Callable, Iterator
from itertools import chain

from mkdocs.config.defaults import MkDocsConfig

from newsroom.build.digests import digest
from newsroom.catalogue.catalogue import Catalogue
from newsroom.catalogue.opened import OpenArticles
from newsroom.catalogue.records import (
    PUBLIC,
    Record,
    packed_article,
    read_records,
    unpacked_article,
)
from newsroom.catalogue.redirects import Redirects, published, redirects_of
from newsroom.catalogue.stamps import Known
from newsroom.catalogue.taken import Taken
from newsroom.content.files import address_clashes
from newsroom.content.problem import Problem, by_place
from newsroom.display.groups import index_groups
from newsroom.machine.processes import pool
from newsroom.site.mkdocs.settings import articles_dir, build_moment, newsroom_of
from newsroom.site.mkdocs.site_files import SiteFiles
from newsroom.site.pages.article_files import know_article_files
from newsroom.site.run.environment import reading_digest
from newsroom.site.run.session import Session


def read_articles_folder(files: SiteFiles, session: Session, config: MkDocsConfig) -> list[Problem]:
    """Fill the session with the articles and what is wrong with them, make their files known; the
    problems for which files beside them are left out."""
    folder, newsroom, rules = articles_dir(config), newsroom_of(config), reading_digest(config)
    moment = build_moment()
    stamps = session.stamps
    with pool() as run:
        read = read_records(folder, stamps, newsroom, moment, rules, session.store, run)
    session.known = stamps.now.get
    session.records, clashes = _shown(read.by_path, session.known, newsroom.articles_dir)
    session.before, _ = _shown(read.before, stamps.then.get, newsroom.articles_dir)
    problems = [problem for told in read.problems.values() for problem in told]

    def packed(path: str) -> bytes:
        """As it was remembered; read again where that was damaged."""
        row = packed_article(path, rules, session.store)
        if unpacked_article(row) is None:
            from newsroom.catalogue.reading import read_chunk  # noqa: PLC0415 - see its docstring

            row = read_chunk(folder, newsroom, moment, [path])[0].article
        return row

    session.open = OpenArticles(session.records, packed)
    public = [one.entry for one in session.records.values() if one.publication == PUBLIC]
    session.catalogue = Catalogue(public, session.open)
    refused = know_article_files(files, session, folder, config)
    redirects = _redirects(files, session, config)
    session.redirects = published(redirects, {entry.path for entry in public})
    told = [*problems, *clashes, *redirects.problems]
    session.problems = tuple(sorted(told, key=by_place))
    return refused


def _redirects(files: SiteFiles, session: Session, config: MkDocsConfig) -> Redirects:
    """What old addresses come to beside all that the site will hold."""
    entries = [record.entry for record in session.records.values()]
    if not any(entry.aliases for entry in entries):
        return Redirects()
    newsroom, today = newsroom_of(config), build_moment().date()

    def generated() -> Iterator[str]:
        return (group.uri for group in index_groups(session.catalogue, newsroom, today))

    beside = (f"tin/{path}" for path in session.stamps.now if not path.endswith(".md"))
    hand_written = (file.dest_uri for file in files)
    taken = Taken(chain(hand_written, beside), (entry.uri for entry in entries), generated)
    return redirects_of(entries, taken, newsroom.articles_dir)


def _shown(
    records: dict[str, Record], known: Callable[[str], Known | None], articles_dir: str
) -> tuple[dict[str, Record], list[Problem]]:
    """The records as a build shows them: one article of an address, and no picture that is lost;
    with what is wrong with the addresses."""
    claims = {path: record.entry.uri for path, record in records.items()}
    refused = dict(address_clashes(claims, articles_dir))
    pictures = {path: record.picture for path, record in records.items() if record.picture}
    lost = [path for path, picture in pictures.items() if not known(picture)]
    if refused or lost:
        records = {path: record for path, record in records.items() if path not in refused}
        for path in records.keys() & lost:
            entry = records[path].entry
            entry = entry._replace(card=digest(entry.card, "no picture"))
            records[path] = records[path]._replace(picture="", entry=entry)
    return records, list(refused.values())
