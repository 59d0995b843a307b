"""Files of the articles: their pages, and the pictures and documents that they show."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel

from newsroom.catalogue import Catalogue
from newsroom.content.article import Article, Publication
from newsroom.content.links import find_links
from newsroom.site.article_page import ArticlePage
from newsroom.site.settings import articles_dir, newsroom_of, project_dir

RELATED = 4


def add_articles(
    files: Files, articles: Iterable[Article], now: datetime, config: MkDocsConfig
) -> None:
    """Add the page and the files of every article; what residents cannot read at that moment is
    added for the preview only."""
    for article in articles:
        shown = _without_lost_image(article, config)
        page_file = _page_file(shown, now, config)
        files.append(page_file)
        for media in _media_files(shown, page_file.inclusion, config):
            _add_media(files, media)


def article_pages(files: Files) -> list[ArticlePage]:
    """The pages of all articles, those for the preview among them."""
    return [file.page for file in files if isinstance(file.page, ArticlePage)]


def catalogue_of(files: Files) -> Catalogue:
    """The catalogue of the articles that residents can read."""
    published = Publication.PUBLISHED
    return Catalogue(p.article for p in article_pages(files) if p.publication is published)


def place_beside_each_other(files: Files, catalogue: Catalogue) -> None:
    """Tell each published page its neighbours in the section and its related articles."""
    for page in article_pages(files):
        if page.publication is Publication.PUBLISHED:
            page.newer = catalogue.newer_in_section(page.article)
            page.older = catalogue.older_in_section(page.article)
            page.related = catalogue.related(page.article, RELATED)


def _without_lost_image(article: Article, config: MkDocsConfig) -> Article:
    picture = _picture(article, config)
    return article if picture is None or picture.is_file() else replace(article, image=None)


def _page_file(article: Article, now: datetime, config: MkDocsConfig) -> File:
    publication = article.publication(now)
    is_public = publication is Publication.PUBLISHED
    file = File(
        f"{newsroom_of(config).articles_dir}/{article.path}",
        str(project_dir(config)),
        config.site_dir,
        config.use_directory_urls,
        dest_uri=f"{article.uri}index.html",
        inclusion=InclusionLevel.NOT_IN_NAV if is_public else InclusionLevel.DRAFT,
    )
    page = ArticlePage(article, file, config, _picture(article, config))
    page.publication = publication
    return file


def _picture(article: Article, config: MkDocsConfig) -> Path | None:
    if article.image is None:
        return None
    return articles_dir(config) / article.file_path(article.image.path)


def _media_files(
    article: Article, inclusion: InclusionLevel, config: MkDocsConfig
) -> Iterator[File]:
    for path in dict.fromkeys(_named_files(article)):
        relative = article.file_path(path)
        if relative.startswith("../") or relative.endswith(".md"):
            continue
        if (articles_dir(config) / relative).is_file():
            yield File(
                f"{newsroom_of(config).articles_dir}/{relative}",
                str(project_dir(config)),
                config.site_dir,
                config.use_directory_urls,
                dest_uri=article.file_uri(path),
                inclusion=inclusion,
            )


def _named_files(article: Article) -> Iterator[str]:
    if article.image:
        yield article.image.path
    yield from (attachment.path for attachment in article.attachments)
    yield from (link.local_path for link in find_links(article.body) if link.local_path)


def _add_media(files: Files, media: File) -> None:
    known = files.get_file_from_path(media.src_uri)
    if known is None:
        files.append(media)
    elif known.inclusion.value < media.inclusion.value:
        known.inclusion = media.inclusion
