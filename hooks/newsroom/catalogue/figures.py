"""The figures of several articles as one: summed over organizations, and beside another quarter."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from typing import Generic, Protocol, TypeVar

from newsroom.content.article import Article
from newsroom.content.figures import Figure, Indicator, indicator_of, percent
from newsroom.content.units import Unit
from newsroom.text.fold import fold


class Measured(Protocol):
    """What can be compared with itself at another time."""

    @property
    def value(self) -> Decimal | None:
        """None where there is no sum."""

    @property
    def unit(self) -> Unit:
        """In what it is counted."""

    @property
    def basis(self) -> Sequence[str]:
        """Whose reports it stands on."""


@dataclass(frozen=True, slots=True)
class Reported:
    """A figure as one article states it."""

    organization: str
    """Empty where the article names none."""
    uri: str
    figure: Figure


@dataclass(frozen=True, slots=True)
class Total:
    """All that was reported of one indicator; what the parts allow is summed."""

    indicator: Indicator
    reports: tuple[Reported, ...]
    """By organization; at least one."""
    label: str
    """As the newest article spells it."""
    unit: Unit

    @property
    def value(self) -> Decimal | None:
        """The sum; None where there is none, as of several shares."""
        return self._sum(lambda figure: figure.value)

    @property
    def target(self) -> Decimal | None:
        """What was planned; None unless everybody who reports had a plan."""
        return self._sum(lambda figure: figure.target)

    @property
    def whole(self) -> Decimal | None:
        """What it is a share of; None unless everybody says that."""
        return self._sum(lambda figure: figure.whole)

    @property
    def of_target(self) -> Decimal | None:
        """How many hundredths of the plan it is."""
        return None if self.value is None else percent(self.value, self.target)

    @property
    def share(self) -> Decimal | None:
        """How many hundredths of the whole it is."""
        return None if self.value is None else percent(self.value, self.whole)

    @property
    def organizations(self) -> Sequence[str]:
        """Who reports, by folded names; each as often as it does."""
        return sorted(fold(report.organization) for report in self.reports)

    @property
    def basis(self) -> Sequence[str]:
        """What must be the same in two of them to compare them."""
        return self.organizations

    def _sum(self, part: Callable[[Figure], Decimal | None]) -> Decimal | None:
        if len(self.reports) > 1 and not self.unit.summed:
            return None
        values = [part(report.figure) for report in self.reports]
        known = [value for value in values if value is not None]
        return sum(known, Decimal(0)) if len(known) == len(values) else None


class Obstacle(Enum):
    """Why two totals cannot be compared (không so sánh được)."""

    NONE_BEFORE = "kỳ trước không có số liệu"
    NONE_NOW = "kỳ này không có số liệu"
    OTHERS = "đơn vị báo cáo hai kỳ khác nhau"
    NO_SUM = "số liệu của nhiều đơn vị không cộng được"


Compared = TypeVar("Compared", bound=Measured)


@dataclass(frozen=True, slots=True)
class Comparison(Generic[Compared]):
    """What was reported at a time and at another one; at least one of them has something."""

    now: Compared | None
    before: Compared | None

    @property
    def total(self) -> Compared:
        """The one that there is, that of now first."""
        total = self.now or self.before
        if total is None:
            raise ValueError("nothing to compare")
        return total

    @property
    def obstacle(self) -> Obstacle | None:
        """Why they cannot be compared; what others have reported is no other state of it."""
        if self.now is None:
            return Obstacle.NONE_NOW
        if self.before is None:
            return Obstacle.NONE_BEFORE
        if self.now.basis != self.before.basis:
            return Obstacle.OTHERS
        is_summed = self.now.value is not None and self.before.value is not None
        return None if is_summed else Obstacle.NO_SUM

    @property
    def difference(self) -> Decimal | None:
        """By how much it has grown; of shares, in points. None where they cannot be compared."""
        if self.obstacle or not self.now or not self.before:
            return None
        if self.now.value is None or self.before.value is None:
            return None
        return self.now.value - self.before.value

    @property
    def percent(self) -> Decimal | None:
        """By how many hundredths of what it was it has grown; None of shares, and from nothing."""
        by = self.difference
        if by is None or not self.before or not self.before.unit.summed:
            return None
        return percent(by, self.before.value)


def totals_by_organization(articles: Iterable[Article]) -> tuple[Total, ...]:
    """What the reviews of a quarter come to, by indicator. Of an organization that states one twice
    the newest article counts; an article without an organization is one of its own."""
    newest: dict[tuple[str, Indicator], Article] = {}
    for article in sorted(articles, key=_age):
        for figure in article.figures:
            newest[article.organization_key or article.uri, figure.indicator] = article
    return _totals((indicator, article) for (_, indicator), article in newest.items())


def totals_by_article(articles: Iterable[Article]) -> tuple[Total, ...]:
    """What articles come to that each tell of something new, such as a campaign's."""
    return _totals((figure.indicator, a) for a in articles for figure in a.figures)


def reached_by(article: Article) -> Decimal | None:
    """How much the article adds to the goal of its campaign; a review repeats what others told."""
    goal = article.campaign.goal if article.campaign else None
    if goal is None or article.quarter:
        return None
    wanted = indicator_of(goal)
    return next((one.value for one in article.figures if one.indicator == wanted), None)


def compared(now: Sequence[Total], before: Sequence[Total]) -> tuple[Comparison[Total], ...]:
    """Every indicator of either quarter beside that of the other one."""
    now_by, before_by = ({total.indicator: total for total in totals} for totals in (now, before))
    return tuple(
        Comparison(now_by.get(indicator), before_by.get(indicator))
        for indicator in sorted(now_by.keys() | before_by.keys())
    )


def _totals(stated: Iterable[tuple[Indicator, Article]]) -> tuple[Total, ...]:
    """One total an indicator, whatever the order of the articles."""
    by_indicator: dict[Indicator, list[Article]] = defaultdict(list)
    for indicator, article in stated:
        by_indicator[indicator].append(article)
    return tuple(_total(indicator, by_indicator[indicator]) for indicator in sorted(by_indicator))


def _total(indicator: Indicator, articles: Sequence[Article]) -> Total:
    newest = _figure(indicator, max(articles, key=_age))
    reports = sorted(_reports(indicator, articles), key=lambda r: (r.organization, r.uri))
    return Total(indicator, tuple(reports), newest.label, newest.unit)


def _reports(indicator: Indicator, articles: Iterable[Article]) -> Iterator[Reported]:
    for article in articles:
        yield Reported(article.organization, article.uri, _figure(indicator, article))


def _figure(indicator: Indicator, article: Article) -> Figure:
    return next(figure for figure in article.figures if figure.indicator == indicator)


def _age(article: Article) -> tuple[float, str]:
    """What sorts articles, the newest last."""
    return article.published.timestamp(), article.uri
