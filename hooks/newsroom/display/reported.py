"""What the reviews of a quarter report: each organization's, and every indicator beside itself in
other quarters."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby
from typing import Generic, TypeVar

from newsroom.catalogue.figures import Comparison, Total, compared, totals_by_organization
from newsroom.content.article import Article
from newsroom.content.figures import Figure, Indicator
from newsroom.display.organizations import NAMELESS, Named, Names, by_organization, place_of
from newsroom.text.fold import fold

KEY_FIGURES, SHOWN_FIGURES = 4, 8
"""Those of a review that stand for it elsewhere, and beside it on the page of its quarter: writers
state first what matters most."""
SEVERAL = "Nhiều đơn vị"
FEW = 12
"""Indicators of a page that are read without opening anything: two screens of a phone."""
Row = TypeVar("Row")


@dataclass(frozen=True, slots=True)
class OrganizationReviews:
    """What an organization has written of a quarter, the newest first."""

    organization: Named
    reviews: Sequence[Article]
    stated: Sequence[Figure]
    """By the newest review that states any."""

    @property
    def key_figures(self) -> Sequence[Figure]:
        """Those that stand for the review where there is little room."""
        return self.stated[:KEY_FIGURES]

    @property
    def figures(self) -> Sequence[Figure]:
        """Those that a reader of the quarter's page sees without opening anything."""
        return self.stated[:SHOWN_FIGURES]

    @property
    def more_figures(self) -> int:
        """How many there are beyond them."""
        return len(self.stated) - len(self.figures)


@dataclass(frozen=True, slots=True)
class IndicatorRow:
    """An indicator of a quarter beside itself in the one before, and a year before."""

    now: Total
    previous: Comparison[Total]
    year_before: Comparison[Total]
    by: Sequence[tuple[str, Decimal]]
    """Who reports it and what, in the ward's order; empty where it is one alone."""


@dataclass(frozen=True, slots=True)
class FigureGroup(Generic[Row]):
    """The indicators of one organization, or of several together."""

    title: str
    rows: Sequence[Row]
    is_open: bool
    """Whether a screen shows them at once."""


def organization_reviews(reviews: Iterable[Article], names: Names) -> list[OrganizationReviews]:
    """The reviews of a quarter by organization."""
    return [
        OrganizationReviews(named, group, _stated(group))
        for named, group in by_organization(reviews, names)
    ]


def _stated(reviews: Sequence[Article]) -> Sequence[Figure]:
    return next((review.figures for review in reviews if review.figures), ())


def indicator_rows(
    now: Iterable[Article],
    previous: Iterable[Article],
    year_before: Iterable[Article],
    names: Names,
) -> list[IndicatorRow]:
    """Every indicator that the reviews of the quarter report, in the order of their writers."""
    now = list(now)
    totals = sorted(totals_by_organization(now), key=writers_order(now))
    beside = _by_now(compared(totals, totals_by_organization(previous)))
    earlier = _by_now(compared(totals, totals_by_organization(year_before)))
    return [
        IndicatorRow(total, beside[total], earlier[total], _reporters(total, names))
        for total in totals
    ]


def _reporters(total: Total, names: Names) -> list[tuple[str, Decimal]]:
    reports = sorted(total.reports, key=lambda one: place_of(one.organization, names))
    told = [(short_name(one.organization, names), one.figure.value) for one in reports]
    return told if len(told) > 1 else []


def writers_order(articles: Iterable[Article]) -> Callable[[Total], int]:
    """What sorts totals as those who report them do."""
    places: dict[Indicator, int] = {}
    for article in articles:
        for place, figure in enumerate(article.figures):
            places[figure.indicator] = min(place, places.get(figure.indicator, place))
    return lambda total: places[total.indicator]


def _by_now(comparisons: Iterable[Comparison[Total]]) -> dict[Total, Comparison[Total]]:
    return {one.now: one for one in comparisons if one.now}


def silent(now: Iterable[Article], previous: Iterable[Article]) -> list[Total]:
    """The indicators of the quarter before of which this one has nothing yet."""
    both = compared(totals_by_organization(now), totals_by_organization(previous))
    return [one.before for one in both if one.before and not one.now]


def figure_groups(
    rows: Sequence[Row], total_of: Callable[[Row], Total], names: Names
) -> list[FigureGroup[Row]]:
    """The rows by who reports them: several together first, then each in the ward's order. The
    first group stands open, as do all where there are few rows."""
    ordered = sorted(rows, key=lambda row: _reporter_place(total_of(row), names))
    groups = groupby(ordered, key=lambda row: reporter(total_of(row), names))
    return [
        FigureGroup(title, list(group), is_open=place == 0 or len(rows) <= FEW)
        for place, (title, group) in enumerate(groups)
    ]


def reporter(total: Total, names: Names) -> str:
    """Who reports it, in short."""
    if len(total.organizations) > 1:
        return SEVERAL
    return short_name(total.reports[0].organization, names)


def short_name(title: str, names: Names) -> str:
    """The organization as the ward's pages name it."""
    shorts = {one.key: one.short for one in names}
    return shorts.get(fold(title), title) or NAMELESS


def _reporter_place(total: Total, names: Names) -> tuple[int, str]:
    if len(total.organizations) > 1:
        return -1, ""
    return place_of(total.reports[0].organization, names)
