"""Files of the articles: their pages, and the pictures and documents that they show."""

from collections.abc import Iterable, Mapping

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, InclusionLevel

from newsroom.catalogue.entries import Open
from newsroom.catalogue.record import Record
from newsroom.catalogue.stamps import Stamps
from newsroom.content.media import media_uri, on_disk, refusal_of_kind
from newsroom.content.problem import Problem
from newsroom.display.site_content import Media
from newsroom.site.mkdocs.article_page import ArticlePage
from newsroom.site.mkdocs.settings import articles_dir, newsroom_of, project_dir
from newsroom.site.mkdocs.site_files import Answer, Collection, SiteFiles
from newsroom.site.mkdocs.visibility import DRAFT, PUBLIC
from newsroom.text.encoding import nfc


def know_pages(
    files: SiteFiles, records: Mapping[str, Record], open_entry: Open, config: MkDocsConfig
) -> None:
    """Add the page of every article; pages that residents cannot read now, for the preview only."""
    prefix = f"{newsroom_of(config).articles_dir}/"

    def find(src_uri: str) -> Answer:
        path = nfc(src_uri.removeprefix(prefix))
        record = records.get(path) if src_uri.startswith(prefix) else None
        return (record.dest_uri, _level(record).value) if record else None

    def make(src_uri: str) -> File:
        record = records[nfc(src_uri.removeprefix(prefix))]
        file = _file(src_uri, record.dest_uri, _level(record), config)
        ArticlePage(open_entry(record.entry), file, config)
        return file

    files.know(Collection(find, make, lambda: (one.dest_uri for one in records.values())))


def media_of(
    files: SiteFiles, records: Mapping[str, Record], stamps: Stamps, config: MkDocsConfig
) -> tuple[dict[str, Media], list[Problem]]:
    """Add the files that articles show; returns them by address, and problems with files that must
    not leave the folder."""
    folder, name = articles_dir(config), newsroom_of(config).articles_dir
    prefix, levels = f"{name}/", _levels(records.values())
    answers: dict[str, Answer] = {}
    media: dict[str, Media] = {}
    problems = []
    for path, level in levels.items():
        known = stamps.now.get(path)
        if known and (refused := refusal_of_kind(folder, path)):
            problems.append(Problem(prefix + path, refused.found, refused.cure, blocking=False))
        elif known:
            uri = media_uri(path)
            answers[prefix + path] = uri, level.value
            media[uri] = Media(on_disk(folder, path), known[2], level is PUBLIC)

    def make(src_uri: str) -> File:
        path = nfc(src_uri.removeprefix(prefix))
        return _file(src_uri, media_uri(path), levels[path], config)

    files.know(Collection(lambda uri: answers.get(nfc(uri)), make, lambda: media))
    return media, problems


def _levels(records: Iterable[Record]) -> dict[str, InclusionLevel]:
    """The files that articles show, each as public as the most public article that shows it."""
    levels: dict[str, InclusionLevel] = {}
    for record in records:
        for path in record.files:
            if not path.endswith(".md"):
                is_public = record.is_public or levels.get(path) is PUBLIC
                levels[path] = PUBLIC if is_public else DRAFT
    return levels


def _level(record: Record) -> InclusionLevel:
    return PUBLIC if record.is_public else DRAFT


def _file(src_uri: str, dest_uri: str, level: InclusionLevel, config: MkDocsConfig) -> File:
    return File(
        src_uri,
        str(project_dir(config)),
        config.site_dir,
        config.use_directory_urls,
        dest_uri=dest_uri,
        inclusion=level,
    )
