"""Occasions: what stands in a calendar, from articles and campaigns, and the files that carry them
into the calendars of phones."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import Enum

from newsroom.catalogue.catalogue import Catalogue
from newsroom.catalogue.entries import NONE, Articles
from newsroom.content import uris
from newsroom.content.article import Article, Event
from newsroom.content.newsroom import Campaign, Newsroom
from newsroom.text.dates import VIETNAM

_MIDNIGHT, _LAST_MINUTE = time(), time(23, 59)


class OccasionKind(Enum):
    """What happens, as residents read it."""

    EVENT = "Sự kiện"
    DEADLINE = "Hạn chót"
    START = "Bắt đầu"
    LAST = "Ngày cuối"


@dataclass(frozen=True, slots=True)
class Occasion:
    """Something that residents may want in their calendars."""

    kind: OccasionKind
    title: str
    uri: str
    """The page that tells more."""
    start: datetime
    end: datetime
    about: str
    changed: datetime
    """When its text last changed."""
    place: str = ""
    contact: str = ""

    @property
    def is_all_day(self) -> bool:
        """Whether only days are known."""
        begins = self.start.time() == _MIDNIGHT or self.start == self.end
        return begins and self.end.time() == _LAST_MINUTE

    @property
    def last_day(self) -> date:
        """The day on which it is over."""
        return self.end.date()


@dataclass(frozen=True, slots=True)
class CalendarFile:
    """A calendar to take along: the occasions of these articles and campaigns."""

    uri: str
    name: str
    articles: Articles
    campaigns: Sequence[Campaign]

    @property
    def occasions(self) -> Iterator[Occasion]:
        """All of them; the articles are opened only now."""
        yield from occasions_of(self.articles, self.campaigns)


def occasions_of(articles: Sequence[Article], campaigns: Sequence[Campaign]) -> Iterator[Occasion]:
    """Everything that stands in a calendar, campaigns first."""
    for campaign in campaigns:
        yield from _of_campaign(campaign)
    for article in articles:
        yield from _of_article(article)


def calendar_files(catalogue: Catalogue, newsroom: Newsroom, today: date) -> Iterator[CalendarFile]:
    """What is to come of everything, all that belongs to campaigns, and each campaign."""
    ward, campaigns = newsroom.ward.name_in_text, tuple(newsroom.campaigns.values())
    due, coming = catalogue.due_from(start_of(today)), coming_campaigns(newsroom, today)
    yield CalendarFile(uris.CALENDAR_FILE, f"Lịch {ward}", due, coming)
    dated = {one.slug: _dated(catalogue, one) for one in campaigns}
    all_dated = catalogue.joined(dated.values())
    everything = uris.CAMPAIGNS + uris.CALENDAR_FILE
    yield CalendarFile(everything, f"Phong trào của {ward}", all_dated, campaigns)
    for campaign in campaigns:
        uri = uris.campaign_uri(campaign) + uris.CALENDAR_FILE
        yield CalendarFile(uri, campaign.title, dated[campaign.slug], (campaign,))


def coming_campaigns(newsroom: Newsroom, today: date) -> list[Campaign]:
    """The campaigns one of whose days is still to come."""
    return [one for one in newsroom.campaigns.values() if (one.end or one.start) >= today]


def start_of(day: date) -> float:
    """Its first moment in Vietnam, in seconds since 1970."""
    return _moment(day, _MIDNIGHT).timestamp()


def _dated(catalogue: Catalogue, campaign: Campaign) -> Articles:
    articles = catalogue.announcements.get(campaign.slug, NONE)
    return articles.of([entry for entry in articles.entries if entry.due])


def _of_campaign(campaign: Campaign) -> Iterator[Occasion]:
    """Its first and its last day; a bar over months would cover whatever else is in a calendar.
    Nobody notes when it was announced: surely not before the year before."""
    days = [(OccasionKind.START, campaign.start)]
    if campaign.end and campaign.end != campaign.start:
        days.append((OccasionKind.LAST, campaign.end))
    for kind, day in days:
        yield Occasion(
            kind=kind,
            title=campaign.title,
            uri=uris.campaign_uri(campaign),
            start=_moment(day, _MIDNIGHT),
            end=_moment(day, _LAST_MINUTE),
            about=campaign.description,
            changed=_moment(date(campaign.start.year - 1, 1, 1), _MIDNIGHT),
            contact=campaign.contact,
        )


def _of_article(article: Article) -> Iterator[Occasion]:
    if article.event:
        start, end = _span(article.event)
        yield _told_by(article, OccasionKind.EVENT, start, end, article.event.place)
    if article.deadline:
        yield _told_by(article, OccasionKind.DEADLINE, article.deadline, article.deadline, "")


def _span(event: Event) -> tuple[datetime, datetime]:
    """One that begins at an hour and says no end is taken to last for two hours."""
    if event.end or event.start.time() == _MIDNIGHT:
        return event.start, event.last
    return event.start, min(event.start + timedelta(hours=2), event.last)


def _told_by(
    article: Article, kind: OccasionKind, start: datetime, end: datetime, place: str
) -> Occasion:
    return Occasion(
        kind=kind,
        title=article.title,
        uri=article.uri,
        start=start,
        end=end,
        about=article.lead,
        changed=article.last_change,
        place=place,
        contact=article.contact,
    )


def _moment(day: date, hour: time) -> datetime:
    return datetime.combine(day, hour, VIETNAM)
