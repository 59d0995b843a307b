"""Units and goals in mkdocs.yml, and an amount as staff type it."""

from decimal import Decimal
from pathlib import Path

import pytest

from newsroom.content.amounts import Measured, read_amount
from newsroom.content.kind import Fault
from newsroom.content.settings import SettingsReading, read_settings, settings_in
from newsroom.content.units import USUAL, Goal, Unit, find_unit

GOOD = """\
extra:
  newsroom:
    ward: { name: Phường Thử }
    sections: [{ slug: tin, title: Tin tức }]
    units:
      - { title: suất, synonyms: [suất quà, phần quà] }
      - { title: đồng }
      - { title: "%", synonyms: [phần trăm], summed: false }
    campaigns:
      - slug: tet
        title: Tết
        start: 2023-01-01
        goal: { label: Suất quà Tết, value: 1.300, unit: phần quà, reached: "120" }
"""


def read(old: str = "", new: str = "") -> SettingsReading:
    assert GOOD.count(old) == 1 or not old
    return settings_in(GOOD.replace(old, new).encode() if old else GOOD.encode())


def test_units_and_goals_are_read() -> None:
    newsroom = read().newsroom

    assert newsroom
    assert [(unit.title, unit.summed) for unit in newsroom.units] == [
        ("suất", True), ("đồng", True), ("%", False),
    ]  # fmt: skip
    suat = newsroom.units[0]
    assert newsroom.campaigns["tet"].goal == Goal("Suất quà Tết", Decimal(1300), suat, Decimal(120))


def test_empty_synonym_is_no_name() -> None:
    newsroom = read("[suất quà, phần quà]", "['', phần quà]").newsroom

    assert newsroom
    assert newsroom.units[0].names == ("suất", "phần quà")


def test_goal_may_name_its_unit_in_its_value() -> None:
    newsroom = read("value: 1.300, unit: phần quà", "value: 1.300 suất").newsroom

    assert newsroom
    goal = newsroom.campaigns["tet"].goal
    assert goal
    assert (goal.unit.title, goal.value, goal.reached) == ("suất", 1300, 120)


def test_ward_that_declares_none_has_the_usual_units() -> None:
    text = GOOD[: GOOD.index("    units:")]
    newsroom = settings_in(text.encode()).newsroom

    assert newsroom
    assert newsroom.units == USUAL


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("{ title: đồng }", "{ synonyms: [VNĐ] }",
         "mkdocs.yml:7: extra.newsroom.units.title: chưa có tên. Hãy viết: title: buổi"),
        ("[phần trăm]", "[Suất]",
         ('mkdocs.yml:8: extra.newsroom.units: “suất” có hai lần. '
          "Mỗi tên chỉ thuộc một đơn vị tính; hãy bỏ bớt.")),
        ("summed: false", "summed: không",
         ('mkdocs.yml:8: extra.newsroom.units.summed: “không” không hiểu được. '
          "Đơn vị không cộng được (%, điểm) thì viết: summed: false")),
        ("unit: phần quà", "unit: xe",
         ('mkdocs.yml:13: extra.newsroom.campaigns.goal.value: không có đơn vị tính “xe”. '
          "Hãy chọn: suất, đồng, %; hoặc khai thêm.")),
        ("unit: phần quà, ", "",
         ("mkdocs.yml:13: extra.newsroom.campaigns.goal.value: chưa có đơn vị tính (unit). "
          "Hãy chọn: suất, đồng, %; hoặc khai thêm.")),
        ('"120"', "1.5",
         ('mkdocs.yml:13: extra.newsroom.campaigns.goal.reached: “1.5” chưa đúng dạng số. '
          'Hãy viết: "1,5"')),
        ("label: Suất quà Tết, ", "",
         ("mkdocs.yml:13: extra.newsroom.campaigns.goal.label: chưa có tên. "
          "Hãy viết: goal: {label: Suất quà Tết, value: 300, unit: suất}")),
    ],
)  # fmt: skip
def test_fault_is_told_with_its_line(old: str, new: str, told: str) -> None:
    assert [str(problem) for problem in read(old, new).problems] == [told]


@pytest.mark.sample
def test_mkdocs_yml_offers_the_usual_units(root: Path) -> None:
    newsroom = read_settings(root / "mkdocs.yml").newsroom

    assert newsroom
    assert newsroom.units == USUAL


UNITS = (Unit("đồng", ("VNĐ",)), Unit("hộ"), Unit("họ"), Unit("%", summed=False))


@pytest.mark.parametrize(
    ("typed", "title"),
    [("đồng", "đồng"), ("vnđ", "đồng"), ("dong", "đồng"), ("Hộ", "hộ"), ("họ", "họ"), ("hồ", "hộ"),
     ("%", "%"), ("kg", None), ("", None)],
)  # fmt: skip
def test_unit_is_found_by_any_of_its_names(typed: str, title: str | None) -> None:
    unit = find_unit(typed, UNITS)

    assert (unit and unit.title) == title


@pytest.mark.parametrize(
    ("value", "unit", "number", "title"),
    [
        ("48.800.000", "đồng", "48800000", "đồng"),
        ("48,8", "triệu đồng", "48800000", "đồng"),
        ("1,2 tỷ", "VNĐ", "1200000000", "đồng"),
        ("1,2 tỷ đồng", "", "1200000000", "đồng"),
        ("46,4 %", "", "46.4", "%"),
        ("46,4%", "%", "46.4", "%"),
    ],
)
def test_amount_is_read(value: str, unit: str, number: str, title: str) -> None:
    read = read_amount(value, unit, UNITS)

    assert isinstance(read, Measured)
    assert (read.value, read.unit.title) == (Decimal(number), title)


def test_scale_of_the_unit_counts_for_the_addends() -> None:
    read = read_amount("36 (20 + 16)", "triệu đồng", UNITS)

    assert isinstance(read, Measured)
    assert (read.value, read.parts) == (36_000_000, (20_000_000, 16_000_000))


@pytest.mark.parametrize(
    ("value", "unit", "found", "cure"),
    [
        ("3 triệu rưỡi", "đồng", '“3 triệu rưỡi” chưa đúng dạng số.', 'Hãy viết: "3,5 triệu"'),
        ("1,160", "hộ", '“1,160” có hai cách hiểu.', 'Hãy viết: "1.160" hoặc "1,16"'),
        ("5", "dồngg", 'không có đơn vị tính “dồngg”.', "Có phải là: unit: đồng"),
        ("5 hộ", "đồng", '“5 hộ” không cùng đơn vị tính với unit: đồng.',
         "Hãy chỉ viết số ở value, đơn vị tính ở unit."),
        ("", "đồng", "chưa có số.",
         'Hãy viết số như: "48.800.000", "46,4", "1,2 tỷ", "36 (20 + 16)".'),
    ],
)  # fmt: skip
def test_amount_that_is_none_is_told(value: str, unit: str, found: str, cure: str) -> None:
    assert read_amount(value, unit, UNITS) == Fault(found, cure)
