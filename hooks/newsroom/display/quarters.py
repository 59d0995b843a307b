"""The page of a quarter: what its reviews report, what was promised, and what went on in it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from heapq import nlargest
from typing import ClassVar

from newsroom.catalogue.catalogue import Catalogue
from newsroom.catalogue.entries import NONE, Articles, Entry
from newsroom.catalogue.figures import Total
from newsroom.catalogue.tasks import carried
from newsroom.content import uris
from newsroom.content.article import Article
from newsroom.content.figures import TaskState
from newsroom.content.newsroom import Campaign, CampaignState, Newsroom, Section
from newsroom.content.quarter import Quarter
from newsroom.display.campaigns import last_announced
from newsroom.display.indexes import Index, IndexGroup
from newsroom.display.organizations import Named, Names, organization_names
from newsroom.display.promised import OrganizationTasks, counted, tasks_in
from newsroom.display.reported import (
    FigureGroup,
    OrganizationReviews,
    figure_groups,
    indicator_rows,
    organization_reviews,
    silent,
)
from newsroom.display.series import Series, last_quarters, series_until
from newsroom.text.numbers import format_count

MOST_VIEWED = 5
PER_SECTION = 2


@dataclass(frozen=True, slots=True)
class SectionOfQuarter:
    """A section's articles of a quarter: how many, and the latest."""

    section: Section
    count: int
    latest: Sequence[Article]


@dataclass(frozen=True, slots=True)
class Doings:
    """What went on in a quarter, as far as articles tell."""

    sections: Sequence[SectionOfQuarter]
    most_viewed: Sequence[Article]
    campaigns: Sequence[Campaign]


@dataclass(frozen=True, slots=True, kw_only=True)
class QuarterReviews(Index):
    """The reviews of one quarter, and the quarters beside it that have any."""

    layout: ClassVar[str] = "quarter"
    has_data: ClassVar[bool] = True
    quarter: Quarter
    organizations: Sequence[OrganizationReviews]
    missing: Sequence[Named]
    """The organizations that have written nothing of it."""
    figures: Sequence[FigureGroup]
    silent: Sequence[Total]
    """What was reported for the quarter before, and not yet for this one."""
    series: Sequence[Series]
    tasks: Sequence[OrganizationTasks]
    next_tasks: Sequence[OrganizationTasks]
    doings: Doings
    has_archive: bool
    """Whether the archive has a page of the quarter."""
    has_year: bool
    """Whether the archive has a page of its year."""
    newer: Quarter | None
    older: Quarter | None


def quarter_groups(catalogue: Catalogue, newsroom: Newsroom) -> Iterator[IndexGroup]:
    """The page of every quarter that has a review."""
    names, quarters = organization_names(newsroom), sorted(catalogue.reviews)
    beside = zip([None, *quarters], quarters, [*quarters[1:], None], strict=False)
    for older, quarter, newer in beside:
        until = [one for one in last_quarters(quarter) if one in catalogue.reviews]
        reviews = [(one, catalogue.reviews[one]) for one in until]
        doings = _doings(catalogue, newsroom, quarter)
        has = (quarter in catalogue.by_quarter, quarter.year in catalogue.by_year)
        given = (quarter, names, reviews, doings, has, newer, older)
        yield IndexGroup(uris.reviews_uri(quarter), _quarter_page, given)


def _doings(catalogue: Catalogue, newsroom: Newsroom, quarter: Quarter) -> Doings:
    articles = catalogue.by_quarter.get(quarter, NONE)
    by_section: dict[str, list[Entry]] = defaultdict(list)
    for entry in articles.entries:
        by_section[entry.section].append(entry)
    most_viewed = nlargest(MOST_VIEWED, articles.entries, key=lambda entry: entry.views)
    return Doings(
        [
            SectionOfQuarter(section, len(found), catalogue.opened(found[:PER_SECTION]))
            for slug, section in newsroom.sections.items()
            if (found := by_section[slug])
        ],
        catalogue.opened([entry for entry in most_viewed if entry.views]),
        [one for one in newsroom.campaigns.values() if _ran_in(catalogue, one, quarter)],
    )


def _ran_in(catalogue: Catalogue, campaign: Campaign, quarter: Quarter) -> bool:
    if campaign.start > quarter.last_day:
        return False
    first = max(campaign.start, quarter.first_day)
    return campaign.state(first, last_announced(catalogue, campaign)) is CampaignState.RUNNING


def _quarter_page(
    quarter: Quarter,
    names: Names,
    reviews: Iterable[tuple[Quarter, Articles]],
    doings: Doings,
    has: tuple[bool, bool],
    newer: Quarter | None,
    older: Quarter | None,
) -> Iterator[QuarterReviews]:
    by_quarter: Mapping[Quarter, Articles] = dict(reviews)
    now, previous = by_quarter[quarter], by_quarter.get(quarter.previous, NONE)
    rows = indicator_rows(now, previous, by_quarter.get(quarter.year_before, NONE))
    figures = figure_groups(rows, names)
    totals = [row.now for group in figures for row in group.rows]
    organizations = organization_reviews(now, names)
    written = {one.organization for one in organizations}
    promised = carried(review for group in by_quarter.values() for review in group).tasks
    tasks = tasks_in(promised, quarter, names)
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
        series=series_until(quarter, totals, by_quarter, names),
        tasks=tasks,
        next_tasks=tasks_in(promised, quarter.next, names),
        doings=doings,
        has_archive=has[0],
        has_year=has[1],
        newer=newer,
        older=older,
        last_change=now.last_change,
    )


def _lead(
    quarter: Quarter,
    organizations: Sequence[OrganizationReviews],
    indicators: int,
    states: Mapping[TaskState, int],
) -> str:
    """The quarter in two sentences, for whoever reads no further."""
    reporting = format_count(len(organizations))
    report = f"{reporting} đơn vị của phường báo cáo {quarter.title}"
    told = f"{report} với {format_count(indicators)} chỉ tiêu." if indicators else f"{report}."
    if not (promised := sum(states.values())):
        return told
    parts = [f"{count} {state.value}" for state, count in states.items() if count]
    return f"{told} Trong {promised} nhiệm vụ đã hứa, {', '.join(parts)}."
