"""The index of quarterly reviews (sơ kết quý) by year."""

from itertools import groupby

from newsroom.catalogue.catalogue import Catalogue
from newsroom.content import uris
from newsroom.content.quarter import Quarter
from newsroom.display.indexes import Reviewed, ReviewYears


def reviews_page(catalogue: Catalogue) -> ReviewYears:
    """The index of reviews."""
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
