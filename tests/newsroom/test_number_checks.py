"""What `check` says of figures that do not add up."""

from collections.abc import Callable

import pytest

from newsroom.checks.figures import number_problems
from newsroom.content.front_matter import FrontMatter, read_front_matter
from newsroom.content.reader import ArticleReading

FIGURES = "[{{label: Khác, value: 1, unit: hộ}}, {figure}]"


@pytest.mark.parametrize(
    ("figure", "found"),
    [
        ("{label: Mô hình, value: 36 (20 + 15), unit: mô hình}",
         '“Mô hình”: cộng các phần là 35, không phải 36.'),
        ("{label: Mô hình, value: 36, unit: mô hình, parts: [20, 15]}",
         '“Mô hình”: cộng các phần là 35, không phải 36.'),
        ("{label: Có mặt, value: 2.600, unit: đại biểu, of: 2.500}",
         '“Có mặt”: 2.600 nhiều hơn tổng số 2.500, tỷ lệ vượt 100%.'),
        ('{label: Có mặt, value: 1.160, unit: đại biểu, of: 2.500, note: "đạt 46,6%"}',
         '“Có mặt”: “đạt 46,6%”, nhưng 1.160 trên 2.500 là 46,4%.'),
        ('{label: Thu, value: 41, unit: đồng, target: 82, note: "mới đạt 51%"}',
         '“Thu”: “đạt 51%”, nhưng 41 trên 82 là 50%.'),
        ('{label: Có mặt, value: 1, unit: hộ, note: "1160/2500, đạt 46,6%"}',
         '“Có mặt”: “1160/2500, đạt 46,6%”: 1.160 trên 2.500 là 46,4%.'),
        ("{label: Tỷ lệ dự, value: 104 %}", '“Tỷ lệ dự”: tỷ lệ 104% vượt 100%.'),
    ],
)  # fmt: skip
def test_figure_that_contradicts_itself_is_advice(
    read: Callable[[str], ArticleReading], file_with: Callable[..., str], figure: str, found: str
) -> None:
    text = file_with({"figures": FIGURES.format(figure=figure)})
    parts = read_front_matter(text)
    assert isinstance(parts, FrontMatter)

    (problem,) = number_problems("articles/a.md", parts, read(text).article)

    assert (problem.found, problem.field, problem.line) == (found, "figures", 5)
    assert not problem.blocking
    assert not problem.drops
    assert problem.edit is None


@pytest.mark.parametrize(
    "figure",
    [
        "{label: Mô hình, value: 36 (20 + 16), unit: mô hình}",
        '{label: Có mặt, value: 1.160, unit: đại biểu, of: 2.500, note: "đạt 46,4%"}',
        '{label: Thu, value: 41, unit: đồng, of: 820, target: 82, note: "đạt 50%, bằng 5%"}',
        "{label: Tỷ lệ thu so với kế hoạch, value: 104 %}",
        "{label: Tăng so với năm trước, value: 204 %}",
        "{label: Thu, value: 100, unit: đồng, target: 82}",
    ],
)
def test_figure_that_may_be_right_is_left_alone(
    read: Callable[[str], ArticleReading], file_with: Callable[..., str], figure: str
) -> None:
    text = file_with({"figures": FIGURES.format(figure=figure)})
    parts = read_front_matter(text)
    assert isinstance(parts, FrontMatter)

    assert list(number_problems("articles/a.md", parts, read(text).article)) == []
