"""The catalogue: the published articles, sorted and grouped once for every list of the site."""

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from functools import cached_property
from typing import TypeVar

from newsroom.content.article import Article, Publication, Tag
from newsroom.content.quarter import Quarter

Key = TypeVar("Key", bound=Hashable)
Articles = Sequence[Article]

RELATED_REACH = 12
"""Within how many places of a group related articles are looked for."""


class Catalogue:
    """Articles that residents can read, newest first; every group keeps that order."""

    def __init__(self, articles: Iterable[Article]) -> None:
        self.articles: tuple[Article, ...] = tuple(sorted(articles, key=_newest_first))
        self._known_places: dict[tuple[str, str], Mapping[Article, int]] = {}

    @classmethod
    def at(cls, now: datetime, articles: Iterable[Article]) -> "Catalogue":
        """The catalogue of those that are published at that moment."""
        return cls(a for a in articles if a.publication(now) is Publication.PUBLISHED)

    @cached_property
    def by_section(self) -> Mapping[str, Articles]:
        """Articles by the slug of their section."""
        return self._grouped(lambda article: [article.section.slug])

    @cached_property
    def by_tag(self) -> Mapping[str, Articles]:
        """Articles by the slug of each of their tags."""
        return self._grouped(lambda article: {tag.slug: None for tag in article.tags})

    @cached_property
    def tags(self) -> Mapping[str, Tag]:
        """The tags by slug, in the spelling that is used most."""
        spellings = Counter(tag for article in self.articles for tag in article.tags)
        ordered = sorted(spellings, key=lambda tag: (spellings[tag], tag.title))
        return {tag.slug: tag for tag in ordered}

    @cached_property
    def by_year(self) -> Mapping[int, Articles]:
        """Articles by the year of their date."""
        return self._grouped(lambda article: [article.date.year])

    @cached_property
    def by_quarter(self) -> Mapping[Quarter, Articles]:
        """Articles by the quarter of their date."""
        return self._grouped(lambda article: [Quarter.of(article.date)])

    @cached_property
    def by_month(self) -> Mapping[tuple[int, int], Articles]:
        """Articles by the year and month of their date."""
        return self._grouped(lambda article: [(article.date.year, article.date.month)])

    @cached_property
    def reviews(self) -> Mapping[Quarter, Articles]:
        """Quarterly reviews by the quarter that they review."""
        return self._grouped(lambda article: [article.quarter] if article.quarter else [])

    @cached_property
    def announcements(self) -> Mapping[str, Articles]:
        """Announcements by the slug of their campaign."""
        return self._grouped(lambda article: [article.campaign.slug] if article.campaign else [])

    @cached_property
    def most_viewed(self) -> Articles:
        """All articles, those with most views first."""
        return sorted(self.articles, key=lambda article: -article.views)

    @cached_property
    def pinned(self) -> Articles:
        """The articles that staff pinned to the top."""
        return [article for article in self.articles if article.pinned]

    def beside_in_section(self) -> Iterator[tuple[Article, Article | None, Article | None]]:
        """Every article with the next one of its section in time, and the one before it."""
        for group in self.by_section.values():
            yield from zip(group, [None, *group], [*group[1:], None], strict=False)

    def related(self, article: Article, count: int) -> Articles:
        """Articles that share its campaign or tags, the rarer the weightier, then the nearer.

        Only those nearest to it in each group are weighed, so the work does not grow with the
        number of articles.
        """
        weights: Counter[Article] = Counter()
        for name in self._groups_of(article):
            group, place = self.groups[name], self._places(name)[article]
            weight = related_weight(len(group))
            start = max(0, place - RELATED_REACH)
            for other in group[start : place + RELATED_REACH + 1]:
                weights[other] += weight
        del weights[article]
        ranked = sorted(
            weights, key=lambda other: (-weights[other], abs(other.date - article.date), other.uri)
        )
        return ranked[:count]

    @cached_property
    def groups(self) -> Mapping[tuple[str, str], Articles]:
        """Groups in which related articles are looked for, by kind and slug."""
        kinds = (
            ("section", self.by_section), ("tag", self.by_tag), ("campaign", self.announcements)
        )  # fmt: skip
        return {(kind, slug): group for kind, groups in kinds for slug, group in groups.items()}

    def _groups_of(self, article: Article) -> Iterator[tuple[str, str]]:
        if article.campaign:
            yield "campaign", article.campaign.slug
        for slug in {tag.slug: None for tag in article.tags}:
            yield "tag", slug
        yield "section", article.section.slug

    def _places(self, name: tuple[str, str]) -> Mapping[Article, int]:
        places = self._known_places.get(name)
        if places is None:
            group = self.groups[name]
            places = self._known_places[name] = {a: place for place, a in enumerate(group)}
        return places

    def _grouped(self, keys: Callable[[Article], Iterable[Key]]) -> dict[Key, list[Article]]:
        groups: dict[Key, list[Article]] = defaultdict(list)
        for article in self.articles:
            for key in keys(article):
                groups[key].append(article)
        return dict(groups)


def related_weight(articles: int) -> int:
    """How much it counts that two articles share a group of that many: the rarer, the more."""
    return 1 + 100 // articles


def _newest_first(article: Article) -> tuple[float, str]:
    return -article.date.timestamp(), article.uri
