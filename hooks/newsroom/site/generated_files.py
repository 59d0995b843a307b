"""Generated files that are no pages: feeds and redirects."""

import mimetypes
from pathlib import Path

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.utils import get_relative_url

from newsroom.feeds import Feed, feeds
from newsroom.redirects import redirect_files
from newsroom.site.article_files import catalogue_of
from newsroom.site.problem_report import Log
from newsroom.site.settings import articles_dir, newsroom_of


def add_feeds(files: Files, env: Environment, config: MkDocsConfig) -> None:
    """Add every RSS feed."""
    template = env.get_template("newsroom/rss.html")
    for feed in feeds(catalogue_of(files), newsroom_of(config)):
        content = template.render(
            feed=feed,
            site_url=config.site_url or "/",
            enclosures=_enclosures(feed, articles_dir(config)),
        )
        files.append(_static(config, feed.uri, content))


def add_redirects(files: Files, env: Environment, config: MkDocsConfig, log: Log) -> None:
    """Add a page for every old address that sends its reader to the article."""
    template = env.get_template("newsroom/redirect.html")
    taken = {file.dest_uri for file in files}
    for uri, article in redirect_files(catalogue_of(files).articles).items():
        if uri in taken:
            log.warning(
                "%s: aliases: /%s là địa chỉ của một trang đang có. Hãy xóa địa chỉ này.",
                f"{newsroom_of(config).articles_dir}/{article.path}", uri,
            )  # fmt: skip
            continue
        target = get_relative_url(article.uri, _url_of(uri))
        content = template.render(article=article, target=target, site_url=config.site_url)
        files.append(_static(config, uri, content))


def _enclosures(feed: Feed, folder: Path) -> dict[str, tuple[str, int]]:
    return {
        article.uri: (mimetypes.guess_type(article.image.path)[0] or "image/jpeg",
                      (folder / article.file_path(article.image.path)).stat().st_size)
        for article in feed.articles
        if article.image
    }  # fmt: skip


def _static(config: MkDocsConfig, uri: str, content: str) -> File:
    return File.generated(config, uri, content=content, inclusion=InclusionLevel.NOT_IN_NAV)


def _url_of(uri: str) -> str:
    return uri.removesuffix("index.html")
