"""How much of its goal a campaign has reached."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from newsroom.catalogue.figures import totals_by_article
from newsroom.content.article import Article
from newsroom.content.figures import Figure, percent
from newsroom.content.units import Goal


@dataclass(frozen=True, slots=True)
class Progress:
    """A goal, and what is reached of it; None where nobody has said anything yet."""

    goal: Goal
    reached: Decimal | None

    @property
    def share(self) -> Decimal | None:
        """How many hundredths of the goal are reached; more than a hundred where it is passed."""
        return None if self.reached is None else percent(self.reached, self.goal.value)


def progress(goal: Goal, announcements: Iterable[Article]) -> Progress:
    """What mkdocs.yml states; else the sum of the figures of that name and unit in the campaign's
    announcements."""
    if goal.reached is not None:
        return Progress(goal, goal.reached)
    own = Figure(goal.label, goal.value, goal.unit).indicator
    totals = (total for total in totals_by_article(announcements) if total.indicator == own)
    return Progress(goal, next((total.value for total in totals), None))
