"""A campaign as lists show it: where it stands that day, and how far it has come."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from newsroom.catalogue.catalogue import Catalogue
from newsroom.catalogue.entries import NONE
from newsroom.catalogue.progress import Progress, progress_of
from newsroom.content.newsroom import Campaign, CampaignState, Newsroom
from newsroom.text.dates import VIETNAM


@dataclass(frozen=True, slots=True)
class CampaignLine:
    """A campaign, and what changes of it from day to day."""

    campaign: Campaign
    state: CampaignState
    days_left: int | None
    """Until it begins, or until its last day; None where no day is known, and once it is over."""
    progress: Progress | None
    count: int
    """Of its articles."""
    last_heard: date
    """The day of its latest article, else its first day."""

    @property
    def ended_in(self) -> int:
        """The year under which it is kept once it is over."""
        return (self.campaign.end or self.last_heard).year


def campaign_lines(catalogue: Catalogue, newsroom: Newsroom, today: date) -> Iterator[CampaignLine]:
    """Every campaign on that day; those that began last come first."""
    campaigns = newsroom.campaigns.values()
    for campaign in sorted(campaigns, key=lambda c: (c.start, c.slug), reverse=True):
        yield _line(catalogue, campaign, today)


def last_announced(catalogue: Catalogue, campaign: Campaign) -> date | None:
    """The day of its latest article, if there is one."""
    announced = catalogue.announcements.get(campaign.slug, NONE).entries
    return datetime.fromtimestamp(announced[0].time, VIETNAM).date() if announced else None


def _line(catalogue: Catalogue, campaign: Campaign, today: date) -> CampaignLine:
    announced = catalogue.announcements.get(campaign.slug, NONE).entries
    heard = last_announced(catalogue, campaign)
    state = campaign.state(today, heard)
    until = {CampaignState.COMING: campaign.start, CampaignState.RUNNING: campaign.end}.get(state)
    return CampaignLine(
        campaign=campaign,
        state=state,
        days_left=(until - today).days if until else None,
        progress=progress_of(catalogue, campaign),
        count=len(announced),
        last_heard=max(campaign.start, heard or campaign.start),
    )
