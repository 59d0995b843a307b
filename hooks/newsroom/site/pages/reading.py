"""The articles folder as a build sees it: read where it changed, otherwise from the store."""

from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from itertools import chain
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from newsroom.build.digests import digest, joined
from newsroom.catalogue.catalogue import Catalogue
from newsroom.catalogue.lookup import Lookup, OpenArticles
from newsroom.catalogue.record import Record, unpacked_article
from newsroom.catalogue.records import packed_article, read_records
from newsroom.catalogue.redirects import Redirects, published, redirects_of
from newsroom.catalogue.stamps import Stamps
from newsroom.catalogue.taken import Taken
from newsroom.content.files import address_clashes
from newsroom.content.media import media_uri, on_disk
from newsroom.content.photo import Photo
from newsroom.content.pictures import Unseen
from newsroom.content.problem import Problem, by_place
from newsroom.display.groups import index_groups
from newsroom.display.index_notes import IndexNotes
from newsroom.display.indexes import IndexGroup
from newsroom.display.site_content import SiteContent, hidden_in
from newsroom.display.unpublished import unpublished_page
from newsroom.machine.processes import Map, pool
from newsroom.site.mkdocs.environment import reading_digest
from newsroom.site.mkdocs.run import Run
from newsroom.site.mkdocs.settings import articles_dir, build_moment, newsroom_of
from newsroom.site.mkdocs.site_files import SiteFiles
from newsroom.site.pages.article_files import know_pages, media_of
from newsroom.site.pages.index_files import know_indexes


# 1. Read the articles whose files changed; of two at one address leave one out.
# 2. Sort and group those that residents can read.
# 3. Add the pages of articles, then the files that they show.
# 4. Find out which old addresses are free for redirects.
# 5. Collect all problems, and make the notes of the index pages.
def read_content(files: SiteFiles, run: Run, config: MkDocsConfig) -> list[Problem]:
    """Give the files their content, and add the pages and files of articles and the index pages;
    returns the problems of files that are left out."""
    newsroom, inputs = newsroom_of(config), reading_digest(config)
    folder, moment = articles_dir(config), build_moment()
    with pool() as spread:
        derive = partial(_derived, folder, run, spread)
        read = read_records(folder, run.stamps, newsroom, moment, inputs, run.store, derive, spread)
    stamps = run.stamps
    records, clashes = _shown(read.by_path, newsroom.articles_dir)
    before, _ = _shown(read.before, newsroom.articles_dir)

    opened = OpenArticles(records, partial(_packed, inputs, run, config))
    catalogued = {path: record for path, record in records.items() if record.is_public}
    catalogue = Catalogue([record.entry for record in catalogued.values()], opened)
    know_pages(files, records, opened, config)
    media, refused = media_of(files, records, stamps, config)
    redirects = _redirects(files, records, catalogue, stamps, config)
    told = chain.from_iterable((*read.problems.values(), clashes, redirects.problems))
    problems = tuple(sorted(told, key=by_place))

    indexes = _indexes(records, catalogue, opened, problems, run, config)
    know_indexes(files, indexes, config)
    files.content = SiteContent(
        records=records,
        shown=records if run.is_preview else catalogued,
        before=before,
        stamps=stamps,
        open=opened,
        catalogue=catalogue,
        lookup=Lookup(records, catalogue, opened, files.recorder),
        media=media,
        redirects=published(redirects, catalogued.keys()),
        problems=problems,
        indexes=indexes,
    )
    return refused


def _derived(
    folder: Path, run: Run, spread: Map, paths: Iterable[str]
) -> dict[str, Photo | Unseen]:
    """What is derived of the pictures of these paths."""
    now = run.stamps.now
    digests = {path: now[path][2].hex() for path in paths if path in now}
    pictures = {name: on_disk(folder, path) for path, name in digests.items()}
    found = run.library.photos(pictures, spread)
    return {path: found[name] for path, name in digests.items()}


def _packed(inputs: bytes, run: Run, config: MkDocsConfig, path: str) -> bytes:
    """A stored article; read again if it is damaged."""
    row = packed_article(path, inputs, run.store)
    if unpacked_article(row) is None:
        from newsroom.catalogue.reading import read_chunk  # noqa: PLC0415 - see its docstring

        newsroom, moment = newsroom_of(config), build_moment()
        row = read_chunk(articles_dir(config), newsroom, moment, [path])[0].article
    return row


def _indexes(
    records: Mapping[str, Record],
    catalogue: Catalogue,
    opened: OpenArticles,
    problems: tuple[Problem, ...],
    run: Run,
    config: MkDocsConfig,
) -> IndexNotes:
    """The index pages of the site, including the one that only the preview has."""
    today, hidden = build_moment().date(), hidden_in(records)

    def groups() -> Iterable[IndexGroup]:
        yield from index_groups(catalogue, newsroom_of(config), today)
        yield IndexGroup.of(unpublished_page(hidden, problems, opened))

    cards = joined(entry.card for entry in catalogue.entries)
    beside = [(one.entry.path, one.publication, one.entry.card) for one in hidden]
    everything = digest(cards, repr((beside, problems, today)))
    return IndexNotes(
        groups, lambda path: records[path].entry.card, everything, reading_digest(config), run.store
    )


def _redirects(
    files: SiteFiles,
    records: Mapping[str, Record],
    catalogue: Catalogue,
    stamps: Stamps,
    config: MkDocsConfig,
) -> Redirects:
    """The redirects from old addresses that nothing else on the site takes."""
    entries = [record.entry for record in records.values()]
    if not any(entry.aliases for entry in entries):
        return Redirects()
    newsroom, today = newsroom_of(config), build_moment().date()

    def generated() -> Iterator[str]:
        return (group.uri for group in index_groups(catalogue, newsroom, today))

    beside = (media_uri(path) for path in stamps.now if not path.endswith(".md"))
    hand_written = (file.dest_uri for file in files)
    taken = Taken(chain(hand_written, beside), (entry.uri for entry in entries), generated)
    return redirects_of(entries, taken, newsroom.articles_dir)


def _shown(
    records: dict[str, Record], articles_dir: str
) -> tuple[dict[str, Record], list[Problem]]:
    """The records as a build shows them, one article per address; and the problems of
    addresses."""
    claims = {path: record.entry.uri for path, record in records.items()}
    refused = dict(address_clashes(claims, articles_dir))
    if refused:
        records = {path: record for path, record in records.items() if path not in refused}
    return records, list(refused.values())
