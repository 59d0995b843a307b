"""Quarterly reviews (sơ kết quý): an index by year, and a page for every quarter that has any."""

from collections.abc import Iterable, Iterator
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
    yield IndexGroup.of(_index(catalogue))
    quarters = sorted(catalogue.reviews)
    beside = zip([None, *quarters], quarters, [*quarters[1:], None], strict=False)
    for older, quarter, newer in beside:
        reviews, has_year = catalogue.reviews[quarter], quarter.year in catalogue.by_year
        given = (quarter, reviews, has_year, newer, older)
        yield IndexGroup(uris.reviews_uri(quarter), _quarter_page, given)


def _index(catalogue: Catalogue) -> ReviewYears:
    quarters = sorted(catalogue.reviews)
    reviewed = [
        Reviewed(quarter, catalogue.reviews[quarter], _between(older, quarter))
        for older, quarter in zip([None, *quarters], quarters, strict=False)
    ]
    return ReviewYears(
        uri=uris.REVIEWS,
        title="Sơ kết quý",
        description="Báo cáo sơ kết từng quý của các đơn vị.",
        years=[
            (year, list(group))
            for year, group in groupby(reversed(reviewed), key=lambda one: one.quarter.year)
        ],
        last_change=catalogue.joined(catalogue.reviews.values()).last_change,
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
        last_change=reviews.last_change,
    )


def _by_organization(reviews: Iterable[Article]) -> list[tuple[str, list[Article]]]:
    groups: dict[str, list[Article]] = {}
    for review in reviews:
        groups.setdefault(review.organization_key, []).append(review)
    named = [(group[0].organization, group) for group in groups.values()]
    return sorted(named, key=lambda pair: (not pair[0], fold(pair[0])))
