"""Feeds: which feeds the site has, and what each carries."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from newsroom.catalogue.catalogue import Catalogue
from newsroom.catalogue.entries import NONE, Articles, Entry
from newsroom.content import uris
from newsroom.content.newsroom import Newsroom
from newsroom.content.uris import FeedFormat
from newsroom.display.text import Text

ITEMS = 20
_TEMPLATES = {
    FeedFormat.RSS: "newsroom/rss.html",
    FeedFormat.ATOM: "newsroom/atom.html",
    FeedFormat.JSON: "newsroom/json_feed.html",
}


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed: the page it belongs to, and its newest articles with their whole texts."""

    form: FeedFormat
    title: str
    description: str
    page_uri: str
    articles: Articles
    texts: Mapping[str, Text]
    """By the addresses of the articles."""

    @property
    def template(self) -> str:
        """That of its format."""
        return _TEMPLATES[self.form]

    @property
    def uri(self) -> str:
        """Where it is."""
        return self.page_uri + self.form.file


@dataclass(frozen=True, slots=True)
class Followed:
    """What residents can follow: a page of the site and its articles, the newest first."""

    page_uri: str
    title: str
    description: str
    articles: Articles

    def feeds(self, text_of: Callable[[Entry], Text]) -> Iterator[Feed]:
        """Its feed in every format."""
        newest = self.articles[:ITEMS]
        texts = {entry.uri: text_of(entry) for entry in newest.entries}
        about = self.title, self.description, self.page_uri
        for form in FeedFormat:
            yield Feed(form, *about, newest, texts)


def followed(catalogue: Catalogue, newsroom: Newsroom) -> Iterator[Followed]:
    """The whole site, each section and each campaign."""
    ward = newsroom.ward.name
    yield Followed(uris.HOME, ward, f"Tin tức của {ward}", catalogue.articles)
    for slug, section in newsroom.sections.items():
        articles = catalogue.by_section.get(slug, NONE)
        about = f"{section.title} – {ward}", section.description or section.title
        yield Followed(uris.section_uri(section), *about, articles)
    for slug, campaign in newsroom.campaigns.items():
        articles = catalogue.announcements.get(slug, NONE)
        about = f"{campaign.title} – {ward}", campaign.description or campaign.title
        yield Followed(uris.campaign_uri(campaign), *about, articles)
