"""The page of a campaign: how far it has come, what residents are asked, what happened."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import chain, zip_longest
from typing import ClassVar

from newsroom.catalogue.entries import Articles, Entry
from newsroom.catalogue.figures import Total, totals_by_article
from newsroom.content import uris
from newsroom.content.article import Article
from newsroom.content.figures import indicator_of
from newsroom.content.media import is_picture
from newsroom.content.newsroom import NOTICES, CampaignState
from newsroom.content.photo import DescribedPhoto
from newsroom.content.units import Goal
from newsroom.display.calendar import start_of
from newsroom.display.campaign_lines import CampaignLine
from newsroom.display.indexes import Index, IndexGroup
from newsroom.text.dates import VIETNAM

PICTURES = 12
"""What fills rows of two, three and four."""


@dataclass(frozen=True, slots=True)
class Document:
    """A document that comes with an article of the campaign."""

    title: str
    uri: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CampaignPage(Index):
    """A campaign with its articles, the newest first."""

    layout: ClassVar[str] = "campaign"
    says_more: ClassVar[bool] = True
    line: CampaignLine
    contact: str
    asked: Articles
    """What is still to be done, the nearest first."""
    days_left: Sequence[int]
    """The days until each of these is due."""
    notices: Articles
    """What residents were asked or told before."""
    stories: Articles
    """What happened."""
    launch: Article | None
    """Its first article, where there are others."""
    totals: Sequence[Total]
    """What its articles come to, but for its goal."""
    documents: Sequence[Document]
    pictures: Sequence[DescribedPhoto]
    """The first of each article, that of the launch before the newest; then the second ones, and so
    on: no article takes all the room."""

    @property
    def is_over(self) -> bool:
        """Whether it has ended, so that there is a result to be told."""
        return self.line.state is CampaignState.ENDED


def campaign_group(line: CampaignLine, articles: Articles, today: date) -> IndexGroup:
    """The page of the campaign of that line; its articles are opened only when something of it has
    changed."""
    start = start_of(today)
    asked = sorted((one for one in articles.entries if one.due >= start), key=lambda one: one.due)
    days = [(datetime.fromtimestamp(one.due, VIETNAM).date() - today).days for one in asked]
    given = (line, articles, articles.of(asked), days)
    return IndexGroup(uris.campaign_uri(line.campaign), _page, given)


def _page(
    line: CampaignLine, articles: Articles, asked: Articles, days_left: Sequence[int]
) -> Iterator[CampaignPage]:
    campaign, uri = line.campaign, uris.campaign_uri(line.campaign)
    above = {entry.path for entry in asked.entries}
    rest = [entry for entry in articles.entries if entry.path not in above]
    yield CampaignPage(
        uri=uri,
        title=campaign.title,
        description=campaign.description or f"Các thông báo của {campaign.title}.",
        parents=[("Phong trào, chiến dịch", uris.CAMPAIGNS)],
        feeds_at=uri,
        line=line,
        contact=campaign.contact or _contact(asked),
        asked=asked,
        days_left=days_left,
        notices=articles.of([entry for entry in rest if _is_notice(entry)]),
        stories=articles.of([entry for entry in rest if not _is_notice(entry)]),
        launch=articles[-1] if len(articles) > 1 else None,
        totals=_totals(articles, campaign.goal),
        documents=_documents(articles),
        pictures=_pictures(articles),
        last_change=articles.last_change,
    )


def _is_notice(entry: Entry) -> bool:
    return entry.section == NOTICES or entry.due > 0


def _contact(asked: Articles) -> str:
    return next((article.contact for article in asked if article.contact), "")


def _totals(articles: Iterable[Article], goal: Goal | None) -> list[Total]:
    """A review repeats what others told; what has no sum, as of several shares, is left out."""
    aim = indicator_of(goal) if goal else None
    totals = totals_by_article(one for one in articles if not one.quarter)
    return [one for one in totals if one.indicator != aim and one.value is not None]


def _documents(articles: Iterable[Article]) -> list[Document]:
    """Each once, in the order of the articles."""
    documents = (
        Document(attachment.title, article.file_uri(attachment.path))
        for article in articles
        for attachment in article.attachments
        if not is_picture(attachment.path)
    )
    return list({document.uri: document for document in documents}.values())


def _pictures(articles: Articles) -> list[DescribedPhoto]:
    of_each = [article.photos for article in (*articles[-1:], *articles[:-1])]
    found = chain.from_iterable(zip_longest(*of_each))
    return list({one.photo.digest: one for one in found if one}.values())[:PICTURES]
