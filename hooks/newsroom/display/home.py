"""The home page: what is new, what goes on, what is read."""

from collections.abc import Sequence
from datetime import date, datetime, time
from itertools import islice

from newsroom.catalogue.catalogue import Catalogue
from newsroom.content import uris
from newsroom.content.article import Article
from newsroom.content.newsroom import CampaignState, Newsroom, Section
from newsroom.display.indexes import Home
from newsroom.text.dates import VIETNAM

LATEST = 6
PER_SECTION = 3
MOST_VIEWED = 5
DUE = 5


def home_page(catalogue: Catalogue, newsroom: Newsroom, today: date) -> Home:
    """The home page on that day."""
    running = [c for c in newsroom.campaigns.values() if c.state(today) is CampaignState.RUNNING]
    unpinned = (entry for entry in catalogue.entries if not entry.pinned)
    latest = catalogue.opened(list(islice(unpinned, LATEST)))
    due = catalogue.due_from(_start_of(today))[:DUE]
    reviewed = max(catalogue.reviews, default=None)
    return Home(
        uri=uris.HOME,
        title="Trang chủ",
        description=f"Tin tức, thông báo và hoạt động của {newsroom.ward.name}.",
        feed_uri=uris.FEED,
        due=due,
        days_left=[_days_until(entry.due, today) for entry in due.entries],
        top=catalogue.joined([catalogue.pinned, latest]),
        sections=latest_by_section(catalogue, newsroom),
        campaigns=sorted(running, key=lambda campaign: campaign.start, reverse=True),
        reviewed=reviewed,
        reviews=catalogue.reviews[reviewed] if reviewed else (),
        most_viewed=catalogue.most_viewed[:MOST_VIEWED],
        last_change=catalogue.last_change,
    )


def _start_of(day: date) -> float:
    return datetime.combine(day, time(), VIETNAM).timestamp()


def _days_until(moment: float, today: date) -> int:
    return (datetime.fromtimestamp(moment, VIETNAM).date() - today).days


def latest_by_section(
    catalogue: Catalogue, newsroom: Newsroom
) -> list[tuple[Section, Sequence[Article]]]:
    """The sections that have articles, in the newsroom's order, each with its latest."""
    return [
        (section, catalogue.by_section[slug][:PER_SECTION])
        for slug, section in newsroom.sections.items()
        if slug in catalogue.by_section
    ]
