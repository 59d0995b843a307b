"""The page of a quarter: what its reviews report, what was promised, and what went on in it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from newsroom.catalogue.catalogue import Catalogue
from newsroom.catalogue.entries import NONE, Articles
from newsroom.catalogue.figures import Total
from newsroom.catalogue.tasks import carried
from newsroom.content import uris
from newsroom.content.figures import TaskState
from newsroom.content.newsroom import Newsroom
from newsroom.content.quarter import Quarter
from newsroom.display.doings import Doings, doings_of
from newsroom.display.indexes import Index, IndexGroup
from newsroom.display.organizations import Named, Names, organization_names
from newsroom.display.promised import (
    OrganizationTasks,
    StateTasks,
    TaskFold,
    by_state,
    counted,
    tasks_in,
)
from newsroom.display.reported import (
    FigureGroup,
    IndicatorRow,
    OrganizationReviews,
    figure_groups,
    indicator_rows,
    organization_reviews,
    silent,
)
from newsroom.display.series import Series, last_quarters, series_until
from newsroom.display.year_spans import reviewed_spans
from newsroom.text.numbers import format_count

CHARTED = 2
"""Indicators of each organization that have a chart: those that it states first."""
SHOWN = 8
"""Charts that are seen without opening anything: four rows of a phone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Around:
    """Where a reader of the quarter's page can go on, as far as there are such pages."""

    newer: Quarter | None
    """The next quarter that has reviews, perhaps not the next in time."""
    older: Quarter | None
    has_archive: bool
    """Of the articles of the quarter."""
    has_year: bool
    """Of those of its year."""
    spans: Sequence[tuple[str, str]]
    """Title and address of the reviews of its half year and of its year."""


@dataclass(frozen=True, slots=True, kw_only=True)
class QuarterReviews(Index):
    """The reviews of one quarter, and the quarters beside it that have any."""

    layout: ClassVar[str] = "quarter"
    has_data: ClassVar[bool] = True
    quarter: Quarter
    organizations: Sequence[OrganizationReviews]
    missing: Sequence[Named]
    """The organizations that have written nothing of it."""
    figures: Sequence[FigureGroup[IndicatorRow]]
    silent: Sequence[Total]
    """What was reported for the quarter before, and not yet for this one."""
    series: Sequence[Series]
    """Of what each organization states first, then of what it states second."""
    more_series: Sequence[Series]
    """Those that a reader opens."""
    tasks: Sequence[OrganizationTasks]
    by_state: Sequence[StateTasks]
    next_tasks: TaskFold
    doings: Doings
    around: Around


def quarter_groups(catalogue: Catalogue, newsroom: Newsroom) -> Iterator[IndexGroup]:
    """The page of every quarter that has a review."""
    names, quarters = organization_names(newsroom), sorted(catalogue.reviews)
    spans = reviewed_spans(catalogue)
    beside = zip([None, *quarters], quarters, [*quarters[1:], None], strict=False)
    for older, quarter, newer in beside:
        until = [one for one in last_quarters(quarter) if one in catalogue.reviews]
        reviews = [(one, catalogue.reviews[one]) for one in until]
        doings = doings_of(catalogue, newsroom, quarter)
        around = Around(
            newer=newer,
            older=older,
            has_archive=quarter in catalogue.by_quarter,
            has_year=quarter.year in catalogue.by_year,
            spans=[(span.title, span.uri) for span in spans if quarter in span.quarters],
        )
        given = (quarter, names, reviews, doings, around)
        yield IndexGroup(uris.reviews_uri(quarter), _quarter_page, given)


def _quarter_page(
    quarter: Quarter,
    names: Names,
    reviews: Iterable[tuple[Quarter, Articles]],
    doings: Doings,
    around: Around,
) -> Iterator[QuarterReviews]:
    by_quarter: Mapping[Quarter, Articles] = dict(reviews)
    now, previous = by_quarter[quarter], by_quarter.get(quarter.previous, NONE)
    year_before = by_quarter.get(quarter.year_before, NONE)
    rows = indicator_rows(now, previous, year_before, names)
    figures = figure_groups(rows, lambda row: row.now, names)
    organizations = organization_reviews(now, names)
    written = {one.organization for one in organizations}
    promised = carried(review for group in by_quarter.values() for review in group).tasks
    tasks = tasks_in(promised, quarter, names)
    series = series_until(quarter, _charted(figures), by_quarter, names)
    yield QuarterReviews(
        uri=uris.reviews_uri(quarter),
        title=f"Sơ kết {quarter.title}",
        description=_lead(quarter, organizations, len(rows), counted(tasks)),
        parents=[("Sơ kết quý", uris.REVIEWS)],
        quarter=quarter,
        organizations=organizations,
        missing=[one for one in names if one not in written],
        figures=figures,
        silent=silent(now, previous),
        series=series[:SHOWN],
        more_series=series[SHOWN:],
        tasks=tasks,
        by_state=by_state(tasks),
        next_tasks=TaskFold(tasks_in(promised, quarter.next, names)),
        doings=doings,
        around=around,
        last_change=now.last_change,
    )


def _charted(figures: Iterable[FigureGroup[IndicatorRow]]) -> Iterator[Total]:
    for place in range(CHARTED):
        for group in figures:
            yield from (row.now for row in group.rows[place : place + 1])


def _lead(
    quarter: Quarter,
    organizations: Sequence[OrganizationReviews],
    indicators: int,
    states: Mapping[TaskState, int],
) -> str:
    """The quarter in two sentences, for whoever reads no further."""
    reporting = format_count(len(organizations))
    report = f"{reporting} đơn vị báo cáo {quarter.title}"
    told = f"{report} với {format_count(indicators)} chỉ tiêu." if indicators else f"{report}."
    if not (promised := sum(states.values())):
        return told
    parts = [f"{count} {state.value}" for state, count in states.items() if count]
    return f"{told} Trong {promised} nhiệm vụ đã hứa, {', '.join(parts)}."
