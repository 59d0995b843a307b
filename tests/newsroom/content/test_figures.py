"""Figures and tasks in front matter: what staff type, and what it comes to."""

from collections.abc import Callable
from decimal import Decimal
from pathlib import PurePosixPath

import pytest

from newsroom.catalogue.record import pack_article, unpacked_article
from newsroom.content.article import Article
from newsroom.content.figures import Figure, Part, TaskState, TaskUpdate
from newsroom.content.reader import ArticleReading
from newsroom.content.units import Unit

Read = Callable[[str], ArticleReading]
FileWith = Callable[..., str]


@pytest.fixture
def article(read: Read, file_with: FileWith) -> Callable[..., Article]:
    """Reads an article with these fields, in which nothing is wrong."""

    def reading(**fields: str) -> Article:
        found = read(file_with(fields))
        assert found.article
        assert found.problems == ()
        return found.article

    return reading


@pytest.mark.parametrize(
    ("typed", "value", "unit", "parts"),
    [
        ('{label: x, value: "46,4", unit: phần trăm}', "46.4", "%", ()),
        ("{label: x, value: 48.800.000 đồng}", "48800000", "đồng", ()),
        ('{label: x, value: "48,8", unit: triệu đồng}', "48800000", "đồng", ()),
        ("{label: x, value: 36 (20 + 16) mô hình}", "36", "mô hình", (20, 16)),
        ("{label: x, value: 36, unit: mô hình, parts: [20, 16]}", "36", "mô hình", (20, 16)),
        ("{label: x, value: 0, unit: vụ}", "0", "vụ", ()),
    ],
)
def test_figure_is_read(
    article: Callable[..., Article], typed: str, value: str, unit: str, parts: tuple[int, ...]
) -> None:
    (figure,) = article(figures=f"[{typed}]").figures

    assert (figure.value, figure.unit.title) == (Decimal(value), unit)
    assert [part.value for part in figure.parts] == list(parts)


def test_all_of_a_figure_is_read(article: Callable[..., Article]) -> None:
    (figure,) = article(
        figures='[{label: Có mặt, value: "1.160", unit: đại biểu, of: "2.500", target: 50 (9), '
        "note: sáng 31/3, key: dai-bieu, parts: [{label: Nam, value: 700}, {value: 460}]}]"
        .replace("50 (9)", "2 nghìn")
    ).figures  # fmt: skip

    assert figure == Figure(
        "Có mặt", Decimal(1160), figure.unit, Decimal(2000), Decimal(2500), "sáng 31/3",
        "dai-bieu", (Part(Decimal(700), "Nam"), Part(Decimal(460))),
    )  # fmt: skip
    assert (figure.share, figure.of_target) == (Decimal("46.4"), Decimal(58))


PEOPLE, PERCENT = Unit("người"), Unit("%", summed=False)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (Figure("Người dự", Decimal(1), PEOPLE), Figure("nguoi  DU", Decimal(2), PEOPLE)),
        (Figure("A", Decimal(1), PEOPLE, key="du"), Figure("B", Decimal(2), PEOPLE, key="Dự")),
        (Figure("Người dự", Decimal(1), PEOPLE),
         Figure("Dự họp", Decimal(2), PEOPLE, key="nguoi-du-nguoi")),
    ],
)  # fmt: skip
def test_same_key_or_same_label_and_unit_is_one_indicator(one: Figure, other: Figure) -> None:
    assert one.indicator == other.indicator


def test_two_units_are_two_indicators_even_under_one_key() -> None:
    one = Figure("Dự", Decimal(1), PEOPLE, key="du")
    other = Figure("Dự", Decimal(1), PERCENT, key="du")

    assert one.indicator != other.indicator
    assert Figure("Dự", Decimal(1), PERCENT).indicator.key == "du-phan-tram"


def test_share_of_nothing_is_none() -> None:
    assert Figure("Dự", Decimal(1), PEOPLE, whole=Decimal(0)).share is None


def test_tasks_and_reports_are_read(article: Callable[..., Article]) -> None:
    found = article(
        quarter="2023-Q1",
        organization="Công an phường Thử",
        tasks="[Vận động  quỹ, Tuần tra, Vận động quỹ]",
        task_updates="[{task: 2, state: đang làm, note: còn hai tổ}]",
    )

    assert found.tasks == ("Vận động quỹ", "Tuần tra")
    assert found.task_updates == (TaskUpdate("2", TaskState.RUNNING, "còn hai tổ"),)


def test_figures_and_tasks_are_kept_between_builds(make_article: Callable[..., Article]) -> None:
    figure = Figure("Tiền", Decimal("1.2E+9"), PEOPLE, Decimal("1.50"), parts=(Part(Decimal(3)),))
    kept = make_article(
        figures=(figure,), tasks=("a",), task_updates=(TaskUpdate("a", TaskState.DONE),)
    )

    again = unpacked_article(pack_article(kept))

    assert again
    assert again.path == PurePosixPath("2023/bai.md")
    assert (again.figures, again.tasks, again.task_updates) == (
        kept.figures, kept.tasks, kept.task_updates,
    )  # fmt: skip
