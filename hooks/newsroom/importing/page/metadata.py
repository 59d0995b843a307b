"""The metadata of a saved page: its addresses, names, sections and date, visible or not."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import unquote

from bs4 import BeautifulSoup, Comment, Tag

from newsroom.content.links import split_address
from newsroom.importing.markup.elements import attribute, text_of
from newsroom.importing.text.section_names import section_names
from newsroom.importing.text.white_space import tidy
from newsroom.text.dates import VIETNAM, parse_date

_SAVED_FROM = re.compile(r"saved from url=\(\d+\)(\S+)")
_TRAIL = re.compile(r"bread|duong-?dan|pathway", re.IGNORECASE)
_DATES = (
    'meta[property="article:published_time"]', '[itemprop="datePublished"]', "time[datetime]",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class PageMetadata:
    """The page's addresses, names (title first), sections (nearest first) and date."""

    addresses: tuple[str, ...]
    names: tuple[str, ...]
    sections: tuple[str, ...]
    moment: datetime | None

    @property
    def paths(self) -> tuple[str, ...]:
        """The addresses without their host, with their queries."""
        parts = map(split_address, self.addresses)
        paths = (
            f"{re.sub('/+', '/', unquote(p.path))}{'?' * bool(p.query)}{p.query}" for p in parts
        )
        return tuple(dict.fromkeys(path for path in paths if path.startswith("/") and path != "/"))

    @property
    def base(self) -> str:
        """The address that relative links are resolved against; empty if the page names none."""
        return next(iter(self.addresses), "")


def read_metadata(page: BeautifulSoup) -> PageMetadata:
    """Read the metadata of a page."""
    return PageMetadata(
        addresses=tuple(dict.fromkeys(_addresses(page))),
        names=tuple(dict.fromkeys(filter(None, _names(page)))),
        sections=tuple(dict.fromkeys(_sections(page))),
        moment=_declared_moment(page),
    )


def is_trail(tag: Tag) -> bool:
    """Whether the element is a breadcrumb."""
    names = ("class", "id", "itemtype", "itemprop")
    return any(_TRAIL.search(attribute(tag, name)) for name in names)


def _addresses(page: BeautifulSoup) -> Iterator[str]:
    found = [attribute(link, "href") for link in page.select('link[rel~="canonical"]')]
    found += _contents(page, 'meta[property="og:url"]')
    for comment in page.find_all(string=lambda text: isinstance(text, Comment)):
        found += _SAVED_FROM.findall(str(comment))
    for address in map(str.strip, found):
        if _is_address(address):
            yield address


def _is_address(text: str) -> bool:
    return split_address(text).scheme in ("http", "https") or text.startswith("/")


def _names(page: BeautifulSoup) -> Iterator[str]:
    yield from map(tidy, _contents(page, 'meta[property="og:title"]'))
    yield from (text_of(title) for title in page.select("head title"))


def _sections(page: BeautifulSoup) -> Iterator[str]:
    for trail in page.find_all(is_trail):
        yield from section_names(trail.get_text("\n"))
    yield from _contents(page, 'meta[property="article:section"]')


def _contents(page: BeautifulSoup, selector: str) -> list[str]:
    return [attribute(meta, "content") for meta in page.select(selector)]


def _declared_moment(page: BeautifulSoup) -> datetime | None:
    for selector in _DATES:
        for tag in page.select(selector):
            written = attribute(tag, "content") or attribute(tag, "datetime") or text_of(tag)
            moment = parse_date(written)
            if moment is not None:
                return moment.astimezone(VIETNAM)
    return None
