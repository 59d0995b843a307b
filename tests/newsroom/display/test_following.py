"""The page that tells how to follow the news leads to every page that has feeds."""

from dataclasses import replace
from datetime import date

from newsroom.catalogue.catalogue import Catalogue
from newsroom.content.newsroom import Newsroom
from newsroom.display.feeds import followed
from newsroom.display.following import following_page

EMPTY = Catalogue.of([])


def test_every_page_with_feeds_stands_there_once(newsroom: Newsroom) -> None:
    page = following_page(EMPTY, newsroom, date(2023, 7, 1))

    listed = [uri for _, pages in page.groups for _, uri in pages]
    assert sorted(listed) == sorted(one.page_uri for one in followed(EMPTY, newsroom))


def test_campaigns_that_have_ended_stand_last(newsroom: Newsroom) -> None:
    (ended,) = (one for one in newsroom.campaigns.values() if one.end)
    assert ended.end

    before, after = (
        [heading for heading, pages in following_page(EMPTY, newsroom, day).groups
         if (ended.title, f"phong-trao/{ended.slug}/") in pages]
        for day in (ended.end, date(ended.end.year + 1, 1, 1))
    )  # fmt: skip

    assert before == ["Theo phong trào, chiến dịch"]
    assert after == [following_page(EMPTY, newsroom, date(2099, 1, 1)).groups[-1][0]]
    assert before != after


def test_ward_without_campaigns_reads_no_empty_heading(newsroom: Newsroom) -> None:
    page = following_page(EMPTY, replace(newsroom, campaigns={}), date(2023, 7, 1))

    assert [heading for heading, _ in page.groups] == ["Mọi tin của cổng", "Theo chuyên mục"]
