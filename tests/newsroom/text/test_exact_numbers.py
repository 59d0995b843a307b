"""Numbers with decimals, scales and addends, exactly as they were written."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsroom.text.numbers import (
    format_number,
    format_short,
    parse_amount,
    parse_number,
    proposals,
    rounded,
    scaled,
)

NUMBERS = st.decimals(-(10**14), 10**14, places=4)


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("48.800.000", "48800000"), ("1.160", "1160"), ("46,4", "46.4"), ("0,125", "0.125"),
        ("1,2 tỷ", "1200000000"), ("1,2 tỉ", "1200000000"), ("15 nghìn", "15000"),
        ("15 ngàn", "15000"), ("2,161 tỷ", "2161000000"), ("1.234,5 triệu", "1234500000"),
        ("12 nghìn tỷ", "12000000000000"), ("0201", "201"), (" 7 ", "7"), ("-3", "-3"),
        ("−1,6", "-1.6"), ("48 TRIỆU", "48000000"), ("48  triệu", "48000000"),
    ],
)  # fmt: skip
def test_number_is_understood(typed: str, number: str) -> None:
    assert parse_number(typed) == Decimal(number)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("3 triệu rưỡi", ["3,5 triệu"]),
        ("3 triệu rưỡi đồng", ["3,5 triệu đồng"]),
        ("1,160", ["1.160", "1,16"]),
        ("1.5", ["1,5"]),
        ("48,800,000", ["48.800.000"]),
        ("1234.56", ["1.234,56"]),
    ],
)
def test_what_is_unclear_is_no_number_but_has_a_proposal(typed: str, meant: list[str]) -> None:
    assert parse_number(typed) is None
    assert proposals(typed) == meant


@pytest.mark.parametrize(
    "typed", ["", "nhiều", "3/4", "5-7", "1.23.456", "3 triệu 500 nghìn", "1e3", "12 (3 + x)", "٣"]
)
def test_anything_else_is_none(typed: str) -> None:
    assert parse_number(typed) is None
    assert proposals(typed) == []


@pytest.mark.parametrize(
    ("typed", "value", "parts", "rest"),
    [
        ("36 (20 + 16)", 36, (20, 16), ""),
        ("36 mô hình (20+16)", 36, (20, 16), "mô hình"),
        ("36 (20 + 16) mô hình", 36, (20, 16), "mô hình"),
        ("5 (5 + 0)", 5, (5, 0), ""),
        ("46,4%", Decimal("46.4"), (), "%"),
        ("48,8 triệu đồng", 48_800_000, (), "đồng"),
        ("1.500m2", 1500, (), "m2"),
        ("3 tỷ lệ", 3, (), "tỷ lệ"),
    ],
)
def test_addends_and_unit_are_parted_from_the_number(
    typed: str, value: Decimal, parts: tuple[Decimal, ...], rest: str
) -> None:
    assert parse_amount(typed) == (value, parts, rest)


@given(NUMBERS)
def test_number_that_was_written_is_read_back(number: Decimal) -> None:
    assert parse_number(format_number(number)) == number


@given(st.decimals(0, 10**8, places=2), st.sampled_from(["nghìn", "triệu", "tỷ", "nghìn tỷ"]))
def test_scaled_number_that_was_written_is_read_back(number: Decimal, scale: str) -> None:
    whole = parse_number(f"{format_number(number)} {scale}")

    assert whole == scaled(number, scale)
    assert parse_number(format_number(scaled(number, scale))) == whole


@given(st.text(alphabet="0123456789., -−%()+triệurưỡ", max_size=24))
def test_no_text_stops_the_reading(text: str) -> None:
    parse_amount(text)
    proposals(text)


@pytest.mark.parametrize(
    ("number", "written"),
    [("48800000", "48.800.000"), ("46.40", "46,4"), ("1.161", "1,1610"), ("-0.0", "0"),
     ("-1234.5", "-1.234,5"), ("1.2E+9", "1.200.000.000")],
)  # fmt: skip
def test_number_is_written_in_full(number: str, written: str) -> None:
    assert format_number(Decimal(number)) == written


@pytest.mark.parametrize(
    ("number", "short"),
    [
        ("263500000", "263,5 triệu"),
        ("57750000", "57,75 triệu"),
        ("61375500", "61.375.500"),
        ("1000000", "1 triệu"),
        ("999999", "999.999"),
        ("4930000000", "4,93 tỷ"),
        ("4937000000", "4.937 triệu"),
        ("1250", "1.250"),
        ("-2500000", "-2,5 triệu"),
        ("0", "0"),
    ],
)
def test_millions_are_said_short_where_nothing_is_lost(number: str, short: str) -> None:
    assert format_short(Decimal(number)) == short


def test_half_is_rounded_away_from_nought_and_no_number_is_too_large() -> None:
    assert rounded(Decimal("46.45")) == Decimal("46.5")
    assert rounded(Decimal("-46.45")) == Decimal("-46.5")
    assert rounded(Decimal(10) ** 40, 1) == Decimal(10) ** 40
