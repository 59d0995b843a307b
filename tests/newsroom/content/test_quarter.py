"""Quarters as reports number them."""

import unicodedata
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsroom.content.quarter import Quarter, why_no_quarter


@pytest.mark.parametrize(
    "typed",
    ["quý I/2023", "Quý 1/2023", "Q1-2023", "Q1/2023", "2023-1", "2023 Q1", "I/2023",
     "quý I năm 2023", "I năm 2023", "quý 1, năm 2023", "2023-q1", "quy 1 2023", "qúy 1/2023",
     "quí I.2023", "quý một năm 2023", "3 tháng đầu năm 2023",
     unicodedata.normalize("NFD", "3 tháng đầu năm 2023")],
)  # fmt: skip
def test_quarter_is_understood(typed: str) -> None:
    assert Quarter.understand(typed) == Quarter(2023, 1)


@pytest.mark.parametrize("number", [1, 2, 3, 4])
def test_roman_number_is_understood(number: int) -> None:
    quarter = Quarter(2023, number)

    assert Quarter.understand(quarter.title) == quarter
    assert Quarter.parse(str(quarter)) == quarter


@pytest.mark.parametrize("typed", ["", "quý V/2023", "2023-Q5", "5/2023", "2023", "0203-Q1", "Q1"])
def test_anything_else_is_no_quarter(typed: str) -> None:
    assert Quarter.understand(typed) is None
    assert Quarter.parse(typed) is None


@pytest.mark.parametrize(
    ("typed", "why"),
    [("quý IV", "còn thiếu năm"), ("Q2", "còn thiếu năm"), ("2023-Q5", "một năm chỉ có bốn quý"),
     ("quý 6/2023", "một năm chỉ có bốn quý"), ("quý 12/2023", "một năm chỉ có bốn quý"),
     ("Q3 của 2023", ""), ("quý 4 trong năm 2023", ""), ("mùa hè", "")],
)  # fmt: skip
def test_what_a_quarter_lacks_is_told(typed: str, why: str) -> None:
    assert why_no_quarter(typed) == why


@given(st.dates(date(1950, 1, 1), date(2100, 1, 1)))
def test_day_lies_in_one_of_the_months_of_its_quarter(day: date) -> None:
    assert day.month in Quarter.of(day).months


@given(st.integers(1950, 2100), st.integers(1, 4))
def test_next_and_previous_undo_each_other(year: int, number: int) -> None:
    quarter = Quarter(year, number)

    assert quarter.next.previous == quarter == quarter.previous.next
    assert quarter.previous < quarter < quarter.next


@pytest.mark.parametrize(
    ("day", "may"),
    [("2023-02-28", False), ("2023-03-01", True), ("2023-04-15", True), ("2023-06-30", True),
     ("2023-07-01", False), ("2022-03-15", False)],
)  # fmt: skip
def test_review_comes_from_the_last_month_to_the_end_of_the_next_quarter(
    day: str, may: bool
) -> None:
    assert Quarter(2023, 1).reviewed_within(date.fromisoformat(day)) is may


@given(st.dates(date(1950, 1, 1), date(2100, 1, 1)))
def test_every_day_can_carry_the_review_of_its_own_or_the_previous_quarter(day: date) -> None:
    own = Quarter.of(day)

    assert own.previous.reviewed_within(day)
    assert own.reviewed_within(day) == (day.month % 3 == 0)
