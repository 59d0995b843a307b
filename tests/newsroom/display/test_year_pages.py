"""The pages of a year and its first half: what their quarters come to, and what stands still."""

from collections.abc import Callable
from decimal import Decimal

import pytest

from newsroom.catalogue.catalogue import Catalogue
from newsroom.content.article import Article
from newsroom.content.figures import Figure, TaskState, TaskUpdate, is_level
from newsroom.content.newsroom import Newsroom
from newsroom.content.quarter import Quarter
from newsroom.content.units import Unit
from newsroom.display.open_data import data_of
from newsroom.display.years import YearReviews, year_groups

PEOPLE, SHARE = Unit("người"), Unit("%", summed=False)
YEAR, HALF = "so-ket-nam/2023/", "so-ket-nam/2023/6-thang-dau-nam/"
Review = Callable[..., Article]
Pages = Callable[..., dict[str, YearReviews]]


@pytest.fixture(scope="module")
def review(make_article: Callable[..., Article]) -> Review:
    """A review of a quarter with one figure, and what else is said."""

    def make(
        quarter: str, value: int, label: str = "Dự họp", unit: Unit = PEOPLE, who: str = "Hội A",
        **fields: object,
    ) -> Article:  # fmt: skip
        reviewed = Quarter(*map(int, quarter.split("-")))
        return make_article(
            f"{who}-{quarter}-{label}", reviewed.next.first_day.isoformat(), quarter=reviewed,
            organization=who, figures=(Figure(label, Decimal(value), unit),), **fields,
        )  # fmt: skip

    return make


@pytest.fixture(scope="module")
def pages_of(newsroom: Newsroom) -> Pages:
    def pages(*articles: Article) -> dict[str, YearReviews]:
        groups = year_groups(Catalogue.of(articles), newsroom)
        made = (page for group in groups for page in group.pages())
        return {page.uri: page for page in made if isinstance(page, YearReviews)}

    return pages


def sums(page: YearReviews) -> list[tuple[str, object, object]]:
    return [
        (row.now.label, row.now.value, row.difference)
        for group in page.figures
        for row in group.rows
    ]


def test_quarters_add_up_to_a_half_and_to_a_year(pages_of: Pages, review: Review) -> None:
    now = [review(f"2023-{n}", n) for n in (1, 2, 3, 4)]
    before = [review(f"2022-{n}", 1) for n in (1, 2, 3, 4)]
    pages = pages_of(*now, *before)

    assert sums(pages[YEAR]) == [("Dự họp", 10, 6)]
    assert sums(pages[HALF]) == [("Dự họp", 3, 1)]
    assert [title for title, _ in pages[YEAR].beside] == [
        "Tổng kết năm 2022", "Sơ kết 6 tháng đầu năm 2023",
    ]  # fmt: skip


def test_other_quarters_than_those_of_the_year_before_are_not_compared(
    pages_of: Pages, review: Review
) -> None:
    now = [review(f"2023-{n}", n) for n in (1, 2)]
    before = [review(f"2022-{n}", 1) for n in (1, 3)]

    assert sums(pages_of(*now, *before)[YEAR]) == [("Dự họp", 3, None)]


def test_level_is_that_of_the_last_quarter(pages_of: Pages, review: Review) -> None:
    label = "Mô hình hoàn thành từ đầu năm"
    now = [review(f"2023-{n}", value, label) for n, value in ((2, 14), (3, 27), (4, 36))]
    before = [review("2022-4", 30, label)]

    assert sums(pages_of(*now, *before)[YEAR]) == [(label, 36, 6)]


@pytest.mark.parametrize(
    ("label", "is_one"),
    [
        ("Hộ đang vay vốn", True), ("Đoàn viên hiện có", True), ("Lũy kế thu ngân sách", True),
        ("Mô hình đăng ký theo chủ đề năm", False), ("Bài đăng trên cổng", False),
    ],
)  # fmt: skip
def test_levels_are_known_by_words_with_their_marks(label: str, is_one: bool) -> None:
    assert is_level(label) is is_one


def test_shares_are_not_added(pages_of: Pages, review: Review) -> None:
    now = [review(f"2023-{n}", 90, "Hài lòng", SHARE) for n in (1, 2)]

    assert sums(pages_of(*now)[HALF]) == [("Hài lòng", None, None)]


def test_one_quarter_is_neither_a_half_nor_a_year(pages_of: Pages, review: Review) -> None:
    assert pages_of(review("2023-2", 1), review("2022-4", 1)) == {}
    assert list(pages_of(review("2023-2", 1), review("2023-4", 1))) == [YEAR]


def test_tasks_stand_as_they_stood_at_the_end(pages_of: Pages, review: Review) -> None:
    done = TaskUpdate("Trồng cây", TaskState.DONE)
    going_on = TaskUpdate("Trồng cây", TaskState.RUNNING)
    pages = pages_of(
        review("2022-4", 1, tasks=("Trồng cây", "Dọn ngõ")),
        review("2023-1", 1, tasks=("Lập tổ",), task_updates=(going_on,)),
        review("2023-2", 1, task_updates=(going_on,)),
        review("2023-3", 1, task_updates=(done,)),
    )

    states = {
        uri: [(line.text, line.state.name) for group in page.tasks for line in group.tasks]
        for uri, page in pages.items()
    }
    assert states[HALF] == [
        ("Trồng cây", "RUNNING"), ("Dọn ngõ", "UNREPORTED"), ("Lập tổ", "UNREPORTED"),
    ]  # fmt: skip
    assert states[YEAR][0] == ("Trồng cây", "DONE")
    assert pages[YEAR].states[TaskState.UNREPORTED] == 2


def test_data_of_a_year_names_each_quarter(pages_of: Pages, review: Review) -> None:
    page = pages_of(review("2023-1", 5), review("2023-4", 7))[YEAR]
    (row,) = data_of(page)["so_lieu"]

    assert [row[f"quy_{n}"] for n in (1, 2, 3, 4)] == [5, None, None, 7]
    assert (row["ca_ky"], row["ca_ky_nam_truoc"]) == (12, None)
