"""Figures that are found in running text and in tables."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsroom.content.found_figures import find_figures
from newsroom.content.quarter import Quarter
from newsroom.content.units import USUAL, Unit

SECOND = Quarter(2023, 2)


def told(text: str) -> list[tuple[str, str, str]]:
    return [
        (found.figure.label, str(found.figure.value), found.figure.unit.title)
        for found in find_figures(text, USUAL, SECOND)
    ]


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("Tổ chức 3 buổi tuyên truyền các chuyên đề.",
         ("Buổi tuyên truyền các chuyên đề", "3", "buổi")),
        ("Tặng quà với tổng số tiền 48.800.000 đồng.", ("Tổng số tiền", "48800000", "đồng")),
        ("Vận động được 1,2 tỷ đồng ủng hộ.", ("Đồng ủng hộ", "1.2E+9", "đồng")),
        ("Hội nghị có 51 ý kiến, tập trung vào bốn nhóm.", ("Ý kiến hội nghị", "51", "ý kiến")),
        ("Công an làm rõ 3 vụ.", ("Vụ công an làm rõ", "3", "vụ")),
        ("Trao 40 suất quà cho hộ nghèo.", ("Suất quà trao", "40", "suất")),
    ],
)  # fmt: skip
def test_figure_is_named_by_the_words_around_it(text: str, figure: tuple[str, str, str]) -> None:
    assert told(text) == [figure]


@pytest.mark.parametrize(
    "text",
    ["Ngày 30/4 cả phường ra quân.", "Trong 6 tháng đầu năm.", "Nhà số 12, ngõ 53.",
     "## 36 mô hình", "Tăng 1,6 điểm phần trăm.", "<!-- 3 buổi họp -->",
     "## Nhiệm vụ quý III\n\n- Mở 3 lớp bơi\n"],
)  # fmt: skip
def test_what_is_no_figure_of_the_quarter_is_left_out(text: str) -> None:
    assert told(text) == []


def test_only_the_quarters_column_of_a_table_counts() -> None:
    table = (
        "| Nội dung | Quý I | Quý II/2023 | 6 tháng |\n|---|---:|---:|---:|\n"
        "| Buổi tuyên truyền | 3 | 4 | 7 |\n| Tiền (triệu đồng) | 1 | 27,6 | 28,6 |\n"
        "| Không đơn vị | 1 | 2 | 3 |\n| Buổi họp | 1 | chưa rõ | 1 |\n"
    )

    assert told(table) == [("Buổi tuyên truyền", "4", "buổi"), ("Tiền", "2.76E+7", "đồng")]


def test_share_is_told_with_its_whole() -> None:
    (found,) = find_figures("Đến nay 27 trong 36 mô hình hoàn thành.", USUAL, None)

    assert (found.figure.value, found.figure.whole) == (Decimal(27), Decimal(36))


def test_ward_without_words_for_units_finds_none() -> None:
    assert find_figures("Có mặt 1160/2500 đạt 46,4%.", [Unit("%", summed=False)], None) == []


def test_parts_that_do_not_add_up_are_told_as_figures_of_their_own() -> None:
    text = "Đăng ký 36 mô hình. (Đô thị 20 mô hình; chăm lo 15 mô hình)."

    assert [(number, unit) for _, number, unit in told(text)] == [
        ("36", "mô hình"), ("20", "mô hình"), ("15", "mô hình"),
    ]  # fmt: skip


@given(st.text(alphabet="13. ,/()+|\nbuổi hộ đồng%có", max_size=120))
def test_no_text_stops_the_search(text: str) -> None:
    for found in find_figures(text, USUAL, SECOND):
        assert found.figure.label
