"""Which feeds there are, and what they carry."""

from collections.abc import Callable

from newsroom.catalogue.catalogue import Catalogue
from newsroom.content.article import Article
from newsroom.content.newsroom import Newsroom
from newsroom.display.feeds import feeds

Make = Callable[..., Article]


def test_site_every_section_and_every_campaign_have_a_feed(
    newsroom: Newsroom, make_article: Make
) -> None:
    catalogue = Catalogue.of(
        [make_article("a", "2023-01-01", campaign="he-2023"), make_article("b", "2023-01-02")]
    )

    found = {
        feed.uri: [article.path.stem for article in feed.articles]
        for feed in feeds(catalogue, newsroom, lambda _: None)
    }

    assert found == {
        "rss.xml": ["b", "a"],
        "chuyen-muc/thong-bao/rss.xml": ["b", "a"],
        "chuyen-muc/mat-tran-doan-the/rss.xml": [],
        "chuyen-muc/tin-tuc-su-kien/rss.xml": [],
        "phong-trao/chia-se-yeu-thuong/rss.xml": [],
        "phong-trao/he-2023/rss.xml": ["a"],
    }


def test_feed_carries_the_twenty_newest(newsroom: Newsroom, make_article: Make) -> None:
    articles = [make_article(f"b{day:02}", f"2023-05-{day:02}") for day in range(1, 31)]

    site = next(feeds(Catalogue.of(articles), newsroom, lambda _: None))

    assert [article.path.stem for article in site.articles] == [
        f"b{day:02}" for day in range(30, 10, -1)
    ]
