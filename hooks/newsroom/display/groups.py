"""Index pages: every generated page of the site that lists articles.

All come from the catalogue; nothing here is kept by hand.
"""

from collections.abc import Iterator
from datetime import date

from newsroom.catalogue.catalogue import Catalogue
from newsroom.content import uris
from newsroom.content.newsroom import Newsroom
from newsroom.display.agenda import agenda_group
from newsroom.display.archive import archive_groups
from newsroom.display.campaigns import campaign_groups
from newsroom.display.following import following_page
from newsroom.display.home import home_page
from newsroom.display.indexes import IndexGroup, Ranking
from newsroom.display.lists import section_groups, tag_groups
from newsroom.display.organization_pages import organization_groups
from newsroom.display.quarters import quarter_groups
from newsroom.display.reviews import reviews_page
from newsroom.display.years import year_groups

MOST_VIEWED = 50


def index_groups(catalogue: Catalogue, newsroom: Newsroom, today: date) -> Iterator[IndexGroup]:
    """Every index page of the site on that day, grouped by what they are made from."""
    yield IndexGroup.of(home_page(catalogue, newsroom, today))
    yield from section_groups(catalogue, newsroom)
    yield from tag_groups(catalogue, newsroom.per_page)
    yield from archive_groups(catalogue, newsroom.per_page)
    yield IndexGroup.of(reviews_page(catalogue, newsroom, today))
    yield from quarter_groups(catalogue, newsroom)
    yield from year_groups(catalogue, newsroom)
    yield from organization_groups(catalogue, newsroom)
    yield from campaign_groups(catalogue, newsroom, today)
    yield agenda_group(catalogue, newsroom, today)
    yield IndexGroup.of(_most_viewed(catalogue))
    yield IndexGroup.of(following_page(catalogue, newsroom, today))


def _most_viewed(catalogue: Catalogue) -> Ranking:
    return Ranking(
        uri=uris.MOST_VIEWED,
        title="Đọc nhiều",
        description="Những bài được xem nhiều nhất.",
        articles=catalogue.most_viewed[:MOST_VIEWED],
        last_change=catalogue.last_change,
    )
