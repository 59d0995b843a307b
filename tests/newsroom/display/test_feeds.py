"""Which feeds there are, and what they carry."""

from collections.abc import Callable

import pytest

from newsroom.catalogue.catalogue import Catalogue
from newsroom.catalogue.entries import Entry
from newsroom.content.article import Article
from newsroom.content.newsroom import Newsroom
from newsroom.content.uris import FeedFormat
from newsroom.display.feeds import Feed, followed
from newsroom.display.text import Text

Make = Callable[..., Article]


def _text(entry: Entry) -> Text:
    return Text(entry.path.encode(), lambda: pytest.fail("was read"))


def _feeds(catalogue: Catalogue, newsroom: Newsroom) -> list[Feed]:
    return [feed for one in followed(catalogue, newsroom) for feed in one.feeds(_text)]


def test_site_every_section_and_every_campaign_have_a_feed_in_every_format(
    newsroom: Newsroom, make_article: Make
) -> None:
    catalogue = Catalogue.of(
        [make_article("a", "2023-01-01", campaign="he-2023"), make_article("b", "2023-01-02")]
    )

    found = {
        feed.uri: [article.path.stem for article in feed.articles]
        for feed in _feeds(catalogue, newsroom)
    }

    pages = {
        "": ["b", "a"],
        "chuyen-muc/thong-bao/": ["b", "a"],
        "chuyen-muc/mat-tran-doan-the/": [],
        "chuyen-muc/tin-tuc-su-kien/": [],
        "phong-trao/chia-se-yeu-thuong/": [],
        "phong-trao/he-2023/": ["a"],
    }
    files = ("rss.xml", "atom.xml", "feed.json")
    assert found == {page + file: articles for page, articles in pages.items() for file in files}


def test_feed_carries_the_twenty_newest(newsroom: Newsroom, make_article: Make) -> None:
    articles = [make_article(f"b{day:02}", f"2023-05-{day:02}") for day in range(1, 31)]

    rss, atom, *_ = _feeds(Catalogue.of(articles), newsroom)

    assert (rss.form, atom.form) == (FeedFormat.RSS, FeedFormat.ATOM)
    for feed in (rss, atom):
        days = [f"b{day:02}" for day in range(30, 10, -1)]
        assert [article.path.stem for article in feed.articles] == days
        assert len(feed.texts) == len(days)
