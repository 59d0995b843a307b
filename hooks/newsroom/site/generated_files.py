"""Generated files that are no pages: feeds, redirects, the sitemap, and the files of articles."""

import gzip
import mimetypes
from collections.abc import Iterator
from pathlib import Path

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.utils import copy_file, get_relative_url, write_file

from newsroom.feeds import feeds
from newsroom.incremental.fingerprint import digest, joined
from newsroom.redirects import redirect_files
from newsroom.site.problem_report import Log
from newsroom.site.session import Session
from newsroom.site.settings import newsroom_of
from newsroom.site.shown import Shown
from newsroom.site.site_files import SiteFiles

SITEMAP = "sitemap.xml"
_RSS, _REDIRECT = "newsroom/rss.html", "newsroom/redirect.html"


class GeneratedFiles:
    """Writes those that are made from something else than what lies in the site."""

    def __init__(
        self, session: Session, env: Environment, config: MkDocsConfig, rules: bytes
    ) -> None:
        """rules: the digest of all that pages are drawn by."""
        self._session = session
        self._env = env
        self._config = config
        self._rules = rules

    def write_feeds(self) -> None:
        """Every RSS feed."""
        for feed in feeds(self._session.catalogue, newsroom_of(self._config)):
            articles = [self._session.by_uri[article.uri] for article in feed.articles]
            cards = (shown.card for shown in articles)
            enclosures = {
                shown.article.uri: enclosure
                for shown in articles
                if (enclosure := _enclosure(shown))
            }
            texts = repr((feed.uri, feed.title, feed.description, enclosures))
            if self._is_stale(feed.uri, joined((*cards, digest(texts)))):
                site_url = self._config.site_url or "/"
                self._draw(feed.uri, _RSS, feed=feed, site_url=site_url, enclosures=enclosures)

    def write_redirects(self, files: SiteFiles, log: Log) -> None:
        """For every old address a page that sends its reader to the article."""
        articles_dir = newsroom_of(self._config).articles_dir
        redirects = redirect_files(self._session.catalogue.articles)
        taken = _taken(files) if redirects else set()
        for uri, article in redirects.items():
            if uri in taken:
                log.warning(
                    "%s: aliases: /%s là địa chỉ của một trang đang có. Hãy xóa địa chỉ này.",
                    f"{articles_dir}/{article.path}", uri,
                )  # fmt: skip
            elif self._is_stale(uri, self._session.by_uri[article.uri].record.line):
                target = get_relative_url(article.uri, uri.removesuffix("index.html"))
                site_url = self._config.site_url
                self._draw(uri, _REDIRECT, article=article, target=target, site_url=site_url)

    def write_sitemap(self, files: SiteFiles) -> None:
        """The sitemap, and its compressed form. Hand-written pages have no date of change."""
        entries = list(self._sitemap_entries(files))
        is_stale = self._is_stale(SITEMAP, fingerprint := digest(repr(entries)))
        if self._is_stale(f"{SITEMAP}.gz", fingerprint) or is_stale:
            content = self._draw(SITEMAP, SITEMAP, entries=entries)
            write_file(gzip.compress(content, mtime=0), self._path(f"{SITEMAP}.gz"))

    def copy_media(self) -> None:
        """The pictures and documents of articles."""
        for uri, media in self._session.media.items():
            is_shown = self._session.is_preview or media.is_public
            if is_shown and self._is_stale(uri, b"%d %d" % media.stamp):
                copy_file(str(media.source), self._path(uri))

    def _sitemap_entries(self, files: SiteFiles) -> Iterator[tuple[str, str]]:
        base = self._config.site_url
        if not base:
            return
        for file in files.documentation_pages():
            if file.page and file.page.canonical_url:
                yield file.page.canonical_url, ""
        for shown in self._session.articles.values():
            if shown.is_public:
                yield base + shown.article.uri, shown.article.last_change.date().isoformat()
        for note in self._session.indexes:
            if note.is_public:
                yield base + note.uri, note.last_change

    def _is_stale(self, uri: str, made_from: bytes) -> bool:
        return not self._session.outputs.keep(uri, joined((self._rules, made_from)))

    def _draw(self, uri: str, template: str, **context: object) -> bytes:
        """Write what the template gives; its bytes."""
        content = self._env.get_template(template).render(context).encode()
        write_file(content, self._path(uri))
        return content

    def _path(self, uri: str) -> str:
        return str(Path(self._config.site_dir, uri))


def _enclosure(shown: Shown) -> tuple[str, int] | None:
    """Type and bytes of the article's picture."""
    if shown.article.image is None or shown.picture is None:
        return None
    kind = mimetypes.guess_type(shown.article.image.path)[0] or "image/jpeg"
    return kind, shown.picture.size


def _taken(files: SiteFiles) -> set[str]:
    walked = {file.dest_uri for file in files}
    return walked | {known.dest_uri for known in files.known()}
