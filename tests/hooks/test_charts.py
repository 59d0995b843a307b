"""Charts of indicators: bars drawn at build, told in words, with nothing that acts."""

import xml.etree.ElementTree as ET
from decimal import Decimal

from newsroom.content.quarter import Quarter
from newsroom.display.series import Point, Series
from newsroom.site.theme.charts import chart

FIRST = Quarter(2022, 4)


def drawn(*values: int | None) -> ET.Element:
    quarters = [FIRST, FIRST.next, FIRST.next.next, FIRST.next.next.next]
    points = [
        Point(quarter, None if value is None else Decimal(value))
        for quarter, value in zip(quarters, values, strict=False)
    ]
    return ET.fromstring(chart(Series("qua", 'Quà <"lớn">', "suất & hộp", "Hội", points)))  # noqa: S314 - our own


def bars(svg: ET.Element) -> list[tuple[str, int]]:
    return [(rect.get("class", ""), int(rect.get("height", ""))) for rect in svg.iter("rect")]


def test_bars_are_as_high_as_their_values_and_the_last_one_is_filled() -> None:
    assert bars(drawn(50, 100, 0, 1)) == [
        ("chart__bar", 30), ("chart__bar", 60), ("chart__bar", 0),
        ("chart__bar chart__bar--last", 2),
    ]  # fmt: skip


def test_quarter_without_a_value_is_a_dot_and_not_a_bar_of_nought() -> None:
    svg = drawn(50, None, 100, 20)

    assert len(bars(svg)) == 3
    assert len(list(svg.iter("circle"))) == 1


def test_values_below_nought_stand_in_the_words_alone() -> None:
    svg = drawn(-5, -3)

    assert [height for _, height in bars(svg)] == [0, 0]
    assert "quý IV/2022: -5" in svg.get("aria-label", "")


def test_chart_says_in_words_what_it_shows() -> None:
    svg = drawn(1200, None, 300, 20)

    assert (svg.get("role"), svg.get("aria-label")) == (
        "img", 'Quà <"lớn"> (suất & hộp): quý IV/2022: 1.200; quý II/2023: 300; quý III/2023: 20',
    )  # fmt: skip
    texts = [text.text for text in svg.iter("text")]
    # The year of a lone last quarter would run into the next one's.
    assert texts == ["IV", "I", "2023", "II", "III", "20"]


def test_chart_has_no_style_of_its_own_and_no_script() -> None:
    names = {name for element in drawn(1, 2, None).iter() for name in element.attrib}

    assert not {name for name in names if name == "style" or name.startswith("on")}
