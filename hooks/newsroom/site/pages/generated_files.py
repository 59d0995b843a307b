"""Generated files that are no pages: feeds, redirects, the sitemap, and the files of articles."""

import gzip
import marshal
import mimetypes
from datetime import datetime
from functools import cache, partial
from pathlib import Path

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.utils import get_relative_url, write_file

from newsroom.build.digests import PLAIN, digest, joined
from newsroom.catalogue.records import Record
from newsroom.catalogue.redirects import Redirect
from newsroom.display.feeds import feeds
from newsroom.machine.trouble import is_name_refused, patiently
from newsroom.site.mkdocs.settings import newsroom_of
from newsroom.site.mkdocs.site_files import SiteFiles
from newsroom.site.run.problem_report import Log
from newsroom.site.run.session import Session
from newsroom.text.dates import VIETNAM

SITEMAP = "sitemap.xml"
_RSS, _REDIRECT, _CHOICE = (f"newsroom/{name}.html" for name in ("rss", "redirect", "old_address"))


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
            records = [self._session.records[entry.path] for entry in feed.articles.entries]
            enclosures = {
                record.entry.uri: enclosure
                for record in records
                if (enclosure := self._enclosure(record))
            }
            texts = repr((feed.uri, feed.title, feed.description, enclosures))
            cards = (record.entry.card for record in records)
            if self._is_stale(feed.uri, joined((*cards, digest(texts)))):
                site_url = self._config.site_url or "/"
                self._draw(feed.uri, _RSS, feed=feed, site_url=site_url, enclosures=enclosures)

    def write_redirects(self, log: Log) -> None:
        """For every old address a page that sends its reader to the article, or lists those that
        may be meant."""
        for uri, redirect in self._session.redirects.items():
            articles = redirect.by_article
            lines = joined(entry.line for entry, _ in articles)
            if not self._is_stale(uri, digest(lines, repr([queries for _, queries in articles]))):
                continue
            try:
                self._draw_redirect(uri, redirect)
            except OSError as fault:
                if not is_name_refused(fault):
                    raise
                log.info("Không dựng được địa chỉ cũ /%s (%s).", uri, fault.strerror)

    def _draw_redirect(self, uri: str, redirect: Redirect) -> None:
        to = partial(get_relative_url, other=uri.removesuffix("index.html"))
        context = {"site_url": self._config.site_url, "to": to}
        if entry := redirect.target:
            self._draw(uri, _REDIRECT, article=self._session.open(entry), **context)
        else:
            candidates = [(self._session.open(e), queries) for e, queries in redirect.by_article]
            self._draw(uri, _CHOICE, candidates=candidates, **context)

    def write_sitemap(self, files: SiteFiles) -> None:
        """The sitemap, and its compressed form. Hand-written pages have no date of change."""
        base = self._config.site_url
        pages = (file.page for file in files.documentation_pages() if file.page) if base else ()
        addresses = [page.canonical_url for page in pages if page.canonical_url]
        entries = self._session.catalogue.entries if base else ()
        articles = [(entry.uri, entry.changed) for entry in entries]
        notes = (note for note in self._session.indexes if note.is_public and base)
        indexes = [(note.uri, note.last_change) for note in notes]
        fingerprint = digest(marshal.dumps((base, addresses, articles, indexes), PLAIN))
        is_stale = self._is_stale(SITEMAP, fingerprint)
        if self._is_stale(f"{SITEMAP}.gz", fingerprint) or is_stale:
            lines = [
                *((address, "") for address in addresses),
                *((f"{base}{uri}", _day(changed)) for uri, changed in articles),
                *((f"{base}{uri}", day) for uri, day in indexes),
            ]
            content = self._draw(SITEMAP, SITEMAP, entries=lines)
            packed = gzip.compress(content, compresslevel=6, mtime=0)  # 9 takes four times as long
            write_file(packed, self._path(f"{SITEMAP}.gz"))

    def copy_media(self, log: Log) -> None:
        """The pictures and documents of articles; one that another program holds is told."""
        for uri, media in self._session.media.items():
            is_shown = self._session.is_preview or media.is_public
            if not (is_shown and self._is_stale(uri, media.content)):
                continue
            if (content := self._read(media.source, log)) is not None:
                write_file(content, self._path(uri))

    def _read(self, source: Path, log: Log) -> bytes | None:
        """The file's bytes; None where it cannot be read, which is told."""
        try:
            return patiently(source.read_bytes)
        except OSError as error:
            log.warning(
                "%s: không mở được tệp (%s), nên chưa đăng. Hãy đóng chương trình đang mở tệp, chờ "
                "OneDrive hay Google Drive tải xong, rồi dựng lại.",
                source, error.strerror,
            )  # fmt: skip
            return None

    def _enclosure(self, record: Record) -> tuple[str, int] | None:
        """Type and bytes of the article's picture."""
        known = self._session.known(record.picture) if record.picture else None
        if known is None:
            return None
        return mimetypes.guess_type(record.picture)[0] or "image/jpeg", known[0]

    def _is_stale(self, uri: str, made_from: bytes) -> bool:
        return not self._session.outputs.keep(uri, joined((self._rules, made_from)))

    def _draw(self, uri: str, template: str, **context: object) -> bytes:
        """Write what the template gives; its bytes."""
        content = self._env.get_template(template).render(context).encode()
        write_file(content, self._path(uri))
        return content

    def _path(self, uri: str) -> str:
        return str(Path(self._config.site_dir, uri))


@cache
def _day(moment: float) -> str:
    """As the sitemap wants it."""
    return datetime.fromtimestamp(moment, VIETNAM).date().isoformat()
