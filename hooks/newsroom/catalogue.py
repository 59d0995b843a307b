"""The catalogue: the published articles, sorted and grouped once for every list of the site."""

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from datetime import datetime
from functools import cached_property
from typing import TypeVar

from newsroom.content.article import Article, Publication, Tag
from newsroom.content.quarter import Quarter

Key = TypeVar("Key", bound=Hashable)
Articles = Sequence[Article]

_RELATED_NEIGHBOURHOOD = 12


class Catalogue:
    """Articles that residents can read, newest first; every group keeps that order."""

    def __init__(self, articles: Iterable[Article]) -> None:
        self.articles: tuple[Article, ...] = tuple(sorted(articles, key=_newest_first))

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

    def newer_in_section(self, article: Article) -> Article | None:
        """The next article of its section in time."""
        return self._in_section(article, -1)

    def older_in_section(self, article: Article) -> Article | None:
        """The article of its section before it in time."""
        return self._in_section(article, +1)

    def related(self, article: Article, count: int) -> Articles:
        """Articles that share its campaign or tags, the rarer the weightier, then the nearer.

        Only those nearest to it in each group are weighed, so the work does not grow with the
        number of articles.
        """
        weights: Counter[Article] = Counter()
        for name, group in self._groups_of(article):
            place = self._places[name][article]
            start = max(0, place - _RELATED_NEIGHBOURHOOD)
            for other in group[start : place + _RELATED_NEIGHBOURHOOD + 1]:
                weights[other] += 1 + 100 // len(group)
        del weights[article]
        ranked = sorted(
            weights, key=lambda other: (-weights[other], abs(other.date - article.date), other.uri)
        )
        return ranked[:count]

    def _in_section(self, article: Article, step: int) -> Article | None:
        group = self.by_section[article.section.slug]
        place = self._places["section", article.section.slug][article] + step
        return group[place] if 0 <= place < len(group) else None

    def _groups_of(self, article: Article) -> Iterable[tuple[tuple[str, str], Articles]]:
        if article.campaign:
            yield ("campaign", article.campaign.slug), self.announcements[article.campaign.slug]
        for slug in {tag.slug: None for tag in article.tags}:
            yield ("tag", slug), self.by_tag[slug]
        yield ("section", article.section.slug), self.by_section[article.section.slug]

    @cached_property
    def _places(self) -> Mapping[tuple[str, str], Mapping[Article, int]]:
        kinds = (
            ("section", self.by_section), ("tag", self.by_tag), ("campaign", self.announcements)
        )  # fmt: skip
        return {
            (kind, slug): {article: place for place, article in enumerate(group)}
            for kind, groups in kinds
            for slug, group in groups.items()
        }

    def _grouped(self, keys: Callable[[Article], Iterable[Key]]) -> dict[Key, list[Article]]:
        groups: dict[Key, list[Article]] = defaultdict(list)
        for article in self.articles:
            for key in keys(article):
                groups[key].append(article)
        return dict(groups)


def _newest_first(article: Article) -> tuple[float, str]:
    return -article.date.timestamp(), article.uri
