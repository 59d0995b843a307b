"""Generated files that are not pages: feeds, redirects, what machines ask a site for, and files of
articles."""

import gzip
import re
from collections.abc import Iterator
from functools import partial
from html import unescape
from pathlib import Path
from typing import Protocol
from urllib.parse import urlsplit

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.utils import get_relative_url, write_file

from newsroom.build.digests import digest, joined
from newsroom.build.engine import Product
from newsroom.catalogue.entries import Entry
from newsroom.content import uris
from newsroom.display.digests import digest_of
from newsroom.display.feeds import followed
from newsroom.display.generated import (
    Icon,
    Manifest,
    OpenSearch,
    Robots,
    Sitemap,
    news_sitemap,
    old_address,
)
from newsroom.display.text import Text
from newsroom.machine.trouble import is_name_refused
from newsroom.site.html.whole_addresses import with_whole_addresses
from newsroom.site.mkdocs.problem_report import Log
from newsroom.site.mkdocs.settings import build_moment, newsroom_of
from newsroom.site.mkdocs.site_files import SiteFiles
from newsroom.site.pages.calendar_files import calendar_products
from newsroom.site.pages.data_files import data_products
from newsroom.site.pages.media_files import media_products
from newsroom.site.pages.pages import Pages
from newsroom.site.pages.sitemap_lines import sitemap_lines
from newsroom.site.theme.photos import BodyPhotos, at_addresses
from newsroom.site.theme.stylesheet import STYLESHEET, stylesheet

SITEMAP = "sitemap.xml"
_ICONS = {"assets/icon-192.png": "192x192", "assets/icon-512.png": "512x512"}
"""The pictures below docs/ for home screens of phones, which not every ward has drawn."""
_NOT_IN_XML = "[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]"
"""Characters that XML cannot hold, not even escaped; a text may have them as "&#12;". To compile it
takes 12 ms, and most builds draw no XML."""


class Display(Protocol):
    """What a template draws a whole file from."""

    @property
    def template(self) -> str:
        """Its name."""


class GeneratedFiles:
    """The products that are neither hand-written nor drawn as pages of the theme."""

    def __init__(
        self, files: SiteFiles, env: Environment, config: MkDocsConfig, pages: Pages, log: Log
    ) -> None:
        """pages: those of articles, up to date."""
        self._files, self._content = files, files.content
        self._env, self._config, self._log = env, config, log
        self._pages, self._inputs = pages, pages.inputs
        self._texts: dict[str, Text] = {}

    def products(self, *, is_preview: bool) -> Iterator[Product]:
        """All of them."""
        yield from self._feeds()
        yield from self._redirects()
        yield from self._sitemaps()
        yield self._opensearch()
        yield self._manifest()
        yield self._stylesheet()
        yield from self._robots()
        yield from data_products(self._content.indexes, self._inputs, self._config)
        yield from calendar_products(self._content, self._config, self._inputs)
        yield from media_products(self._files, self._config, self._log, is_preview=is_preview)

    def _feeds(self) -> Iterator[Product]:
        """Every feed."""
        digests = self._pages.known.texts()

        def text_of(entry: Entry) -> Text:
            if entry.uri not in self._texts:
                read = partial(self._text, entry)
                self._texts[entry.uri] = Text(digests[entry.uri], read)
            return self._texts[entry.uri]

        for one in followed(self._content.catalogue, newsroom_of(self._config)):
            for feed in one.feeds(text_of):
                yield self._by_template(feed.uri, feed)

    def _redirects(self) -> Iterator[Product]:
        """For every old address a page that redirects to the article, or lists the candidates."""
        for uri, redirect in self._content.redirects.items():
            display = old_address(redirect, self._content.open)
            product = self._by_template(uri, display)
            yield Product(uri, product.key, partial(self._draw_old_address, product))

    def _sitemaps(self) -> Iterator[Product]:
        """The sitemap, its compressed form, and that of the latest news."""
        site_url = self._config.site_url
        lines = sitemap_lines(self._files, site_url) if site_url else ()
        display = Sitemap("\n".join(lines))
        product = self._by_template(SITEMAP, display)
        yield product
        path = f"{SITEMAP}.gz"
        yield Product(path, product.key, partial(self._draw_compressed, path, display))
        name = unescape(self._config.site_name)
        latest = news_sitemap(self._content.catalogue, name, build_moment())
        yield self._by_template(uris.NEWS_SITEMAP, latest)

    def _opensearch(self) -> Product:
        """The description that lets a browser offer the site's search."""
        site_url = self._config.site_url or "/"
        display = OpenSearch(
            short_name=newsroom_of(self._config).ward.name,
            site_name=self._config.site_name,
            search_url=site_url + uris.SEARCH,
            icon_url=f"{site_url}{self._config.theme['favicon']}",
        )
        return self._by_template(uris.OPENSEARCH, display)

    def _manifest(self) -> Product:
        """What a phone needs to put the site on its home screen."""
        favicon = self._config.theme["favicon"]
        icons = [
            Icon(uri, "image/png", sizes, "any maskable")
            for uri, sizes in _ICONS.items()
            if self._files.file(uri)
        ]
        if favicon.endswith(".svg"):
            icons.append(Icon(favicon, "image/svg+xml", "any", "any"))
        display = Manifest(
            name=unescape(self._config.site_name),
            short_name=newsroom_of(self._config).ward.name,
            description=unescape(self._config.site_description or ""),
            icons=icons,
        )
        return self._by_template(uris.MANIFEST, display)

    def _stylesheet(self) -> Product:
        """The one that every page loads."""
        path, text = self._config.extra[STYLESHEET], stylesheet(self._config)
        draw = partial(write_file, text.encode(), self._path(path))
        return Product(path, digest(text), draw)

    def _robots(self) -> Iterator[Product]:
        """Only the root of a host is asked for it, and a ward may have written its own."""
        site_url = self._config.site_url or ""
        if urlsplit(site_url).path == "/" and not self._files.file(uris.ROBOTS):
            sitemaps = [site_url + name for name in (SITEMAP, uris.NEWS_SITEMAP)]
            yield self._by_template(uris.ROBOTS, Robots(sitemaps))

    def _by_template(self, path: str, display: Display) -> Product:
        key = joined((self._inputs, digest_of((display.template, display), self._content.card)))
        return Product(path, key, partial(self._draw, path, display))

    def _draw(self, path: str, display: Display) -> None:
        write_file(self._drawn(path, display), self._path(path))

    def _drawn(self, path: str, display: Display) -> bytes:
        to = partial(get_relative_url, other=path.removesuffix("index.html"))
        context = {"display": display, "config": self._config, "to": to}
        drawn = self._env.get_template(display.template).render(context)
        return (re.sub(_NOT_IN_XML, "", drawn) if path.endswith(".xml") else drawn).encode()

    def _draw_compressed(self, path: str, display: Sitemap) -> None:
        content = self._drawn(SITEMAP, display)
        packed = gzip.compress(content, compresslevel=6, mtime=0)  # 9 takes four times as long
        write_file(packed, self._path(path))

    def _draw_old_address(self, product: Product) -> None:
        try:
            product.draw()
        except OSError as fault:
            if not is_name_refused(fault):
                raise
            self._log.info("Không dựng được địa chỉ cũ /%s (%s).", product.path, fault.strerror)

    def _text(self, entry: Entry) -> str:
        """What the page of the article shows below its head, for readers elsewhere."""
        site_url, photos = self._config.site_url or "/", self._content.records[entry.path].photos
        body = BodyPhotos(at_addresses(photos), entry.uri, site_url.__add__)
        html = body.put_into(self._pages.body(entry.path).content)
        return with_whole_addresses(html, site_url + entry.uri)

    def _path(self, path: str) -> str:
        return str(Path(self._config.site_dir, path))
