"""The index pages: every list of the site from the same articles."""

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from typing import Any, NoReturn, TypeVar

import pytest
from index_pages import index_pages

from newsroom.catalogue.catalogue import Catalogue
from newsroom.catalogue.entries import Entry, entry_of
from newsroom.content import uris
from newsroom.content.article import Article, Tag
from newsroom.content.figures import Figure, TaskState, TaskUpdate
from newsroom.content.newsroom import Door, Newsroom
from newsroom.content.quarter import Quarter
from newsroom.content.units import Unit
from newsroom.display.calendar import calendar_files
from newsroom.display.campaigns import Campaigns
from newsroom.display.digests import digest_of
from newsroom.display.groups import index_groups
from newsroom.display.indexes import (
    Archive,
    Home,
    Index,
    Listing,
    Ranking,
    Tags,
)
from newsroom.display.quarters import QuarterReviews
from newsroom.display.reviews import ReviewYears
from newsroom.text.dates import VIETNAM

Make = Callable[..., Article]
Page = TypeVar("Page", bound=Index)
TODAY = date(2023, 7, 1)


def names(articles: Any) -> list[str]:
    return [article.path.stem for article in articles]


def slugs(lines: Any) -> list[str]:
    return [line.campaign.slug for line in lines]


@pytest.fixture(scope="module")
def pages_of(newsroom: Newsroom) -> Callable[..., dict[str, Any]]:
    """The index pages of a catalogue by their address."""

    def pages(*articles: Article, today: date = TODAY) -> dict[str, Index]:
        made = list(index_pages(Catalogue.of(articles), newsroom, today))
        assert max(Counter(page.uri for page in made).values()) == 1
        return {page.uri: page for page in made}

    return pages


Pages = Callable[..., dict[str, Any]]


def test_empty_newsroom_has_its_pages_all_the_same(pages_of: Pages, newsroom: Newsroom) -> None:
    assert sorted(pages_of()) == [
        "",
        "chuyen-muc/",
        "chuyen-muc/mat-tran-doan-the/",
        "chuyen-muc/thong-bao/",
        "chuyen-muc/tin-tuc-su-kien/",
        "doc-nhieu/",
        *sorted(uris.organization_uri(one.title) for one in newsroom.organizations),
        "lich/",
        "luu-tru/",
        "phong-trao/",
        "phong-trao/chia-se-yeu-thuong/",
        "phong-trao/he-2023/",
        "so-ket-quy/",
        "theo-doi/",
        "tu-khoa/",
    ]


def test_home_shows_pinned_then_latest_and_what_goes_on(
    pages_of: Pages, make_article: Make
) -> None:
    articles = [make_article(f"bai-{day:02}", f"2023-05-{day:02}") for day in range(1, 11)]
    pinned = make_article("ghim", "2022-01-01", pinned=True, views=50)
    review = make_article("so-ket", "2023-04-01", quarter=Quarter(2023, 1), organization="A")
    home: Home = pages_of(*articles, pinned, review)[""]

    assert names(home.top) == ["ghim", "bai-10", "bai-09", "bai-08"]
    assert [title for title, _ in home.doors] == [
        "Thông báo", "Giờ làm việc, liên hệ", "Sơ kết quý", "Phong trào"
    ]  # fmt: skip
    assert slugs(home.campaigns) == ["he-2023", "chia-se-yeu-thuong"]
    assert home.latest
    assert (home.latest.quarter, names(home.latest.reviews)) == (Quarter(2023, 1), ["so-ket"])
    assert len(home.most_viewed) == 5


def test_ward_may_choose_what_home_leads_to(newsroom: Newsroom) -> None:
    own = replace(newsroom, doors=(Door("Lịch tiếp công dân", "tin/2026/01/lich/"),))
    home: Any = next(page for page in index_pages(Catalogue.of([]), own, TODAY) if not page.uri)

    assert home.doors == own.doors


def test_home_shows_key_figures_of_the_latest_review_that_has_any(
    pages_of: Pages, make_article: Make
) -> None:
    stated = tuple(Figure(f"Số {n}", Decimal(n), Unit("người")) for n in range(6))
    given = {"quarter": Quarter(2023, 1), "figures": stated}
    home: Home = pages_of(
        make_article("truoc", "2023-04-02", organization="Hội A", **given),
        make_article("sau", "2023-04-03", organization="Hội B", quarter=Quarter(2023, 1)),
        make_article(
            "cu", "2023-04-09", organization="Hội C", **given | {"quarter": Quarter(2022, 4)}
        ),
    )[""]

    assert home.latest
    assert home.latest.reported
    assert home.latest.reported.organization.title == "Hội A"
    assert list(home.latest.reported.key_figures) == list(stated[:4])
    assert pages_of()[""].latest is None


def test_home_counts_what_became_of_the_promises_as_the_quarters_page_does(
    pages_of: Pages, make_article: Make
) -> None:
    before = make_article(
        "truoc", "2023-01-05", organization="Hội A", quarter=Quarter(2022, 4), tasks=("Một", "Hai")
    )
    now = make_article(
        "sau", "2023-04-05", organization="Hội A", quarter=Quarter(2023, 1),
        task_updates=(TaskUpdate("1", TaskState.DONE, ""),),
    )  # fmt: skip
    home: Home = pages_of(before, now)[""]

    assert home.latest
    assert home.latest.promised == 2
    assert list(home.latest.states) == [(TaskState.DONE, 1), (TaskState.UNREPORTED, 1)]


def test_no_article_stands_on_the_home_page_twice(pages_of: Pages, make_article: Make) -> None:
    articles = [
        make_article(f"bai-{day:02}", f"2023-05-{day:02}", views=day, pinned=day == 3)
        for day in range(1, 21)
    ]
    review = make_article("so-ket", "2023-05-28", quarter=Quarter(2023, 1), organization="A")
    deadline = datetime(2023, 7, 5, 17, tzinfo=VIETNAM)
    asked = make_article("viec", "2023-05-29", deadline=deadline, pinned=True, views=99)
    home: Home = pages_of(*articles, review, asked)[""]

    assert names(home.due) == ["viec"]
    assert home.latest
    lists = (
        home.due,
        home.top,
        home.latest.reviews,
        home.most_viewed,
        *(group for _, group in home.sections),
    )
    shown = [name for group in lists for name in names(group)]
    assert len(shown) == len(set(shown))
    assert names(home.top) == ["bai-03", "so-ket", "bai-20", "bai-19"]
    assert names(home.most_viewed) == ["bai-18", "bai-17", "bai-16", "bai-15", "bai-14"]
    assert [names(group) for _, group in home.sections] == [["bai-13", "bai-12"]]


def test_what_is_read_counts_lately_where_there_is_enough(
    pages_of: Pages, make_article: Make
) -> None:
    old = [make_article(f"cu-{n}", "2020-01-01", views=1000 + n) for n in range(6)]
    new = [make_article(f"moi-{n}", "2023-06-20", views=n) for n in range(12)]

    assert all(name.startswith("moi") for name in names(pages_of(*old, *new)[""].most_viewed))
    assert "cu-5" in names(pages_of(*old, *new[:2])[""].most_viewed)


def test_new_article_that_is_pinned_stands_on_the_home_page_once(
    pages_of: Pages, make_article: Make
) -> None:
    home: Home = pages_of(make_article("ghim", pinned=True), make_article("thuong"))[""]

    assert names(home.top) == ["ghim", "thuong"]


def test_home_of_winter_shows_no_summer_campaign(pages_of: Pages) -> None:
    home: Home = pages_of(today=date(2023, 9, 1))[""]

    assert slugs(home.campaigns) == ["chia-se-yeu-thuong"]


def test_section_is_cut_into_pages_with_their_numbers_in_the_title(
    pages_of: Pages, make_article: Make
) -> None:
    pages = pages_of(*(make_article(f"b{day}", f"2023-05-{day:02}") for day in range(1, 8)))
    newest: Listing = pages["chuyen-muc/thong-bao/"]
    oldest: Listing = pages["chuyen-muc/thong-bao/trang/1/"]

    assert (newest.title, names(newest.page.articles)) == ("Thông báo", ["b7", "b6", "b5", "b4"])
    assert (oldest.title, names(oldest.page.articles)) == (
        "Thông báo – trang 1",
        ["b3", "b2", "b1"],
    )
    assert newest.feeds_at == "chuyen-muc/thong-bao/"


def test_tags_are_listed_by_how_many_articles_have_them(
    pages_of: Pages, make_article: Make
) -> None:
    vui, dep, an = Tag("Vui"), Tag("Đẹp"), Tag("An")
    pages = pages_of(make_article("a", tags=(vui, dep)), make_article("b", tags=(vui, an)))
    tags: Tags = pages["tu-khoa/"]

    assert [(tag.title, count) for tag, count in tags.tags] == [("Vui", 2), ("An", 1), ("Đẹp", 1)]
    assert names(pages["tu-khoa/vui/"].page.articles) == ["a", "b"]
    assert pages["tu-khoa/dep/"].title == "Từ khóa: Đẹp"


def test_archive_counts_by_year_quarter_and_month(pages_of: Pages, make_article: Make) -> None:
    pages = pages_of(
        make_article("a", "2023-01-05"),
        make_article("b", "2023-03-05"),
        make_article("c", "2023-03-06"),
        make_article("d", "2022-12-31 23:59"),
    )
    archive: Archive = pages["luu-tru/"]

    assert [(year.year, year.count, list(year.quarters)) for year in archive.years] == [
        (2023, 3, [(Quarter(2023, 1), 3, [(1, 1), (3, 2)])]),
        (2022, 1, [(Quarter(2022, 4), 1, [(12, 1)])]),
    ]
    assert names(pages["luu-tru/2023/03/"].page.articles) == ["c", "b"]
    assert names(pages["luu-tru/2022/quy-4/"].page.articles) == ["d"]
    assert "luu-tru/2023/02/" not in pages
    assert [year.year for year in pages["luu-tru/2022/"].years] == [2022]


def test_only_quarters_with_reviews_have_pages_and_gaps_are_named_in_one_line(
    pages_of: Pages, make_article: Make
) -> None:
    reviewed = {"a": (1995, 2), "b": (2022, 3), "c": (2023, 1), "d": (2023, 2)}
    pages = pages_of(
        *(
            make_article(name, f"{year}-12-01", quarter=Quarter(year, number), organization="A")
            for name, (year, number) in reviewed.items()
        )
    )
    years: ReviewYears = pages["so-ket-quy/"]

    assert [
        (year.year, [(str(one.quarter), one.unreviewed) for one in year.quarters])
        for year in years.years
    ] == [
        (2023, [("2023-Q1", (Quarter(2022, 4), Quarter(2022, 4)))]),
        (2022, [("2022-Q3", (Quarter(1995, 3), Quarter(2022, 2)))]),
        (1995, [("1995-Q2", None)]),
    ]  # fmt: skip
    assert [str(due.quarter) for due in years.due] == ["2023-Q3", "2023-Q2"]
    assert years.unreviewed is None
    assert [uri for uri in pages if uri.startswith("so-ket-quy/")] == [
        "so-ket-quy/",
        *(f"so-ket-quy/{year}/quy-{number}/" for year, number in sorted(reviewed.values())),
    ]
    middle: QuarterReviews = pages["so-ket-quy/2022/quy-3/"]
    assert (middle.around.newer, middle.around.older) == (Quarter(2023, 1), Quarter(1995, 2))
    assert pages["so-ket-quy/2023/quy-2/"].around.newer is None
    assert pages["so-ket-quy/1995/quy-2/"].around.older is None


@pytest.mark.parametrize(
    ("today", "due", "unreviewed"),
    [
        ("2023-06-30", [("2023-Q2", "2023-07-15")], (Quarter(2022, 4), Quarter(2023, 1))),
        (
            "2023-07-15",
            [("2023-Q3", "2023-10-15"), ("2023-Q2", "2023-07-15")],
            (Quarter(2022, 4), Quarter(2023, 1)),
        ),
        ("2023-07-16", [("2023-Q3", "2023-10-15")], (Quarter(2022, 4), Quarter(2023, 2))),
    ],
)
def test_reviews_of_a_quarter_are_due_until_two_weeks_after_it(
    pages_of: Pages,
    make_article: Make,
    today: str,
    due: list[tuple[str, str]],
    unreviewed: tuple[Quarter, Quarter],
) -> None:
    review = make_article("a", "2022-10-05", quarter=Quarter(2022, 3), organization="A")
    page: ReviewYears = pages_of(review, today=date.fromisoformat(today))["so-ket-quy/"]

    assert [(str(one.quarter), one.deadline.isoformat()) for one in page.due] == due
    assert page.unreviewed == unreviewed


def test_grid_has_a_cell_for_each_organization_in_each_quarter(
    pages_of: Pages, make_article: Make, newsroom: Newsroom
) -> None:
    declared = newsroom.organizations[0].title
    quarter = Quarter(2022, 3)
    page: ReviewYears = pages_of(
        make_article("a", "2022-10-05", quarter=quarter, organization=declared.upper()),
        make_article("b", "2022-10-06", quarter=quarter, organization="Hội khác"),
    )["so-ket-quy/"]
    (reviewed,) = page.years[0].quarters

    cells = [(cell.organization.title, list(cell.reviews)) for cell in reviewed.cells]
    assert cells[0] == (declared, ["tin/2022/10/a/"])
    assert cells[-1] == ("Hội khác", ["tin/2022/10/b/"])
    assert len(cells) == len(newsroom.organizations) + 1
    assert all(not addresses for _, addresses in cells[1:-1])


def test_quarter_page_leads_to_the_archive_of_its_year_only_where_there_is_one(
    pages_of: Pages, make_article: Make
) -> None:
    review = make_article("a", "2023-01-05", quarter=Quarter(2022, 4), organization="A")

    assert not pages_of(review)["so-ket-quy/2022/quy-4/"].around.has_year
    both = pages_of(review, make_article("b", "2022-05-05"))
    assert both["so-ket-quy/2022/quy-4/"].around.has_year


def test_article_that_waits_is_listed_by_when_it_appears_and_keeps_its_address(
    pages_of: Pages, make_article: Make
) -> None:
    appeared = datetime(2023, 5, 25, 7, tzinfo=VIETNAM)
    waiting = make_article("hen", "2023-04-01", publish_at=appeared)
    pages = pages_of(waiting, make_article("moi", "2023-05-24"), make_article("cu", "2023-04-02"))

    assert names(pages[""].top) == ["hen", "moi", "cu"]
    assert names(pages["luu-tru/2023/05/"].page.articles) == ["hen", "moi"]
    assert pages["luu-tru/2023/05/"].last_change == appeared
    assert waiting.uri == "tin/2023/04/hen/"


def test_quarter_leads_to_the_archive_of_its_year_where_that_has_a_page(
    pages_of: Pages, make_article: Make
) -> None:
    pages = pages_of(
        make_article("a", "2023-01-05", quarter=Quarter(2022, 4), organization="A"),
        make_article("b", "2023-04-01", quarter=Quarter(2023, 1), organization="A"),
    )

    assert "luu-tru/2022/" not in pages
    has_year = {
        uri: page.around.has_year for uri, page in pages.items() if uri.startswith("so-ket-quy/2")
    }
    assert has_year == {"so-ket-quy/2022/quy-4/": False, "so-ket-quy/2023/quy-1/": True}


def test_reviews_of_a_quarter_are_grouped_by_organization(
    pages_of: Pages, make_article: Make
) -> None:
    quarter = Quarter(2023, 1)
    page: QuarterReviews = pages_of(
        make_article("a", "2023-04-01", quarter=quarter, organization="Đoàn phường"),
        make_article("b", "2023-04-02", quarter=quarter, organization="Công an"),
        make_article("c", "2023-04-03", quarter=quarter, organization="ĐOÀN  phường"),
        make_article("d", "2023-04-04", quarter=quarter),
        make_article("e", "2023-04-05", quarter=quarter, organization="Hội Phụ nữ"),
    )["so-ket-quy/2023/quy-1/"]

    groups = [(one.organization.title, names(one.reviews)) for one in page.organizations]
    assert groups == [
        ("Công an", ["b"]), ("ĐOÀN  phường", ["c", "a"]), ("Hội Phụ nữ", ["e"]), ("", ["d"]),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("today", "states"),
    [
        ("2023-02-14", {"COMING": ["chia-se-yeu-thuong", "he-2023"]}),
        ("2023-02-15", {"RUNNING": ["chia-se-yeu-thuong"], "COMING": ["he-2023"]}),
        ("2023-06-01", {"RUNNING": ["he-2023", "chia-se-yeu-thuong"]}),
        ("2023-08-31", {"RUNNING": ["he-2023", "chia-se-yeu-thuong"]}),
        ("2023-09-01", {"RUNNING": ["chia-se-yeu-thuong"], "ENDED": ["he-2023"]}),
    ],
)
def test_campaigns_are_listed_by_their_state_of_the_day(
    pages_of: Pages, today: str, states: dict[str, list[str]]
) -> None:
    page: Campaigns = pages_of(today=date.fromisoformat(today))["phong-trao/"]

    ended = [line for _, group in page.ended for line in group]
    listed = {"RUNNING": page.running, "COMING": page.coming, "ENDED": ended}
    assert {name: slugs(lines) for name, lines in listed.items() if lines} == states


def test_campaigns_that_have_ended_stand_by_year(pages_of: Pages, make_article: Make) -> None:
    """One without an end in the year of its latest news."""
    news = make_article("cuoi", "2024-02-01", campaign="chia-se-yeu-thuong")
    page: Campaigns = pages_of(news, today=date(2026, 1, 1))["phong-trao/"]

    assert [(year, slugs(group)) for year, group in page.ended] == [
        (2024, ["chia-se-yeu-thuong"]),
        (2023, ["he-2023"]),
    ]
    assert (page.running, page.coming) == ([], [])


def test_nothing_is_opened_to_see_what_changed(newsroom: Newsroom, make_article: Make) -> None:
    """Ten thousand articles stay closed in a build after an edit."""
    asked = {"campaign": "he-2023", "deadline": datetime(2023, 7, 5, tzinfo=VIETNAM)}
    made = [make_article(f"b{n}", f"2023-06-{n:02}", **asked) for n in range(1, 9)]

    def opened(entry: Entry) -> NoReturn:
        raise AssertionError(f"{entry.path} was opened")

    catalogue = Catalogue([entry_of(article) for article in made], opened)
    given = [group.given for group in index_groups(catalogue, newsroom, TODAY)]
    files = list(calendar_files(catalogue, newsroom, TODAY))

    assert all(digest_of(one, lambda _: b"") for one in (*given, *files))


def test_ranking_shows_the_fifty_most_viewed(pages_of: Pages, make_article: Make) -> None:
    articles = [make_article(f"bai-{views}", views=views) for views in range(60)]
    page: Ranking = pages_of(*articles)["doc-nhieu/"]

    assert [article.views for article in page.articles] == list(range(59, 9, -1))


def test_page_last_changed_when_one_of_its_articles_did(
    pages_of: Pages, make_article: Make
) -> None:
    old = make_article("a", "2023-01-01")
    changed = replace(make_article("b", "2022-01-01"), updated=make_article("x", "2023-05-05").date)
    pages = pages_of(old, changed)

    assert pages["chuyen-muc/thong-bao/"].last_change == changed.updated
    assert pages["luu-tru/2023/01/"].last_change == old.date
    assert pages["chuyen-muc/tin-tuc-su-kien/"].last_change is None
