"""Index pages: every generated page of the site that lists articles.

All come from the catalogue; nothing here is kept by hand.
"""

from collections.abc import Iterator
from datetime import date

from newsroom import uris
from newsroom.catalogue import Catalogue
from newsroom.content.newsroom import Newsroom
from newsroom.indexes.archive import archive_pages
from newsroom.indexes.campaigns import campaign_pages
from newsroom.indexes.home import home_page
from newsroom.indexes.lists import section_pages, tag_pages
from newsroom.indexes.pages import Index, Ranking
from newsroom.indexes.reviews import review_pages

MOST_VIEWED = 50


def index_pages(catalogue: Catalogue, newsroom: Newsroom, today: date) -> Iterator[Index]:
    """Every index page of the site on that day."""
    yield home_page(catalogue, newsroom, today)
    yield from section_pages(catalogue, newsroom)
    yield from tag_pages(catalogue, newsroom.per_page)
    yield from archive_pages(catalogue, newsroom.per_page)
    yield from review_pages(catalogue)
    yield from campaign_pages(catalogue, newsroom, today)
    yield _most_viewed(catalogue)


def _most_viewed(catalogue: Catalogue) -> Ranking:
    return Ranking(
        uri=uris.MOST_VIEWED,
        title="Đọc nhiều",
        description="Những bài được xem nhiều nhất.",
        articles=catalogue.most_viewed[:MOST_VIEWED],
        listed=catalogue.articles,
    )
