"""The page of a quarter: who reports, every indicator beside itself, tasks, what went on."""

from collections.abc import Callable, Iterable
from decimal import Decimal

import pytest

from newsroom.catalogue.catalogue import Catalogue
from newsroom.content.article import Article
from newsroom.content.figures import Figure, TaskState, TaskUpdate
from newsroom.content.newsroom import Newsroom
from newsroom.content.quarter import Quarter
from newsroom.content.units import Unit
from newsroom.display.quarters import QuarterReviews, quarter_groups
from newsroom.display.reported import SEVERAL

PEOPLE, SHARE = Unit("người"), Unit("%", summed=False)
Review = Callable[..., Article]
PageOf = Callable[..., QuarterReviews]


def figure(label: str, value: int | str, unit: Unit = PEOPLE, **more: Decimal) -> Figure:
    return Figure(label, Decimal(value), unit, **more)


@pytest.fixture(scope="module")
def review(make_article: Callable[..., Article]) -> Review:
    """A review of a quarter, such as "2023-1", published when the next one begins."""

    def make(quarter: str, organization: str, *figures: Figure, **fields: object) -> Article:
        reviewed = Quarter(*map(int, quarter.split("-")))
        name, day = f"{organization}-{quarter}", reviewed.next.first_day.isoformat()
        stated = {"quarter": reviewed, "organization": organization, "figures": figures}
        return make_article(name, f"{day} 08:00", **stated, **fields)

    return make


@pytest.fixture(scope="module")
def page_of(newsroom: Newsroom) -> PageOf:
    """The page of 2023's first quarter."""

    def page(*articles: Article) -> QuarterReviews:
        groups = quarter_groups(Catalogue.of(articles), newsroom)
        pages = {page.uri: page for group in groups for page in group.pages()}
        found = pages["so-ket-quy/2023/quy-1/"]
        assert isinstance(found, QuarterReviews)
        return found

    return page


def rows(page: QuarterReviews) -> Iterable[tuple[object, ...]]:
    for group in page.figures:
        for row in group.rows:
            changes = (row.previous.difference, row.year_before.difference)
            yield group.title, row.now.label, row.now.value, *changes


def test_indicators_are_summed_and_stand_beside_the_last_quarter_and_the_last_year(
    page_of: PageOf, review: Review
) -> None:
    page = page_of(
        review("2023-1", "Hội A", figure("Dự họp", 30), figure("Hài lòng", 90, SHARE)),
        review("2023-1", "Hội B", figure("Dự họp", 12), figure("Hài lòng", 80, SHARE)),
        review("2022-4", "Hội A", figure("Dự họp", 20)),
        review("2022-4", "Hội B", figure("Dự họp", 12)),
        review("2022-1", "Hội A", figure("Dự họp", 50)),
        review("2022-1", "Hội C", figure("Dự họp", 50)),
    )

    assert list(rows(page)) == [
        (SEVERAL, "Dự họp", 42, 10, None),
        (SEVERAL, "Hài lòng", None, None, None),
    ]


def test_indicators_of_each_organization_keep_the_order_of_their_writer(
    page_of: PageOf, review: Review
) -> None:
    page = page_of(
        review("2023-1", "Hội B", figure("Xe", 1), figure("An", 2)),
        review("2023-1", "Hội A", figure("Cây", 3)),
    )

    assert [(group.title, [row.now.label for row in group.rows]) for group in page.figures] == [
        ("Hội A", ["Cây"]), ("Hội B", ["Xe", "An"]),
    ]  # fmt: skip
    keys = [(one.organization.title, len(one.key_figures)) for one in page.organizations]
    assert keys == [("Hội A", 1), ("Hội B", 2)]


def test_what_only_the_quarter_before_reported_is_told_apart(
    page_of: PageOf, review: Review
) -> None:
    page = page_of(
        review("2023-1", "Hội A", figure("Dự họp", 30)),
        review("2022-4", "Hội A", figure("Cây trồng", 8)),
    )

    assert [total.label for total in page.silent] == ["Cây trồng"]
    assert [row[1] for row in rows(page)] == ["Dự họp"]


def test_tasks_stand_as_the_review_of_the_quarter_reports_them(
    page_of: PageOf, review: Review
) -> None:
    page = page_of(
        review("2022-3", "Hội A", tasks=("Trồng cây",)),
        review(
            "2022-4", "Hội A", tasks=("Dọn ngõ", "Lập tổ"),
            task_updates=(TaskUpdate("Trồng cây", TaskState.RUNNING),),
        ),
        review(
            "2023-1", "Hội A", tasks=("Khám bệnh",),
            task_updates=(TaskUpdate("Dọn ngõ", TaskState.DONE, "xong"),
                          TaskUpdate("Trồng cây", TaskState.RUNNING)),
        ),
        review("2023-2", "Hội A", task_updates=(TaskUpdate("Lập tổ", TaskState.DONE),)),
    )  # fmt: skip

    tasks = [(line.text, line.state.name, line.note) for line in page.tasks[0].tasks]
    assert tasks == [
        ("Trồng cây", "RUNNING", ""), ("Dọn ngõ", "DONE", "xong"), ("Lập tổ", "UNREPORTED", ""),
    ]  # fmt: skip
    assert [line.text for line in page.next_tasks.groups[0].tasks] == ["Trồng cây", "Khám bệnh"]
    assert "Trong 3 nhiệm vụ đã hứa, 1 hoàn thành, 1 đang thực hiện" in page.description


def test_series_leave_out_what_other_organizations_reported(
    page_of: PageOf, review: Review
) -> None:
    same = [review(f"2022-{n}", "Hội A", figure("Dự họp", n)) for n in (1, 2, 4)]
    page = page_of(
        *same,
        review("2022-3", "Hội B", figure("Dự họp", 9)),
        review("2023-1", "Hội A", figure("Dự họp", 5), figure("Mới", 1)),
    )

    series = [(one.label, [point.value for point in one.points]) for one in page.series]
    assert series == [("Dự họp", [None, None, None, 1, 2, None, 4, 5])]


def test_older_reviews_than_two_years_change_nothing(page_of: PageOf, review: Review) -> None:
    """So the page is not drawn again for them."""
    now = review("2023-1", "Hội A", figure("Dự họp", 30))
    unfinished = TaskUpdate("Cũ", TaskState.RUNNING)
    old = [
        review(f"2021-{n}", "Hội A", figure("Dự họp", n), tasks=("Cũ",), task_updates=(unfinished,))
        for n in (1, 2)
    ]
    one, other = page_of(now, *old), page_of(now, old[0])

    assert (one.figures, one.tasks) == (other.figures, other.tasks)
    assert page_of(now, *old, review("2022-4", "Hội A", figure("Dự họp", 9))).figures != one.figures


def test_what_went_on_is_read_from_the_articles_of_those_months(
    page_of: PageOf, review: Review, make_article: Callable[..., Article]
) -> None:
    page = page_of(
        review("2023-1", "Hội A"),
        make_article("it", "2023-01-02", views=3),
        make_article("nhieu", "2023-03-31 23:00", views=30),
        make_article("sau", "2023-04-01 00:30", views=99),
    )

    assert [article.path.stem for article in page.doings.most_viewed] == ["nhieu", "it"]
    assert [(one.section.slug, one.count) for one in page.doings.sections] == [("thong-bao", 2)]
    assert [one.slug for one in page.doings.campaigns] == ["chia-se-yeu-thuong"]
