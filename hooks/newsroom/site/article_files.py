"""Files of the articles: their pages, and the pictures and documents that they show."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from functools import partial
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, InclusionLevel

from newsroom.catalogue import Catalogue
from newsroom.content.article import Article
from newsroom.content.folder import Stamp
from newsroom.incremental.fingerprint import digest
from newsroom.incremental.records import Record
from newsroom.site.article_page import ArticlePage
from newsroom.site.session import Session
from newsroom.site.settings import articles_dir, newsroom_of, project_dir
from newsroom.site.shown import Media, Shown
from newsroom.site.site_files import Known, SiteFiles
from newsroom.site.visibility import DRAFT, PUBLIC, VALUE


class ArticleFolderFiles:
    """The files of the articles folder: which are there, and what they were when looked at."""

    def __init__(self, folder: Path, stamps: Mapping[str, Stamp]) -> None:
        self.folder = folder
        self._stamps = stamps

    def stamp(self, path: str) -> Stamp | None:
        """The file's stamp; None where there is none. Asks the disk only for what the walk missed,
        such as a path below a linked folder, or in other case on Windows."""
        known = self._stamps.get(path)
        if known or not (self.folder / path).is_file():
            return known
        stat = (self.folder / path).stat()
        return Stamp(stat.st_size, stat.st_mtime_ns)


def shown_articles(
    articles: Iterable[Article],
    records: Mapping[str, Record],
    files: ArticleFolderFiles,
    now: datetime,
) -> dict[str, Shown]:
    """The articles as this build shows them, by their path."""
    shown = {}
    for article in articles:
        path = str(article.path)
        record, publication = records[path], article.publication(now)
        picture = files.stamp(article.file_path(article.image.path)) if article.image else None
        card = record.card
        if article.image and picture is None:
            card = digest(card, "no picture")
            shown[path] = Shown(article.without_image(), record, publication, card, None)
        else:
            shown[path] = Shown(article, record, publication, card, picture)
    return shown


def catalogue_of(articles: Iterable[Shown]) -> Catalogue:
    """The catalogue of the articles that residents can read."""
    return Catalogue(shown.article for shown in articles if shown.is_public)


def add_article_files(
    files: SiteFiles, session: Session, folder: ArticleFolderFiles, config: MkDocsConfig
) -> None:
    """Make the page and the files of every article known; of what residents cannot read at this
    moment, for the preview only."""
    prefix = newsroom_of(config).articles_dir
    levels: dict[str, InclusionLevel] = {}
    for path, shown in session.articles.items():
        level = PUBLIC if shown.is_public else DRAFT
        make = partial(_page_file, f"{prefix}/{path}", shown, level, config)
        files.know(f"{prefix}/{path}", Known(f"{shown.article.uri}index.html", VALUE[level], make))
        for media in _media_of(shown):
            if levels.get(media) is not PUBLIC:
                levels[media] = level
    for media, level in levels.items():
        if stamp := folder.stamp(media):
            make = partial(_file, f"{prefix}/{media}", f"tin/{media}", level, config)
            files.know(f"{prefix}/{media}", Known(f"tin/{media}", VALUE[level], make))
            source = folder.folder / media
            session.media[f"tin/{media}"] = Media(source, stamp, level is PUBLIC)


def _media_of(shown: Shown) -> Iterator[str]:
    for path in shown.record.files:
        if not path.startswith("../") and not path.endswith(".md"):
            yield path


def _page_file(src_uri: str, shown: Shown, level: InclusionLevel, config: MkDocsConfig) -> File:
    article = shown.article
    file = _file(src_uri, f"{article.uri}index.html", level, config)
    picture = article.file_path(article.image.path) if article.image else None
    page = ArticlePage(article, file, config, articles_dir(config) / picture if picture else None)
    page.publication = shown.publication
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
