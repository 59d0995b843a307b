"""The page of the calendar (lịch): what is to come, day by day."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import ClassVar

from newsroom.catalogue.catalogue import Catalogue
from newsroom.catalogue.entries import Articles
from newsroom.content import uris
from newsroom.content.newsroom import Campaign, Newsroom
from newsroom.display.calendar import Occasion, coming_campaigns, occasions_of, start_of
from newsroom.display.indexes import Index, IndexGroup


@dataclass(frozen=True, slots=True)
class Coming:
    """An occasion that is not over."""

    occasion: Occasion
    days_left: int
    """Until it is over."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Agenda(Index):
    """What is to come, by the day on which it begins, or of today where it has begun."""

    layout: ClassVar[str] = "agenda"
    says_more: ClassVar[bool] = True
    days: Sequence[tuple[date, Sequence[Coming]]]


def agenda_group(catalogue: Catalogue, newsroom: Newsroom, today: date) -> IndexGroup:
    """The page on that day; of all articles it opens those alone that are not over."""
    given = (catalogue.due_from(start_of(today)), coming_campaigns(newsroom, today), today)
    return IndexGroup(uris.CALENDAR, _page, given)


def _page(articles: Articles, campaigns: Sequence[Campaign], today: date) -> Iterator[Agenda]:
    occasions = (one for one in occasions_of(articles, campaigns) if one.last_day >= today)

    def day_of(one: Coming) -> date:
        return max(one.occasion.start.date(), today)

    coming = [Coming(one, (one.last_day - today).days) for one in occasions]
    coming.sort(key=lambda one: (day_of(one), one.occasion.start, one.occasion.uri))
    yield Agenda(
        uri=uris.CALENDAR,
        title="Lịch",
        description="Việc cần làm, lịch cần nhớ: hạn chót, sự kiện, ngày của các phong trào.",
        days=[(day, list(group)) for day, group in groupby(coming, key=day_of)],
        last_change=articles.last_change,
    )
