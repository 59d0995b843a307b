"""Feeds: which RSS feeds the site has, and what each carries."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from newsroom import uris
from newsroom.catalogue import Catalogue
from newsroom.content.article import Article
from newsroom.content.newsroom import Newsroom

ITEMS = 20


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed: where it is, the page it belongs to, and its newest articles."""

    uri: str
    title: str
    description: str
    page_uri: str
    articles: Sequence[Article]


def feeds(catalogue: Catalogue, newsroom: Newsroom) -> Iterator[Feed]:
    """The feed of the site, one of each section and one of each campaign."""
    ward = newsroom.ward.name
    yield _feed(uris.HOME, ward, f"Tin tức của {ward}", catalogue.articles)
    for slug, section in newsroom.sections.items():
        articles = catalogue.by_section.get(slug, ())
        about = section.description or section.title
        yield _feed(uris.section_uri(section), f"{section.title} – {ward}", about, articles)
    for slug, campaign in newsroom.campaigns.items():
        articles = catalogue.announcements.get(slug, ())
        about = campaign.description or campaign.title
        yield _feed(uris.campaign_uri(campaign), f"{campaign.title} – {ward}", about, articles)


def _feed(page_uri: str, title: str, description: str, articles: Sequence[Article]) -> Feed:
    return Feed(page_uri + uris.FEED, title, description, page_uri, articles[:ITEMS])
