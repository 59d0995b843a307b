"""What pages tell search engines of themselves, as plain values."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from newsroom.content.article import Article, Event, Publication
from newsroom.content.newsroom import Ward
from newsroom.content.photo import DescribedPhoto, Photo, Variant
from newsroom.display.article import ArticleDisplay
from newsroom.display.following import Following
from newsroom.display.structured_data import Site, structured_data
from newsroom.text.dates import VIETNAM

Make = Callable[..., Article]
BARE = Site("https://thu.example/tin/", "Tin", Ward("Phường Thử"))
NOON = datetime(2023, 5, 20, 12, tzinfo=VIETNAM)


def _told(article: Article) -> dict[str, Any]:
    display = ArticleDisplay(article=article, publication=Publication.PUBLISHED)
    return {node["@type"]: node for node in structured_data(display, article.uri, BARE)}


def test_article_is_news_below_its_section(make_article: Make) -> None:
    told = _told(make_article("a", "2023-01-02"))

    assert list(told) == ["NewsArticle", "BreadcrumbList"]
    assert told["NewsArticle"]["author"]["name"] == "Phường Thử"
    assert told["NewsArticle"]["image"] is None
    places = [crumb["item"] for crumb in told["BreadcrumbList"]["itemListElement"]]
    assert places == [
        "https://thu.example/tin/",
        "https://thu.example/tin/chuyen-muc/thong-bao/",
        "https://thu.example/tin/tin/2023/01/a/",
    ]


def test_picture_is_what_others_show_of_it(make_article: Make) -> None:
    small, large = Variant("480.avif", 480, 270, 5), Variant("960.jpg", 960, 540, 9)
    article = make_article(
        "a",
        "2023-01-02",
        photos=(DescribedPhoto(Photo("ab", 1200, 675, (small, large)), "Sân đình"),),
    )

    assert _told(article)["NewsArticle"]["image"] == {
        "@type": "ImageObject", "width": 960, "height": 540,
        "url": f"https://thu.example/tin/{article.photo and article.photo.uri(large)}",
    }  # fmt: skip


def test_what_asks_residents_for_something_says_when(make_article: Make) -> None:
    event = Event(NOON, place="Sân đình")
    told = _told(make_article("a", "2023-01-02", deadline=NOON, event=event))

    assert told["SpecialAnnouncement"]["expires"] == "2023-05-20T12:00:00+07:00"
    assert told["Event"]["location"] == {
        "@type": "Place", "name": "Sân đình", "address": "Phường Thử"
    }  # fmt: skip


def test_contact_page_says_what_is_known_of_the_ward() -> None:
    ward = Ward("Phường Thử", phone="024", working_hours="Thứ Bảy: 8:00–12:00")

    (organization,) = structured_data(None, "lien-he/", Site(BARE.url, "Tin", ward))

    assert organization["telephone"] == "024"
    assert [hours["dayOfWeek"] for hours in organization["openingHoursSpecification"]] == [
        ["Saturday"]
    ]
    assert organization["address"] is organization["email"] is None


def test_other_hand_written_pages_say_nothing() -> None:
    assert structured_data(None, "gioi-thieu/", BARE) == []


def test_list_says_the_way_down_to_it() -> None:
    page = Following(
        uri="a/b/", title="B", description="", groups=(), parents=[("A", "a/")]
    )  # fmt: skip

    (trail,) = structured_data(page, "a/b/", BARE)

    crumbs = [(one["position"], one["name"]) for one in trail["itemListElement"]]
    assert crumbs == [(1, "Trang chủ"), (2, "A"), (3, "B")]
