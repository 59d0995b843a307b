"""The page of a campaign: what residents are asked, what happened, and what it came to."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import pytest
from index_pages import index_pages

from newsroom.catalogue.catalogue import Catalogue
from newsroom.content.article import Article, Attachment
from newsroom.content.figures import Figure
from newsroom.content.newsroom import CampaignState, Newsroom, Ward
from newsroom.content.photo import DescribedPhoto, Photo, Variant
from newsroom.content.quarter import Quarter
from newsroom.content.units import Goal, Unit
from newsroom.display.campaign_page import CampaignPage
from newsroom.display.structured_data import Site, structured_data
from newsroom.text.dates import VIETNAM

Make = Callable[..., Article]
Shown = Callable[..., CampaignPage]
GIFT = Unit("suất")
GOAL = Goal("Suất quà", Decimal(300), GIFT)


def on(day: str) -> datetime:
    return datetime.fromisoformat(day).replace(tzinfo=VIETNAM)


def names(articles: Any) -> list[str]:
    return [article.path.stem for article in articles]


def pictures(*names: str) -> dict[str, object]:
    files = (Variant("960.jpg", 960, 540, 50),)
    photos = (DescribedPhoto(Photo(name, 960, 540, files), f"Ảnh {name}") for name in names)
    return {"photos": tuple(photos)}


@pytest.fixture
def shown(newsroom: Newsroom, make_article: Make) -> Shown:
    """The page of the summer campaign with these articles: name, day of June 2023, fields."""
    campaign = replace(newsroom.campaigns["he-2023"], goal=GOAL)

    def page(*articles: tuple[str, int, dict[str, Any]], today: str = "2023-06-20") -> CampaignPage:
        made = (
            replace(make_article(name, f"2023-06-{day:02}", **fields), campaign=campaign)
            for name, day, fields in articles
        )
        of_it = replace(newsroom, campaigns={campaign.slug: campaign})
        pages = index_pages(Catalogue.of(made), of_it, date.fromisoformat(today))
        (found,) = (one for one in pages if isinstance(one, CampaignPage))
        return found

    return page


def test_what_residents_are_asked_stands_apart_from_what_happened(shown: Shown) -> None:
    story = {"section": "tin-tuc-su-kien"}
    page = shown(
        ("ra-quan", 1, story),
        ("dang-ky", 2, {}),
        ("hien-mau", 3, {**story, "deadline": on("2023-06-22 17:00")}),
        ("hop", 4, {**story, "deadline": on("2023-06-21 17:00")}),
        ("qua-han", 5, {**story, "deadline": on("2023-06-19 17:00")}),
        ("be-mac", 6, story),
    )

    assert names(page.asked) == ["hop", "hien-mau"]
    assert page.days_left == [1, 2]
    assert names(page.notices) == ["qua-han", "dang-ky"]
    assert names(page.stories) == ["be-mac", "ra-quan"]
    assert page.launch and page.launch.path.stem == "ra-quan"


def test_first_article_alone_is_no_launch_beside_itself(shown: Shown) -> None:
    assert shown(("ra-quan", 1, {})).launch is None
    assert shown().launch is None


def test_figures_are_summed_but_for_the_goal_and_what_reviews_repeat(shown: Shown) -> None:
    figures = (
        Figure("Suất quà", Decimal(80), GIFT),
        Figure("Người dự", Decimal(30), Unit("người")),
    )
    page = shown(
        ("mot", 1, {"figures": figures}),
        ("hai", 2, {"figures": figures}),
        ("so-ket", 3, {"figures": figures, "quarter": Quarter(2023, 2)}),
    )

    assert [(total.label, total.value) for total in page.totals] == [("Người dự", 60)]
    assert page.line.progress and page.line.progress.reached == 160


@pytest.mark.parametrize(
    ("today", "state", "days"),
    [
        ("2023-05-30", CampaignState.COMING, 2),
        ("2023-06-01", CampaignState.RUNNING, 91),
        ("2023-08-31", CampaignState.RUNNING, 0),
        ("2023-09-01", CampaignState.ENDED, None),
    ],
)
def test_days_are_counted_to_the_next_thing_that_happens(
    shown: Shown, today: str, state: CampaignState, days: int | None
) -> None:
    page = shown(today=today)

    assert (page.line.state, page.line.days_left) == (state, days)
    assert page.is_over is (state is CampaignState.ENDED)


def test_documents_and_pictures_of_all_articles_each_once(shown: Shown) -> None:
    plan = Attachment("Kế hoạch", "tai-lieu/ke-hoach.pdf")
    page = shown(
        ("ra-quan", 1, {**pictures("a", "a2"), "attachments": (plan,)}),
        ("giua", 2, {**pictures("b"), "attachments": (plan, Attachment("Tờ", "images/to.jpg"))}),
        ("cuoi", 3, pictures("b", "a", "b2", "b3")),
        ("khong-anh", 4, {}),
    )

    assert [(one.title, one.uri) for one in page.documents] == [
        ("Kế hoạch", "tin/2023/tai-lieu/ke-hoach.pdf")
    ]
    assert [one.alt for one in page.pictures] == ["Ảnh a", "Ảnh b", "Ảnh a2", "Ảnh b2", "Ảnh b3"]


def test_whom_to_ask_is_who_the_ward_names(shown: Shown) -> None:
    ask = {"deadline": on("2023-06-22"), "contact": "Tổ 6"}

    assert shown(("mot", 1, ask)).contact == "Đoàn phường, 024 0000 0002"


def test_campaign_is_an_event_where_it_has_an_end(shown: Shown) -> None:
    page, site = shown(("a", 2, {})), Site("https://thu.example/", "Tin", Ward("Phường Thử"))
    endless = replace(page, line=replace(page.line, campaign=replace(page.line.campaign, end=None)))

    trail, event = structured_data(page, page.uri, site)

    assert (event["@type"], event["name"]) == ("Event", "Hè tình nguyện")
    assert (event["startDate"], event["endDate"]) == ("2023-06-01", "2023-08-31")
    assert event["location"]["name"] == "Phường Thử"
    assert event["url"] == "https://thu.example/phong-trao/he-2023/"
    assert structured_data(endless, page.uri, site) == [trail]
