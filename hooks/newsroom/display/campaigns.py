"""The index of campaigns (phong trào, chiến dịch, cuộc vận động): what goes on, what is to come,
and what has ended, by year."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import ClassVar

from newsroom.catalogue.catalogue import Catalogue
from newsroom.catalogue.entries import NONE
from newsroom.content import uris
from newsroom.content.newsroom import CampaignState, Newsroom
from newsroom.display.campaign_lines import CampaignLine, campaign_lines
from newsroom.display.campaign_page import campaign_group
from newsroom.display.indexes import Index, IndexGroup


@dataclass(frozen=True, slots=True, kw_only=True)
class Campaigns(Index):
    """The campaigns by their state."""

    layout: ClassVar[str] = "campaigns"
    says_more: ClassVar[bool] = True
    running: Sequence[CampaignLine]
    coming: Sequence[CampaignLine]
    """What begins first stands first."""
    ended: Sequence[tuple[int, Sequence[CampaignLine]]]
    """By the year in which they ended, the latest first."""


def campaign_groups(catalogue: Catalogue, newsroom: Newsroom, today: date) -> Iterator[IndexGroup]:
    """The index of campaigns by their state that day, and a page for each."""
    lines = list(campaign_lines(catalogue, newsroom, today))
    yield IndexGroup.of(_campaigns_page(catalogue, lines))
    for line in lines:
        articles = catalogue.announcements.get(line.campaign.slug, NONE)
        yield campaign_group(line, articles, today)


def _campaigns_page(catalogue: Catalogue, lines: Sequence[CampaignLine]) -> Campaigns:
    by_state = {state: [one for one in lines if one.state is state] for state in CampaignState}
    ended = sorted(by_state[CampaignState.ENDED], key=lambda line: -line.ended_in)
    return Campaigns(
        uri=uris.CAMPAIGNS,
        title="Phong trào, chiến dịch",
        description="Phong trào, chiến dịch, cuộc vận động: tham gia thế nào, đã đạt được gì.",
        running=by_state[CampaignState.RUNNING],
        coming=by_state[CampaignState.COMING][::-1],
        ended=[(year, list(group)) for year, group in groupby(ended, key=lambda c: c.ended_in)],
        last_change=catalogue.joined(catalogue.announcements.values()).last_change,
    )
