"""Quarterly reviews (sơ kết quý): an index by year, and a page for every quarter that has any."""

from collections.abc import Iterable, Iterator
from functools import partial
from itertools import groupby

from newsroom.catalogue.catalogue import Catalogue
from newsroom.catalogue.entries import Articles
from newsroom.content import uris
from newsroom.content.article import Article
from newsroom.content.quarter import Quarter
from newsroom.display.indexes import Index, IndexGroup, QuarterReviews, Reviewed, ReviewYears
from newsroom.text.fold import fold


def review_groups(catalogue: Catalogue) -> Iterator[IndexGroup]:
    """The index of reviews, and the page of every quarter that has any."""
    articles = catalogue.joined(catalogue.reviews.values())
    yield IndexGroup(uris.REVIEWS, articles, partial(_index, catalogue, articles))
    quarters = sorted(catalogue.reviews)
    beside = zip([None, *quarters], quarters, [*quarters[1:], None], strict=False)
    for older, quarter, newer in beside:
        reviews, has_year = catalogue.reviews[quarter], quarter.year in catalogue.by_year
        page = partial(_quarter_page, quarter, reviews, has_year, newer, older)
        says = has_year, str(newer), str(older)
        yield IndexGroup(uris.reviews_uri(quarter), reviews, page, says)


def _index(catalogue: Catalogue, articles: Articles) -> Iterator[Index]:
    quarters = sorted(catalogue.reviews)
    reviewed = [
        Reviewed(quarter, catalogue.reviews[quarter], _between(older, quarter))
        for older, quarter in zip([None, *quarters], quarters, strict=False)
    ]
    yield ReviewYears(
        uri=uris.REVIEWS,
        title="Sơ kết quý",
        description="Báo cáo sơ kết từng quý của các đơn vị.",
        years=[
            (year, list(group))
            for year, group in groupby(reversed(reviewed), key=lambda one: one.quarter.year)
        ],
        listed=articles,
    )


def _between(older: Quarter | None, newer: Quarter) -> tuple[Quarter, Quarter] | None:
    """The first and the last quarter between the two."""
    return (older.next, newer.previous) if older and older.next < newer else None


def _quarter_page(
    quarter: Quarter,
    reviews: Articles,
    has_year: bool,
    newer: Quarter | None,
    older: Quarter | None,
) -> Iterator[Index]:
    yield QuarterReviews(
        uri=uris.reviews_uri(quarter),
        title=f"Sơ kết {quarter.title}",
        description=f"Các bài sơ kết {quarter.title} của từng đơn vị.",
        quarter=quarter,
        organizations=_by_organization(reviews),
        has_year=has_year,
        newer=newer,
        older=older,
        listed=reviews,
    )


def _by_organization(reviews: Iterable[Article]) -> list[tuple[str, list[Article]]]:
    groups: dict[str, list[Article]] = {}
    for review in reviews:
        groups.setdefault(review.organization_key, []).append(review)
    named = [(group[0].organization, group) for group in groups.values()]
    return sorted(named, key=lambda pair: (not pair[0], fold(pair[0])))
