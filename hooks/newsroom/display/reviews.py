"""The index of quarterly reviews (sơ kết quý): who has written of which quarter; what is due."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import ClassVar

from newsroom.catalogue.catalogue import Catalogue, Entries
from newsroom.content import uris
from newsroom.content.newsroom import Newsroom
from newsroom.content.quarter import Quarter
from newsroom.display.indexes import Index
from newsroom.display.organizations import Named, Names, by_organization, organization_names
from newsroom.display.year_spans import YearSpan, reviewed_spans

Span = tuple[Quarter, Quarter]
"""The first and the last of quarters without a review."""


@dataclass(frozen=True, slots=True)
class Cell:
    """What an organization has written of a quarter: the addresses of its reviews."""

    organization: Named
    reviews: Sequence[str]


@dataclass(frozen=True, slots=True)
class ReviewedQuarter:
    """A quarter that has reviews."""

    quarter: Quarter
    cells: Sequence[Cell]
    """Of every organization that the ward declares, and of others that have written."""
    unreviewed: Span | None
    """The quarters without a review right before it."""


@dataclass(frozen=True, slots=True)
class DueQuarter:
    """A quarter whose reviews are being written."""

    quarter: Quarter
    deadline: date
    cells: Sequence[Cell]


@dataclass(frozen=True, slots=True)
class ReviewedYear:
    """The quarters of a year, the newest first."""

    year: int
    quarters: Sequence[ReviewedQuarter]
    spans: Sequence[tuple[str, str]]
    """Title and address of the reviews of its half and of its whole."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewYears(Index):
    """The quarterly reviews by year and quarter, the newest first."""

    layout: ClassVar[str] = "reviews"
    due: Sequence[DueQuarter]
    unreviewed: Span | None
    """The quarters without a review right before those that are due."""
    years: Sequence[ReviewedYear]
    organizations: Names
    """Those that have a page."""


def reviews_page(catalogue: Catalogue, newsroom: Newsroom, today: date) -> ReviewYears:
    """The index of reviews on that day."""
    names, reviewed = organization_names(newsroom), sorted(catalogue.reviews)
    due = _due(today)
    past = [quarter for quarter in reviewed if quarter not in due]
    entries = {quarter: catalogue.reviews[quarter].entries for quarter in reviewed}
    quarters = [
        ReviewedQuarter(quarter, _cells(entries[quarter], names), _between(older, quarter))
        for older, quarter in zip([None, *past], past, strict=False)
    ]
    return ReviewYears(
        uri=uris.REVIEWS,
        title="Sơ kết quý",
        description="Mỗi quý, từng đơn vị báo cáo đã làm được gì.",
        due=[DueQuarter(one, one.deadline, _cells(entries.get(one, ()), names)) for one in due],
        unreviewed=_between(past[-1], due[-1]) if past else None,
        years=_years(quarters, reviewed_spans(catalogue)),
        organizations=names,
        last_change=catalogue.joined(catalogue.reviews.values()).last_change,
    )


def _years(quarters: Sequence[ReviewedQuarter], spans: Iterable[YearSpan]) -> list[ReviewedYear]:
    of_year = defaultdict(list)
    for span in spans:
        of_year[span.year].append((span.title, span.uri))
    return [
        ReviewedYear(year, list(group), of_year[year])
        for year, group in groupby(reversed(quarters), key=lambda one: one.quarter.year)
    ]


def _due(today: date) -> list[Quarter]:
    """The quarter of that day and, while its reviews are still due, the one before."""
    now = Quarter.of(today)
    return [now, now.previous] if today <= now.previous.deadline else [now]


def _cells(reviews: Entries, names: Names) -> list[Cell]:
    written: dict[Named, Iterable[str]] = dict.fromkeys(names, ())
    for named, group in by_organization(reviews, names):
        written[named] = [entry.uri for entry in group]
    return [Cell(named, list(addresses)) for named, addresses in written.items()]


def _between(older: Quarter | None, newer: Quarter) -> Span | None:
    return (older.next, newer.previous) if older and older.next < newer else None
