"""Whole numbers, and the nearest known name to a mistyped one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsroom.text.names import nearest
from newsroom.text.numbers import format_count, parse_count

KNOWN = ["title", "date", "category", "image_alt", "image_caption", "mat-tran-doan-the"]


@pytest.mark.parametrize(
    ("typed", "count"),
    [("0", 0), ("0201", 201), ("1.234", 1234), ("1,234", 1234), ("1 234 567", 1234567), (" 7 ", 7)],
)
def test_count_is_understood(typed: str, count: int) -> None:
    assert parse_count(typed) == count


@pytest.mark.parametrize(
    "typed", ["", "-3", "1.5", "1.23", "1.2345", "12.34.567", "1.234,567", "nhiều", "3k", "1e3"]
)
def test_anything_else_is_no_count(typed: str) -> None:
    assert parse_count(typed) is None


@given(st.integers(0, 10**12))
def test_count_as_residents_read_it_is_read_back(number: int) -> None:
    assert parse_count(format_count(number)) == number
    assert parse_count(str(number)) == number


def test_thousands_are_parted_by_full_stops() -> None:
    assert format_count(1234567) == "1.234.567"


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("tilte", "title"),
        ("Title", "title"),
        ("categry", "category"),
        ("image alt", "image_alt"),
        ("image-caption", "image_caption"),
        ("Mặt trận đoàn thể", "mat-tran-doan-the"),
        ("mat-tran-doan-thể", "mat-tran-doan-the"),
    ],
)
def test_slip_of_the_finger_is_recognised(typed: str, meant: str) -> None:
    assert nearest(typed, KNOWN) == meant


@pytest.mark.parametrize("typed", ["", "xyz", "q", "ghi-chu-noi-bo"])
def test_name_like_no_other_has_no_proposal(typed: str) -> None:
    assert nearest(typed, KNOWN) is None


def test_nothing_known_means_no_proposal() -> None:
    assert nearest("title", []) is None
