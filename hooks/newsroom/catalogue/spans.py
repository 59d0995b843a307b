"""Indicators over several quarters: what those of a year, or of a half, come to."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from newsroom.catalogue.figures import Total, totals_by_organization
from newsroom.content.article import Article
from newsroom.content.figures import Indicator, is_level
from newsroom.content.quarter import Quarter
from newsroom.content.units import Unit
from newsroom.text.fold import fold


@dataclass(frozen=True, slots=True)
class Course:
    """An indicator over quarters, the oldest first; one in which nobody reports it is left out."""

    totals: tuple[tuple[Quarter, Total], ...]
    """At least one."""

    @property
    def last(self) -> Total:
        """The newest, by which it is named."""
        return self.totals[-1][1]

    @property
    def label(self) -> str:
        """As the newest article spells it."""
        return self.last.label

    @property
    def unit(self) -> Unit:
        """In what it is counted."""
        return self.last.unit

    @property
    def is_level(self) -> bool:
        """Whether the newest says how things stand, so that quarters are not added."""
        return is_level(self.label)

    @property
    def standing(self) -> Total:
        """The latest of each organization: who did not report last has not lost what it had."""
        reports = (report for _, total in self.totals for report in total.reports)
        latest = {fold(report.organization) or report.uri: report for report in reports}
        return replace(self.last, reports=tuple(latest.values()))

    @property
    def value(self) -> Decimal | None:
        """The sum, or how things stand; None of shares, which cannot be added."""
        if self.is_level:
            return self.standing.value
        if len(self.totals) == 1:
            return self.last.value
        values = [total.value for _, total in self.totals]
        known = [value for value in values if value is not None]
        is_sum = self.unit.summed and len(known) == len(values)
        return sum(known, Decimal(0)) if is_sum else None

    @property
    def basis(self) -> Sequence[str]:
        """Who reports in which quarter of the year; of a level, who reports."""
        if self.is_level:
            return self.standing.organizations
        return [f"{q.number} {one}" for q, of in self.totals for one in of.organizations]

    def total_of(self, quarter: Quarter) -> Total | None:
        """What was reported of it in that quarter."""
        return dict(self.totals).get(quarter)


def courses(by_quarter: Mapping[Quarter, Iterable[Article]]) -> dict[Indicator, Course]:
    """Every indicator that the reviews of these quarters report."""
    found: dict[Indicator, list[tuple[Quarter, Total]]] = defaultdict(list)
    for quarter in sorted(by_quarter):
        for total in totals_by_organization(by_quarter[quarter]):
            found[total.indicator].append((quarter, total))
    return {indicator: Course(tuple(totals)) for indicator, totals in found.items()}
