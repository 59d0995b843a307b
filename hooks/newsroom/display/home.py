"""The home page: what to do by when, what is new, whom to reach, what goes on, what is read.

No article stands there twice: each list takes what those before it have left.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, timedelta
from itertools import islice

from newsroom.catalogue.catalogue import Catalogue
from newsroom.catalogue.entries import Articles, Entry
from newsroom.content import uris
from newsroom.content.newsroom import NOTICES, CampaignState, Newsroom
from newsroom.display.calendar import start_of
from newsroom.display.campaign_lines import campaign_lines
from newsroom.display.indexes import Home
from newsroom.display.latest_quarter import LatestQuarter, latest_quarter
from newsroom.display.organizations import organization_names
from newsroom.text.dates import VIETNAM

TOP = 4
"""The lead story and those beside it; pinned ones come first."""
PER_SECTION = 2
REVIEWS = 3
"""Those of the latest quarter; its own page has all."""
MOST_VIEWED = 5
RECENTLY = timedelta(days=90)
"""What is read counts among the articles of that time, where there are enough of them."""
DUE = 6


def home_page(catalogue: Catalogue, newsroom: Newsroom, today: date) -> Home:
    """The home page on that day."""
    campaigns = campaign_lines(catalogue, newsroom, today)
    once = _Once(catalogue)
    due = once.take(catalogue.due_from(start_of(today)).entries, DUE)
    top = once.take(_pinned_first(catalogue), TOP)
    latest = _latest_quarter(catalogue, newsroom, once)
    most_viewed = once.take(_read_lately(catalogue, today), MOST_VIEWED)
    return Home(
        uri=uris.HOME,
        title="Trang chủ",
        description=f"Tin tức, thông báo và hoạt động của {newsroom.ward.name}.",
        feeds_at=uris.HOME,
        due=due,
        days_left=[_days_until(entry.due, today) for entry in due.entries],
        doors=tuple(_doors(newsroom)),
        top=top,
        sections=[
            (section, once.take(catalogue.by_section[slug].entries, PER_SECTION))
            for slug, section in newsroom.sections.items()
            if slug in catalogue.by_section
        ],
        campaigns=[one for one in campaigns if one.state is CampaignState.RUNNING],
        latest=latest,
        most_viewed=most_viewed,
        last_change=catalogue.last_change,
    )


class _Once:
    """Gives out each article once."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._taken: set[str] = set()

    def take(self, entries: Iterable[Entry], count: int | None = None) -> Articles:
        """The first so many of the entries that have not been given out yet."""
        free = (entry for entry in entries if entry.path not in self._taken)
        taken = list(islice(free, count))
        self._taken.update(entry.path for entry in taken)
        return self._catalogue.opened(taken)


def _latest_quarter(catalogue: Catalogue, newsroom: Newsroom, once: _Once) -> LatestQuarter | None:
    if not catalogue.reviews:
        return None
    quarter = max(catalogue.reviews)
    reviews = once.take(catalogue.reviews[quarter].entries, REVIEWS)
    return latest_quarter(catalogue, quarter, reviews, organization_names(newsroom))


def _pinned_first(catalogue: Catalogue) -> Iterator[Entry]:
    yield from catalogue.pinned.entries
    yield from (entry for entry in catalogue.entries if not entry.pinned)


def _read_lately(catalogue: Catalogue, today: date) -> Sequence[Entry]:
    """The most viewed first: of the last months, or of all times where those have few."""
    start = start_of(today - RECENTLY)
    lately = [entry for entry in catalogue.most_viewed.entries if entry.time >= start]
    return lately if len(lately) >= TOP + MOST_VIEWED else catalogue.most_viewed.entries


def _doors(newsroom: Newsroom) -> Iterator[tuple[str, str]]:
    """Title and address of what residents come for most."""
    if newsroom.doors:
        yield from newsroom.doors
        return
    if notices := newsroom.sections.get(NOTICES):
        yield notices.title, uris.section_uri(notices)
    yield "Giờ làm việc, liên hệ", uris.CONTACT
    yield "Sơ kết quý", uris.REVIEWS
    yield "Phong trào", uris.CAMPAIGNS


def _days_until(moment: float, today: date) -> int:
    return (datetime.fromtimestamp(moment, VIETNAM).date() - today).days
