"""Campaigns (phong trào, chiến dịch, cuộc vận động): an index by state, and a page a campaign."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime

from newsroom.catalogue.catalogue import Catalogue
from newsroom.catalogue.entries import NONE, Articles
from newsroom.content import uris
from newsroom.content.newsroom import Campaign, CampaignState, Newsroom
from newsroom.display.indexes import CampaignPage, Campaigns, IndexGroup
from newsroom.text.dates import VIETNAM


def campaign_states(
    catalogue: Catalogue, newsroom: Newsroom, today: date
) -> dict[Campaign, CampaignState]:
    """Where each campaign stands that day; those that began last come first."""
    campaigns = sorted(newsroom.campaigns.values(), key=lambda c: (c.start, c.slug), reverse=True)
    return {one: one.state(today, last_announced(catalogue, one)) for one in campaigns}


def last_announced(catalogue: Catalogue, campaign: Campaign) -> date | None:
    """The day of its latest announcement, if there is one."""
    announcements = catalogue.announcements.get(campaign.slug, NONE)
    latest = max((entry.time for entry in announcements.entries), default=None)
    return None if latest is None else datetime.fromtimestamp(latest, VIETNAM).date()


def campaign_groups(catalogue: Catalogue, newsroom: Newsroom, today: date) -> Iterator[IndexGroup]:
    """The index of campaigns by their state that day, and a page for each."""
    states = campaign_states(catalogue, newsroom, today)
    yield IndexGroup.of(_campaigns_page(catalogue, states))
    for campaign, state in states.items():
        announcements = catalogue.announcements.get(campaign.slug, NONE)
        given = (campaign, state, announcements)
        yield IndexGroup(uris.campaign_uri(campaign), _campaign_page, given)


def _campaigns_page(catalogue: Catalogue, states: Mapping[Campaign, CampaignState]) -> Campaigns:
    counts = {c: len(catalogue.announcements.get(c.slug, ())) for c in states}
    return Campaigns(
        uri=uris.CAMPAIGNS,
        title="Phong trào, chiến dịch",
        description="Các phong trào, chiến dịch và cuộc vận động.",
        states=[
            (state, [(c, counts[c]) for c in states if states[c] is state])
            for state in CampaignState
        ],
        last_change=catalogue.joined(catalogue.announcements.values()).last_change,
    )


def _campaign_page(
    campaign: Campaign, state: CampaignState, announcements: Articles
) -> Iterator[CampaignPage]:
    uri = uris.campaign_uri(campaign)
    yield CampaignPage(
        uri=uri,
        title=campaign.title,
        description=campaign.description or f"Các thông báo của {campaign.title}.",
        feeds_at=uri,
        campaign=campaign,
        state=state,
        announcements=announcements[::-1],
        last_change=announcements.last_change,
    )
