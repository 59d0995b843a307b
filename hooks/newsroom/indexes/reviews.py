"""Quarterly reviews (sơ kết quý): an index by year, and a page a quarter."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import groupby

from newsroom import uris
from newsroom.catalogue import Catalogue
from newsroom.content.article import Article
from newsroom.content.quarter import Quarter
from newsroom.entries import NONE, Articles
from newsroom.indexes.pages import Index, IndexGroup, QuarterReviews, ReviewYears
from newsroom.text.fold import fold


def review_group(catalogue: Catalogue) -> IndexGroup:
    """The index of reviews and a page for every quarter between the first and the last."""
    articles = catalogue.joined(catalogue.reviews.values())
    return IndexGroup(uris.REVIEWS, articles, partial(_review_pages, catalogue, articles))


def _review_pages(catalogue: Catalogue, articles: Articles) -> Iterator[Index]:
    quarters = _quarter_range(catalogue.reviews)
    yield ReviewYears(
        uri=uris.REVIEWS,
        title="Sơ kết quý",
        description="Báo cáo sơ kết từng quý của các đơn vị.",
        years=[
            (year, [(quarter, catalogue.reviews.get(quarter, ())) for quarter in group])
            for year, group in groupby(reversed(quarters), key=lambda quarter: quarter.year)
        ],
        listed=articles,
    )
    years = {entry.year for entry in articles.entries}
    beside = zip([None, *quarters], quarters, [*quarters[1:], None], strict=False)
    for older, quarter, newer in beside:
        reviews = catalogue.reviews.get(quarter, NONE)
        yield QuarterReviews(
            uri=uris.reviews_uri(quarter),
            title=f"Sơ kết {quarter.title}",
            description=f"Các bài sơ kết {quarter.title} của từng đơn vị.",
            quarter=quarter,
            organizations=_by_organization(reviews),
            has_year=quarter.year in years,
            newer=newer,
            older=older,
            listed=reviews,
        )


def _quarter_range(reviews: Mapping[Quarter, Sequence[Article]]) -> list[Quarter]:
    if not reviews:
        return []
    quarters = [min(reviews)]
    while quarters[-1] < max(reviews):
        quarters.append(quarters[-1].next)
    return quarters


def _by_organization(reviews: Iterable[Article]) -> list[tuple[str, Sequence[Article]]]:
    groups: dict[str, list[Article]] = {}
    for review in reviews:
        groups.setdefault(review.organization_key, []).append(review)
    named = [(group[0].organization, group) for group in groups.values()]
    return sorted(named, key=lambda pair: (not pair[0], fold(pair[0])))
