"""Displays of index pages: all that the layout of each may see, as plain values."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from newsroom.content.article import Article, Tag
from newsroom.content.newsroom import Section
from newsroom.content.quarter import Quarter
from newsroom.display.campaign_lines import CampaignLine
from newsroom.display.latest_quarter import LatestQuarter
from newsroom.display.listing import ListPage


@dataclass(frozen=True, slots=True, kw_only=True)
class Index:
    """A page that lists articles: its address, title and description."""

    layout: ClassVar[str]
    says_more: ClassVar[bool] = False
    """Whether it is worth a visit also while there are no articles on it."""
    has_data: ClassVar[bool] = False
    """Whether its data lies beside it (display/open_data.py)."""
    uri: str
    title: str
    description: str
    feeds_at: str | None = None
    """The page whose feeds a reader of this one may follow."""
    last_change: datetime | None = None
    """When anything on the page last changed; None for a page without articles."""
    parents: Sequence[tuple[str, str]] = ()
    """Title and address of the pages above it."""

    @property
    def is_empty(self) -> bool:
        """Whether search engines are to leave it out until there is something to be found."""
        return not self.says_more and self.last_change is None


@dataclass(frozen=True, slots=True)
class IndexGroup:
    """Index pages that are made from the same values. While those stay the same, no display of the
    group is made. The pages are given nothing else, so they cannot show what is not digested."""

    uri: str
    make: Callable[..., Iterable[Index]]
    """Makes the pages from `given`: a function of a module. The first one is at the group's uri."""
    given: tuple[object, ...]
    """Plain values and lists of articles."""

    @classmethod
    def of(cls, index: Index) -> "IndexGroup":
        """A page that stands alone."""
        return cls(index.uri, _alone, (index,))

    def pages(self) -> Iterable[Index]:
        """The displays of all its pages."""
        return self.make(*self.given)


def _alone(index: Index) -> Iterable[Index]:
    return (index,)


@dataclass(frozen=True, slots=True, kw_only=True)
class Home(Index):
    """The home page."""

    layout: ClassVar[str] = "home"
    says_more: ClassVar[bool] = True
    due: Sequence[Article]
    """Articles that ask residents for something, by when."""
    days_left: Sequence[int]
    """The days until each of these is due."""
    doors: Sequence[tuple[str, str]]
    """Title and address of what residents come for most."""
    top: Sequence[Article]
    """The lead story and those beside it: pinned articles, then the latest."""
    sections: Sequence[tuple[Section, Sequence[Article]]]
    campaigns: Sequence[CampaignLine]
    """Those that go on."""
    latest: LatestQuarter | None
    most_viewed: Sequence[Article]


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing(Index):
    """One page of a plain list: a section, a tag, a month."""

    layout: ClassVar[str] = "list"
    page: ListPage


@dataclass(frozen=True, slots=True, kw_only=True)
class Sections(Index):
    """All sections with their latest articles."""

    layout: ClassVar[str] = "sections"
    sections: Sequence[tuple[Section, Sequence[Article]]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tags(Index):
    """All tags with how many articles carry them."""

    layout: ClassVar[str] = "tags"
    tags: Sequence[tuple[Tag, int]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Archive(Index):
    """Years, or one year: quarters and months with how many articles they hold."""

    layout: ClassVar[str] = "archive"
    years: Sequence["ArchiveYear"]


@dataclass(frozen=True, slots=True)
class ArchiveYear:
    """A year of the archive: counts by quarter and, in each, by month."""

    year: int
    count: int
    quarters: Sequence[tuple[Quarter, int, Sequence[tuple[int, int]]]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ranking(Index):
    """The most viewed articles."""

    layout: ClassVar[str] = "ranking"
    articles: Sequence[Article]
