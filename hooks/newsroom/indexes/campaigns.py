"""Campaigns (phong trào, chiến dịch, cuộc vận động): an index by state, and a page a campaign."""

from collections.abc import Iterator
from datetime import date

from newsroom import uris
from newsroom.catalogue import Catalogue
from newsroom.content.newsroom import CampaignState, Newsroom
from newsroom.indexes.pages import CampaignPage, Campaigns, Index


def campaign_pages(catalogue: Catalogue, newsroom: Newsroom, today: date) -> Iterator[Index]:
    """The index of campaigns by their state that day, and a page for each."""
    campaigns = sorted(newsroom.campaigns.values(), key=lambda c: (c.start, c.slug), reverse=True)
    counts = {c.slug: len(catalogue.announcements.get(c.slug, ())) for c in campaigns}
    yield Campaigns(
        uri=uris.CAMPAIGNS,
        title="Phong trào, chiến dịch",
        description="Các phong trào, chiến dịch và cuộc vận động của phường.",
        states=[
            (state, [(c, counts[c.slug]) for c in campaigns if c.state(today) is state])
            for state in CampaignState
        ],
        listed=[a for group in catalogue.announcements.values() for a in group],
    )
    for campaign in campaigns:
        announcements = catalogue.announcements.get(campaign.slug, ())
        uri = uris.campaign_uri(campaign)
        yield CampaignPage(
            uri=uri,
            title=campaign.title,
            description=campaign.description or f"Các thông báo của {campaign.title}.",
            feed_uri=uri + uris.FEED,
            campaign=campaign,
            state=campaign.state(today),
            announcements=announcements[::-1],
            listed=announcements,
        )
