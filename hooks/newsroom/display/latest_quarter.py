"""The latest quarter in short, as the home page has it: figures, promises, a few reviews."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice

from newsroom.catalogue.catalogue import Catalogue
from newsroom.catalogue.entries import Articles
from newsroom.catalogue.tasks import carried
from newsroom.content.article import Article
from newsroom.content.figures import TaskState
from newsroom.content.quarter import Quarter
from newsroom.display.organizations import Names
from newsroom.display.promised import counted, tasks_in
from newsroom.display.reported import OrganizationReviews, organization_reviews
from newsroom.display.series import last_quarters


@dataclass(frozen=True, slots=True)
class LatestQuarter:
    """The newest quarter that has reviews."""

    quarter: Quarter
    reviews: Sequence[Article]
    """The newest of them that stand nowhere else on the page."""
    reported: OrganizationReviews | None
    """The newest one that states figures."""
    states: Sequence[tuple[TaskState, int]]
    """How many of the quarter's tasks stand where; those that any task has."""

    @property
    def promised(self) -> int:
        """How many tasks the quarter has."""
        return sum(count for _, count in self.states)


def latest_quarter(
    catalogue: Catalogue, quarter: Quarter, reviews: Articles, names: Names
) -> LatestQuarter:
    """That quarter with these of its reviews."""
    return LatestQuarter(
        quarter, reviews, _reported(catalogue.reviews[quarter], names),
        _states(catalogue, quarter, names),
    )  # fmt: skip


def _reported(reviews: Articles, names: Names) -> OrganizationReviews | None:
    newest = (review for review in reviews if review.figures)
    told = organization_reviews(islice(newest, 1), names)
    return told[0] if told else None


def _states(
    catalogue: Catalogue, quarter: Quarter, names: Names
) -> Sequence[tuple[TaskState, int]]:
    """As the quarter's own page counts them."""
    told = [catalogue.reviews[one] for one in last_quarters(quarter) if one in catalogue.reviews]
    promised = carried(review for reviews in told for review in reviews).tasks
    states = counted(tasks_in(promised, quarter, names))
    return [(state, count) for state, count in states.items() if count]
