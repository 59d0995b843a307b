"""Feeds: which RSS feeds the site has, and what each carries."""

from collections.abc import Iterator
from dataclasses import dataclass

from newsroom.catalogue.catalogue import Catalogue
from newsroom.catalogue.entries import NONE, Articles
from newsroom.content import uris
from newsroom.content.newsroom import Newsroom

ITEMS = 20


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed: where it is, the page it belongs to, and its newest articles."""

    uri: str
    title: str
    description: str
    page_uri: str
    articles: Articles


def feeds(catalogue: Catalogue, newsroom: Newsroom) -> Iterator[Feed]:
    """The feed of the site, one of each section and one of each campaign."""
    ward = newsroom.ward.name
    yield _feed(uris.HOME, ward, f"Tin tức của {ward}", catalogue.articles)
    for slug, section in newsroom.sections.items():
        articles = catalogue.by_section.get(slug, NONE)
        about = section.description or section.title
        yield _feed(uris.section_uri(section), f"{section.title} – {ward}", about, articles)
    for slug, campaign in newsroom.campaigns.items():
        articles = catalogue.announcements.get(slug, NONE)
        about = campaign.description or campaign.title
        yield _feed(uris.campaign_uri(campaign), f"{campaign.title} – {ward}", about, articles)


def _feed(page_uri: str, title: str, description: str, articles: Articles) -> Feed:
    return Feed(page_uri + uris.FEED, title, description, page_uri, articles[:ITEMS])
