"""Files of the articles: their pages, and the pictures and documents that they show."""

from collections.abc import Iterable
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, InclusionLevel

from newsroom.catalogue.records import PUBLIC as PUBLISHED
from newsroom.catalogue.records import Record
from newsroom.content.article import Publication
from newsroom.content.media import on_disk, refusal_of_kind
from newsroom.content.problem import Problem
from newsroom.site.mkdocs.settings import articles_dir, newsroom_of, project_dir
from newsroom.site.mkdocs.site_files import Answer, Shelf, SiteFiles
from newsroom.site.mkdocs.visibility import DRAFT, PUBLIC
from newsroom.site.pages.article_page import ArticlePage
from newsroom.site.pages.shown import Media
from newsroom.site.run.session import Session
from newsroom.text.encoding import nfc


def know_article_files(
    files: SiteFiles, session: Session, folder: Path, config: MkDocsConfig
) -> list[Problem]:
    """Make the page and the files of every article known; of what residents cannot read at this
    moment, for the preview only. The files that are named and must not leave the folder."""
    prefix = f"{newsroom_of(config).articles_dir}/"
    records = session.records

    def find(src_uri: str) -> Answer:
        path = nfc(src_uri.removeprefix(prefix))
        record = records.get(path) if src_uri.startswith(prefix) else None
        return (_dest_uri(record), _level(record).value) if record else None

    def make(src_uri: str) -> File:
        return _page_file(src_uri, records[nfc(src_uri.removeprefix(prefix))], session, config)

    files.know(Shelf(find, make, lambda: map(_dest_uri, records.values())))
    levels = _levels(records.values())
    media: dict[str, Answer] = {}
    problems = []
    for path, level in levels.items():
        known = session.known(path)
        if known and (refused := refusal_of_kind(folder, path)):
            shown = f"{newsroom_of(config).articles_dir}/{path}"
            problems.append(Problem(shown, refused.found, refused.cure, blocking=False))
        elif known:
            media[prefix + path] = f"tin/{path}", level.value
            source = on_disk(folder, path)
            session.media[f"tin/{path}"] = Media(source, known[2], level is PUBLIC)

    def make_media(src_uri: str) -> File:
        path = nfc(src_uri.removeprefix(prefix))
        return _file(src_uri, f"tin/{path}", levels[path], config)

    files.know(Shelf(lambda uri: media.get(nfc(uri)), make_media, lambda: session.media))
    return problems


def _levels(records: Iterable[Record]) -> dict[str, InclusionLevel]:
    """The files that articles show, each as public as the most public of these."""
    levels: dict[str, InclusionLevel] = {}
    for record in records:
        for path in record.files:
            if not path.endswith(".md"):
                is_public = record.is_public or levels.get(path) is PUBLIC
                levels[path] = PUBLIC if is_public else DRAFT
    return levels


def _dest_uri(record: Record) -> str:
    return f"{record.entry.uri}index.html"


def _level(record: Record) -> InclusionLevel:
    return PUBLIC if record.publication == PUBLISHED else DRAFT


def _page_file(src_uri: str, record: Record, session: Session, config: MkDocsConfig) -> File:
    file = _file(src_uri, _dest_uri(record), _level(record), config)
    picture = on_disk(articles_dir(config), record.picture) if record.picture else None
    page = ArticlePage(session.open(record.entry), file, config, picture)
    page.entry, page.publication = record.entry, Publication[record.publication]
    return file


def _file(src_uri: str, dest_uri: str, level: InclusionLevel, config: MkDocsConfig) -> File:
    return File(
        src_uri,
        str(project_dir(config)),
        config.site_dir,
        config.use_directory_urls,
        dest_uri=dest_uri,
        inclusion=level,
    )
