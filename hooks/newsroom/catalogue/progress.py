"""How far campaigns have come towards their goals, told by entries alone: no article is opened."""

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from decimal import Decimal

from newsroom.build.digests import digest
from newsroom.catalogue.catalogue import Catalogue
from newsroom.catalogue.entries import NONE
from newsroom.content.figures import percent
from newsroom.content.newsroom import Campaign
from newsroom.content.units import Goal
from newsroom.text.numbers import rounded

_WHOLE = Decimal(100)


@dataclass(frozen=True, slots=True)
class Progress:
    """A goal, and how much of it is reached."""

    goal: Goal
    reached: Decimal | None
    """None where nobody has told yet."""

    @property
    def percent(self) -> Decimal | None:
        """How many hundredths of the goal are reached; more than a hundred where it is passed."""
        share = None if self.reached is None else percent(self.reached, self.goal.value)
        return None if share is None else rounded(share)

    @property
    def beyond(self) -> Decimal | None:
        """By how much the goal is passed; None where it is not."""
        over = (self.reached or 0) - self.goal.value
        return over if over > 0 else None

    @property
    def is_share(self) -> bool:
        """Whether it is told in hundredths, so that its bar is the whole and not the goal."""
        return self.goal.unit.title == "%"

    @property
    def filled(self) -> Decimal:
        """How many hundredths of its bar are filled; the bar of a passed goal is longer than it."""
        filled = self.reached if self.is_share else self.percent
        return _within_bar(filled or Decimal(0))

    @property
    def goal_at(self) -> Decimal:
        """After how many hundredths of its bar the goal stands."""
        if self.is_share:
            return _within_bar(self.goal.value)
        return rounded(_WHOLE * _WHOLE / max(self.percent or _WHOLE, _WHOLE))


def _within_bar(share: Decimal) -> Decimal:
    return rounded(max(Decimal(0), min(share, _WHOLE)))


def progress_of(catalogue: Catalogue, campaign: Campaign) -> Progress | None:
    """As it is stated in mkdocs.yml, else as the articles of the campaign tell; None where the
    campaign has no goal."""
    goal = campaign.goal
    if goal is None:
        return None
    told = _told(catalogue, campaign.slug)
    return Progress(goal, _sum(goal, told) if goal.reached is None else goal.reached)


def digest_of_told(catalogue: Catalogue, slug: str) -> bytes:
    """The digest of what the articles of a campaign tell of its goal."""
    return digest(*map(str, _told(catalogue, slug)))


class Told:
    """A provider of dependencies: finds the campaigns of which something else is told now."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue

    def changed(self, recorded: Mapping[str, bytes]) -> Set[str]:
        """The slugs of those campaigns."""
        now = ((slug, digest_of_told(self._catalogue, slug)) for slug in recorded)
        return {slug for slug, told in now if told != recorded[slug]}


def _told(catalogue: Catalogue, slug: str) -> list[Decimal]:
    entries = catalogue.announcements.get(slug, NONE).entries
    return [entry.reached for entry in entries if entry.reached is not None]


def _sum(goal: Goal, told: Sequence[Decimal]) -> Decimal | None:
    """Each article tells of something new; of a share the newest is what holds."""
    if not told:
        return None
    return sum(told, Decimal(0)) if goal.unit.summed else told[0]
