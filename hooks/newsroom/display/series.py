"""Series: an indicator over several quarters, for charts and the tables behind them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from newsroom.catalogue.figures import Total, totals_by_organization
from newsroom.content.article import Article
from newsroom.content.quarter import Quarter
from newsroom.display.organizations import Names
from newsroom.display.reported import reporter

REACH = 8
"""Quarters that a quarter's page looks at: two years, so that an older review changes no page of
today. A task that is unfinished after that is on the pages of its organization only."""
FEWEST = 3
"""Values that make a series: of two the table says all."""


@dataclass(frozen=True, slots=True)
class Point:
    """A value of a quarter; None where there is none that could stand beside the others."""

    quarter: Quarter
    value: Decimal | None


@dataclass(frozen=True, slots=True)
class Series:
    """An indicator over quarters, the oldest first."""

    key: str
    """That of the indicator."""
    label: str
    unit: str
    reporter: str
    points: Sequence[Point]


def series_until(
    quarter: Quarter,
    now: Iterable[Total],
    by_quarter: Mapping[Quarter, Sequence[Article]],
    names: Names,
) -> list[Series]:
    """What these totals of the quarter were over the last quarters."""
    quarters = last_quarters(quarter)
    totals = {one: totals_by_organization(by_quarter.get(one, ())) for one in quarters}
    series = [
        Series(
            total.indicator.key, total.label, total.unit.title, reporter(total, names),
            _points(total, totals),
        )
        for total in now
    ]  # fmt: skip
    return [one for one in series if _known(one.points) >= FEWEST]


def last_quarters(quarter: Quarter) -> list[Quarter]:
    """The quarters up to that one that its page looks at, the oldest first."""
    quarters = [quarter]
    while len(quarters) < REACH:
        quarters.insert(0, quarters[0].previous)
    return quarters


def _points(now: Total, totals: Mapping[Quarter, Iterable[Total]]) -> list[Point]:
    return [Point(quarter, _value(of, now)) for quarter, of in totals.items()]


def _value(totals: Iterable[Total], now: Total) -> Decimal | None:
    """What other organizations have reported is no earlier state of it."""
    same = (one for one in totals if one.indicator == now.indicator)
    found = next(same, None)
    return found.value if found and found.organizations == now.organizations else None


def _known(points: Iterable[Point]) -> int:
    return sum(point.value is not None for point in points)
