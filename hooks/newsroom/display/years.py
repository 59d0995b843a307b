"""The pages of a year and of its first half: what their quarters come to."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from newsroom.catalogue.catalogue import Catalogue
from newsroom.catalogue.entries import Articles
from newsroom.catalogue.figures import Comparison
from newsroom.catalogue.spans import Course, courses
from newsroom.catalogue.tasks import carried
from newsroom.content import uris
from newsroom.content.figures import TaskState
from newsroom.content.newsroom import Newsroom
from newsroom.content.quarter import Quarter
from newsroom.display.indexes import Index, IndexGroup
from newsroom.display.organizations import Names, organization_names
from newsroom.display.promised import OrganizationTasks, StateTasks, by_state, counted, tasks_until
from newsroom.display.reported import FigureGroup, figure_groups, writers_order
from newsroom.display.series import last_quarters
from newsroom.display.year_spans import YearSpan, reviewed_spans
from newsroom.text.numbers import format_count


@dataclass(frozen=True, slots=True, kw_only=True)
class YearReviews(Index):
    """What the reviews of a year, or of its first half, come to."""

    layout: ClassVar[str] = "year"
    has_data: ClassVar[bool] = True
    span: str
    """How the table names the sum of its quarters."""
    quarters: Sequence[Quarter]
    """All that belong to it."""
    reviewed: Sequence[tuple[Quarter, int]]
    """Those that have a page, each with how many organizations have written."""
    figures: Sequence[FigureGroup[Comparison[Course]]]
    tasks: Sequence[OrganizationTasks]
    by_state: Sequence[StateTasks]
    states: Mapping[TaskState, int]
    beside: Sequence[tuple[str, str]]
    """Title and address of the pages of the year before and after, and of the half or whole."""


def year_groups(catalogue: Catalogue, newsroom: Newsroom) -> Iterator[IndexGroup]:
    """The page of every year, and of every first half, of which two quarters have reviews: of one
    alone the quarter's page says the same."""
    spans, names = reviewed_spans(catalogue), organization_names(newsroom)
    for span in spans:
        window = last_quarters(span.quarters[-1])
        reviews = [(one, catalogue.reviews[one]) for one in window if one in catalogue.reviews]
        beside = [(one.title, one.uri) for one in span.beside if one in spans]
        yield IndexGroup(span.uri, _year_page, (span.year, span.length, names, reviews, beside))


def _year_page(
    year: int,
    length: int,
    names: Names,
    reviews: Iterable[tuple[Quarter, Articles]],
    beside: Sequence[tuple[str, str]],
) -> Iterator[YearReviews]:
    span, by_quarter = YearSpan(year, length), dict(reviews)
    now = {one: by_quarter[one] for one in span.quarters if one in by_quarter}
    before = {q: by_quarter[q] for one in span.quarters if (q := one.year_before) in by_quarter}
    earlier = courses(before)
    promised = carried(review for group in by_quarter.values() for review in group).tasks
    tasks = tasks_until(promised, span.quarters, names)
    order = writers_order(review for group in now.values() for review in group)
    rows = [Comparison(one, earlier.get(key)) for key, one in courses(now).items()]
    rows.sort(key=lambda row: order(row.total.last))
    states = counted(tasks)
    yield YearReviews(
        uri=span.uri,
        title=span.title,
        description=_lead(span, now, len(rows), states),
        parents=[("Sơ kết quý", uris.REVIEWS)],
        span="6 tháng" if span.is_half else "Cả năm",
        quarters=span.quarters,
        reviewed=[(quarter, _writers(group)) for quarter, group in now.items()],
        figures=figure_groups(rows, lambda row: row.total.last, names),
        tasks=tasks,
        by_state=by_state(tasks),
        states=states,
        beside=beside,
        last_change=max(group.last_change for group in now.values() if group.last_change),
    )


def _writers(reviews: Articles) -> int:
    return len({review.organization_key for review in reviews})


def _lead(
    span: YearSpan,
    now: Mapping[Quarter, Articles],
    indicators: int,
    states: Mapping[TaskState, int],
) -> str:
    quarters = ", ".join(quarter.roman for quarter in now)
    summed = (
        f"{format_count(indicators)} chỉ tiêu cộng từ các bài sơ kết quý {quarters}/{span.year}"
    )
    if not (promised := sum(states.values())):
        return f"{summed}."
    parts = [f"{count} {state.value}" for state, count in states.items() if count]
    return f"{summed}; {promised} nhiệm vụ đã hứa: {', '.join(parts)}."
