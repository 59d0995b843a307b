"""The metadata of a saved page: its addresses, names, sections and date, visible or not."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import unquote

from bs4 import BeautifulSoup, Comment, Tag

from newsroom.content.links import split_address
from newsroom.importing.markup.elements import attribute, text_of
from newsroom.importing.page.linked_data import LinkedArticle, linked_article
from newsroom.importing.page.selecting import Selection
from newsroom.importing.text.white_space import tidy
from newsroom.text.dates import VIETNAM, parse_date

_SAVED_FROM = re.compile(r"saved from url=\(\d+\)(\S+)")
_DATES = (
    'meta[property="article:published_time"]', 'meta[itemprop="datePublished"]',
    'meta[name="pubdate" i]', 'meta[name="article:published_time"]', 'meta[name="publish-date" i]',
    'meta[name="DC.date.issued" i]', 'meta[name="dcterms.created" i]',
    '[itemprop="datePublished"]', "time[datetime][pubdate]", "time.published[datetime]",
    "time.entry-date[datetime]",
)  # fmt: skip
_AUTHORS = ('meta[name="author" i]', 'meta[property="article:author"]')
_ACCOUNTS = re.compile(r"(?:super)?admin(?:istrator)?\d*|editor\d*|btv\d*|user\d*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class PageMetadata:
    """The page's addresses, names (title first), sections (nearest first) and date."""

    addresses: tuple[str, ...]
    names: tuple[str, ...]
    sections: tuple[str, ...]
    moment: datetime | None
    author: str = ""
    views: int | None = None

    @property
    def paths(self) -> tuple[str, ...]:
        """The addresses without their host, with their queries."""
        return paths_of(self.addresses)

    @property
    def base(self) -> str:
        """The address that relative links are resolved against; empty if the page names none."""
        return next(iter(self.addresses), "")


def read_metadata(page: BeautifulSoup, address: str = "") -> PageMetadata:
    """Read the metadata of a page: what it says for machines first, then its head; address is where
    it lay, if that is known."""
    linked, said = linked_article(page), Selection(page)
    sections = [*linked.sections, *_contents(said, 'meta[property="article:section"]')]
    author = linked.author or next(filter(None, _named(said, _AUTHORS)), "")
    return PageMetadata(
        addresses=tuple(dict.fromkeys(_addresses(page, said, address))),
        names=tuple(dict.fromkeys(filter(None, _names(page, said, linked)))),
        sections=tuple(dict.fromkeys(filter(None, map(tidy, sections)))),
        moment=linked.moment or _declared_moment(said),
        author="" if is_account(author) else author,
        views=linked.views,
    )


def paths_of(addresses: Iterable[str]) -> tuple[str, ...]:
    """The addresses without their host, with their queries; none of a home page."""
    parts = map(split_address, addresses)
    paths = (f"{re.sub('/+', '/', unquote(p.path))}{'?' * bool(p.query)}{p.query}" for p in parts)
    return tuple(dict.fromkeys(path for path in paths if path.startswith("/") and path != "/"))


def is_account(name: str) -> bool:
    """Whether it is the name of an account, not of a person."""
    return all(_ACCOUNTS.fullmatch(word) for word in name.split()) if name else False


def _addresses(page: BeautifulSoup, said: Selection, known: str) -> Iterator[str]:
    found = [attribute(link, "href") for link in said.all(['link[rel~="canonical"]'])]
    found += _contents(said, 'meta[property="og:url"]')
    for comment in page.find_all(string=lambda text: isinstance(text, Comment)):
        found += _SAVED_FROM.findall(str(comment))
    found.append(known)
    for address in map(str.strip, found):
        if _is_address(address):
            yield address


def _is_address(text: str) -> bool:
    return split_address(text).scheme in ("http", "https") or text.startswith("/")


def _names(page: BeautifulSoup, said: Selection, linked: LinkedArticle) -> Iterator[str]:
    yield linked.headline
    for selector in ('meta[property="og:title"]', 'meta[name="twitter:title"]'):
        yield from map(tidy, _contents(said, selector))
    yield from (text_of(title) for title in page.find_all("title", limit=1))


def _named(said: Selection, selectors: tuple[str, ...]) -> Iterator[str]:
    for selector in selectors:
        for name in map(tidy, _contents(said, selector)):
            yield "" if "/" in name else name  # some give the address of a profile


def _contents(said: Selection, selector: str) -> list[str]:
    return [attribute(meta, "content") for meta in said.all([selector])]


def _declared_moment(said: Selection) -> datetime | None:
    for selector in _DATES:
        for tag in said.all([selector]):
            moment = parse_date(_written(tag))
            if moment is not None:
                return moment.astimezone(VIETNAM)
    return None


def _written(tag: Tag) -> str:
    return attribute(tag, "content") or attribute(tag, "datetime") or text_of(tag)
