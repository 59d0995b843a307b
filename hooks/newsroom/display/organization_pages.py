"""The page of an organization: whom to call, what it has reported, what it promised and did."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from newsroom.catalogue.catalogue import Catalogue, Entries
from newsroom.catalogue.entries import Articles
from newsroom.catalogue.tasks import carried
from newsroom.content import uris
from newsroom.content.article import Article
from newsroom.content.figures import TaskState
from newsroom.content.newsroom import Newsroom, Organization
from newsroom.content.quarter import Quarter
from newsroom.display.indexes import Index, IndexGroup
from newsroom.display.organizations import Named, by_organization, organization_names
from newsroom.display.promised import OrganizationTasks, counted, tasks_in

LATEST = 10


@dataclass(frozen=True, slots=True)
class PromisesOf:
    """The tasks of a quarter, and how many stand where."""

    quarter: Quarter
    is_reported: bool
    """Whether its review is there, or a later one."""
    tasks: Sequence[OrganizationTasks]
    states: Sequence[tuple[TaskState, int]]
    """Those that any task has."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganizationPage(Index):
    """An organization with its reviews, its promises and its latest articles."""

    layout: ClassVar[str] = "organization"
    organization: Organization
    reviews: Sequence[Article]
    """The newest quarter first."""
    promises: Sequence[PromisesOf]
    """The newest quarter first."""
    latest: Sequence[Article]
    """Of its other articles."""


def organization_groups(catalogue: Catalogue, newsroom: Newsroom) -> Iterator[IndexGroup]:
    """The page of every organization that the ward declares."""
    names = organization_names(newsroom)
    written = dict(by_organization(catalogue.entries, names))
    declared = {uris.organization_uri(one.title): one for one in newsroom.organizations}
    for named in {one.uri: one for one in names}.values():
        entries = written.get(named, [])
        reviews = catalogue.opened(_reviews(entries))
        others = catalogue.opened([entry for entry in entries if not entry.review][:LATEST])
        given = (declared[named.uri], named, reviews, others)
        yield IndexGroup(named.uri, _organization_page, given)


def _reviews(entries: Entries) -> Entries:
    return sorted(
        (entry for entry in entries if entry.review),
        key=lambda entry: (entry.review, entry.time),
        reverse=True,
    )


def _organization_page(
    organization: Organization, named: Named, reviews: Articles, latest: Articles
) -> Iterator[OrganizationPage]:
    changes = [one.last_change for one in (reviews, latest) if one.last_change]
    yield OrganizationPage(
        uri=named.uri,
        title=organization.title,
        description=organization.about or f"Sơ kết quý, nhiệm vụ và tin của {named.short}.",
        parents=[("Sơ kết quý", uris.REVIEWS)],
        organization=organization,
        reviews=reviews,
        promises=_promises(reviews, named),
        latest=latest,
        last_change=max(changes, default=None),
    )


def _promises(reviews: Articles, named: Named) -> list[PromisesOf]:
    tasks = carried(reviews).tasks
    reviewed = {review.quarter for review in reviews if review.quarter}
    quarters = reviewed | {task.due for task in tasks}
    found = [(quarter, tasks_in(tasks, quarter, [named])) for quarter in sorted(quarters)]
    return [
        PromisesOf(quarter, quarter <= max(reviewed), groups, _some(groups))
        for quarter, groups in reversed(found)
        if groups
    ]


def _some(groups: Sequence[OrganizationTasks]) -> list[tuple[TaskState, int]]:
    return [(state, count) for state, count in counted(groups).items() if count]
