"""Displays of the generated files that are not pages of the theme: redirects, the sitemap,
OpenSearch, the web app's manifest, robots.txt. Feeds have a module of their own."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from itertools import takewhile
from typing import ClassVar
from urllib.parse import quote

from newsroom.catalogue.catalogue import Catalogue
from newsroom.catalogue.entries import Articles, Open
from newsroom.catalogue.redirects import Redirect
from newsroom.content.article import Article
from newsroom.text.dates import VIETNAM

NEWS_LASTS = timedelta(hours=48)
"""How long an article may stand in a news sitemap."""


@dataclass(frozen=True, slots=True)
class OldAddress:
    """A page at an old address: the articles it may have led to, the newest first."""

    articles: Articles
    queries: Sequence[Sequence[str]]
    """What stood behind the "?" in the old addresses of each."""
    is_redirect: bool
    """Whether the address alone stands for its one article."""

    @property
    def template(self) -> str:
        """One template sends its reader on, the other lets them choose."""
        return "newsroom/redirect.html" if self.is_redirect else "newsroom/old_address.html"

    @property
    def target(self) -> Article:
        """The article that the address stands for."""
        return self.articles[0]

    @property
    def candidates(self) -> list[tuple[Article, Sequence[str]]]:
        """Each article with its queries."""
        return list(zip(self.articles, self.queries, strict=True))


def old_address(redirect: Redirect, open_entry: Open) -> OldAddress:
    """What the page at that address shows."""
    by_article = redirect.by_article
    articles = Articles([entry for entry, _ in by_article], open_entry)
    return OldAddress(articles, [queries for _, queries in by_article], redirect.target is not None)


@dataclass(frozen=True, slots=True)
class Sitemap:
    """The addresses of all pages, and when each last changed."""

    template: ClassVar[str] = "sitemap.xml"
    lines: str
    """A line for each page, parted by tabs: its address; when it last changed, in seconds since
    1970, as a day, or nothing; the address of its picture. One text, since each build digests it
    and few draw it."""

    @property
    def entries(self) -> Iterator[tuple[str, str, str]]:
        """Each address with the day of its change and its picture, empty where there is none."""
        for line in filter(None, self.lines.split("\n")):
            address, changed, picture = (line + "\t\t").split("\t")[:3]
            is_day = not changed or changed[4:5] == "-"
            yield address, changed if is_day else _day(float(changed)), quote(picture, safe="/:")


@cache
def _day(moment: float) -> str:
    return datetime.fromtimestamp(moment, VIETNAM).date().isoformat()


@dataclass(frozen=True, slots=True)
class NewsSitemap:
    """The articles that news search engines want to know of at once."""

    template: ClassVar[str] = "newsroom/news_sitemap.html"
    publication: str
    articles: Articles


def news_sitemap(catalogue: Catalogue, publication: str, now: datetime) -> NewsSitemap:
    """Those of the last two days at that moment."""
    start = (now - NEWS_LASTS).timestamp()
    lately = takewhile(lambda entry: entry.time >= start, catalogue.entries)
    return NewsSitemap(publication, catalogue.opened(list(lately)))


@dataclass(frozen=True, slots=True)
class OpenSearch:
    """How a browser can search the site."""

    template: ClassVar[str] = "newsroom/opensearch.html"
    short_name: str
    site_name: str
    search_url: str
    icon_url: str


@dataclass(frozen=True, slots=True)
class Icon:
    """A picture that stands for the site among a phone's applications."""

    uri: str
    media_type: str
    sizes: str
    """As manifests say it: 192x192, or any."""
    purpose: str
    """`maskable` where a phone may cut it to its own shape."""


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a phone shows of the site that is put on its home screen."""

    template: ClassVar[str] = "newsroom/manifest.html"
    name: str
    short_name: str
    description: str
    icons: Sequence[Icon]


@dataclass(frozen=True, slots=True)
class Robots:
    """What search engines are told where the site is a whole host."""

    template: ClassVar[str] = "newsroom/robots.html"
    sitemaps: Sequence[str]
