"""Feeds: which RSS feeds the site has, and what each carries."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import ClassVar

from newsroom.catalogue.catalogue import Catalogue
from newsroom.catalogue.entries import NONE, Articles, Entry
from newsroom.content import uris
from newsroom.content.newsroom import Newsroom

ITEMS = 20
Enclosure = tuple[str, int]
"""The type of a picture, and its bytes."""
EnclosureOf = Callable[[Entry], Enclosure | None]


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed: where it is, the page it belongs to, and its newest articles."""

    template: ClassVar[str] = "newsroom/rss.html"
    uri: str
    title: str
    description: str
    page_uri: str
    articles: Articles
    enclosures: Mapping[str, Enclosure]
    """The pictures that stand for articles, by the addresses of these."""


def feeds(catalogue: Catalogue, newsroom: Newsroom, enclosure_of: EnclosureOf) -> Iterator[Feed]:
    """The feed of the site, one of each section and one of each campaign."""
    feed = partial(_feed, enclosure_of)
    ward = newsroom.ward.name
    yield feed(uris.HOME, ward, f"Tin tức của {ward}", catalogue.articles)
    for slug, section in newsroom.sections.items():
        articles = catalogue.by_section.get(slug, NONE)
        about = section.description or section.title
        yield feed(uris.section_uri(section), f"{section.title} – {ward}", about, articles)
    for slug, campaign in newsroom.campaigns.items():
        articles = catalogue.announcements.get(slug, NONE)
        about = campaign.description or campaign.title
        yield feed(uris.campaign_uri(campaign), f"{campaign.title} – {ward}", about, articles)


def _feed(
    enclosure_of: EnclosureOf, page_uri: str, title: str, description: str, articles: Articles
) -> Feed:
    newest = articles[:ITEMS]
    enclosures = {e.uri: found for e in newest.entries if (found := enclosure_of(e))}
    return Feed(page_uri + uris.FEED, title, description, page_uri, newest, enclosures)
