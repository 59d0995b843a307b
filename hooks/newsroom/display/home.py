"""The home page: what is new, what goes on, what is read."""

from collections.abc import Sequence
from datetime import date
from itertools import islice

from newsroom.catalogue.catalogue import Catalogue
from newsroom.content import uris
from newsroom.content.article import Article
from newsroom.content.newsroom import CampaignState, Newsroom, Section
from newsroom.display.indexes import Home

LATEST = 6
PER_SECTION = 3
MOST_VIEWED = 5


def home_page(catalogue: Catalogue, newsroom: Newsroom, today: date) -> Home:
    """The home page on that day."""
    running = [c for c in newsroom.campaigns.values() if c.state(today) is CampaignState.RUNNING]
    unpinned = (entry for entry in catalogue.entries if not entry.pinned)
    latest = catalogue.opened(list(islice(unpinned, LATEST)))
    reviewed = max(catalogue.reviews, default=None)
    return Home(
        uri=uris.HOME,
        title="Trang chủ",
        description=f"Tin tức, thông báo và hoạt động của {newsroom.ward.name}.",
        feed_uri=uris.FEED,
        top=catalogue.joined([catalogue.pinned, latest]),
        sections=latest_by_section(catalogue, newsroom),
        campaigns=sorted(running, key=lambda campaign: campaign.start, reverse=True),
        reviewed=reviewed,
        reviews=catalogue.reviews[reviewed] if reviewed else (),
        most_viewed=catalogue.most_viewed[:MOST_VIEWED],
        last_change=catalogue.last_change,
    )


def latest_by_section(
    catalogue: Catalogue, newsroom: Newsroom
) -> list[tuple[Section, Sequence[Article]]]:
    """The sections that have articles, in the newsroom's order, each with its latest."""
    return [
        (section, catalogue.by_section[slug][:PER_SECTION])
        for slug, section in newsroom.sections.items()
        if slug in catalogue.by_section
    ]
