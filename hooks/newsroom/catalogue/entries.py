"""Entries: what lists must know of an article, which is opened only when a page shows it."""

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from decimal import Decimal
from itertools import chain
from typing import NamedTuple, overload

from newsroom.catalogue.figures import reached_by
from newsroom.content.article import Article
from newsroom.text.dates import VIETNAM


class Entry(NamedTuple):
    """An article as it is sorted and grouped. Each build may load ten thousand, so its fields are
    plain values."""

    path: str
    """Its file, relative to the articles folder."""
    uri: str
    time: float
    """When it was published, in seconds since 1970."""
    year: int
    month: int
    section: str
    """A slug; so is the campaign."""
    tags: tuple[str, ...]
    """Titles."""
    campaign: str
    review: tuple[int, int] | None
    """Year and number of the quarter that it reviews."""
    organization: str
    """As it is written; empty where it names none."""
    views: int
    pinned: bool
    aliases: tuple[tuple[str, str, int], ...]
    """Its old addresses: path, query, line."""
    changed: float
    """When its text last changed."""
    due: float
    """Until when it matters to those who have to act; 0 where it asks for nothing."""
    reached: Decimal | None
    """How much it adds to the goal of its campaign; None where it states nothing of it."""
    card: bytes = b""
    """The digest of all that a page may show of it; empty outside a build."""


Open = Callable[[Entry], Article]


def entry_of(article: Article) -> Entry:
    """The entry of an article."""
    quarter, campaign, published = article.quarter, article.campaign, article.published
    return Entry(
        path=str(article.path),
        uri=article.uri,
        time=published.timestamp(),
        year=published.year,
        month=published.month,
        section=article.section.slug,
        tags=tuple(tag.title for tag in article.tags),
        campaign=campaign.slug if campaign else "",
        review=(quarter.year, quarter.number) if quarter else None,
        organization=article.organization,
        views=article.views,
        pinned=article.pinned,
        aliases=tuple((path, query, line) for path, query, line in article.aliases),
        changed=article.last_change.timestamp(),
        due=article.due.timestamp() if article.due else 0.0,
        reached=reached_by(article),
    )


class Articles(Sequence[Article]):
    """Articles in an order. Neither counting nor slicing opens any."""

    __slots__ = ("_open", "entries")

    def __init__(self, entries: Sequence[Entry], open_entry: Open) -> None:
        self.entries = entries
        self._open = open_entry

    @classmethod
    def joined(cls, groups: Iterable["Articles"], open_entry: Open) -> "Articles":
        """The articles of all groups, one group after another."""
        return cls(list(chain.from_iterable(group.entries for group in groups)), open_entry)

    def of(self, entries: Sequence[Entry]) -> "Articles":
        """Those of these entries."""
        return Articles(entries, self._open)

    @property
    def last_change(self) -> datetime | None:
        """When any of them last changed; None if there are none."""
        last = max((entry.changed for entry in self.entries), default=None)
        return None if last is None else datetime.fromtimestamp(last, VIETNAM)

    @overload
    def __getitem__(self, place: int) -> Article: ...
    @overload
    def __getitem__(self, place: slice) -> "Articles": ...
    def __getitem__(self, place: int | slice) -> "Article | Articles":
        if isinstance(place, slice):
            return Articles(self.entries[place], self._open)
        return self._open(self.entries[place])

    def __len__(self) -> int:
        return len(self.entries)


def _missing(entry: Entry) -> Article:
    raise LookupError(entry.path)


NONE = Articles((), _missing)
"""No articles."""
