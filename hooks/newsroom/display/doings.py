"""What went on in a quarter, as far as articles and campaigns tell."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from heapq import nlargest

from newsroom.catalogue.catalogue import Catalogue
from newsroom.catalogue.entries import NONE, Entry
from newsroom.content.article import Article
from newsroom.content.newsroom import Campaign, CampaignState, Newsroom, Section
from newsroom.content.quarter import Quarter
from newsroom.display.campaign_lines import last_announced

MOST_VIEWED = 5
PER_SECTION = 2


@dataclass(frozen=True, slots=True)
class SectionOfQuarter:
    """A section's articles of a quarter: how many, and the latest."""

    section: Section
    count: int
    latest: Sequence[Article]


@dataclass(frozen=True, slots=True)
class Doings:
    """What went on in a quarter, as far as articles tell."""

    sections: Sequence[SectionOfQuarter]
    most_viewed: Sequence[Article]
    campaigns: Sequence[Campaign]


def doings_of(catalogue: Catalogue, newsroom: Newsroom, quarter: Quarter) -> Doings:
    """Those of that quarter; no article is opened."""
    articles = catalogue.by_quarter.get(quarter, NONE)
    by_section: dict[str, list[Entry]] = defaultdict(list)
    for entry in articles.entries:
        by_section[entry.section].append(entry)
    most_viewed = nlargest(MOST_VIEWED, articles.entries, key=lambda entry: entry.views)
    return Doings(
        [
            SectionOfQuarter(section, len(found), catalogue.opened(found[:PER_SECTION]))
            for slug, section in newsroom.sections.items()
            if (found := by_section[slug])
        ],
        catalogue.opened([entry for entry in most_viewed if entry.views]),
        [one for one in newsroom.campaigns.values() if _ran_in(catalogue, one, quarter)],
    )


def _ran_in(catalogue: Catalogue, campaign: Campaign, quarter: Quarter) -> bool:
    if campaign.start > quarter.last_day:
        return False
    first = max(campaign.start, quarter.first_day)
    return campaign.state(first, last_announced(catalogue, campaign)) is CampaignState.RUNNING
