"""Numbers that contradict each other in running text, and those that only look so."""

import time
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsroom.content.contradictions import doubts_about, find_contradictions
from newsroom.content.front_matter import FrontMatter, read_front_matter
from newsroom.text.numbers import format_number, rounded


def test_every_case_is_told_as_the_file_says(load_case: Callable[[str], Any]) -> None:
    cases = load_case("contradictions.yml")["told"]

    told = {text: [one.found for one in find_contradictions(text)] for text in cases}

    assert told == {text: [message] for text, message in cases.items()}


def test_nothing_is_told_of_what_may_be_right(load_case: Callable[[str], Any]) -> None:
    cases = load_case("contradictions.yml")["right"]

    told = {text: [one.found for one in find_contradictions(text)] for text in cases}

    assert {text: found for text, found in told.items() if found} == {}


@given(st.integers(32, 5000), st.integers(5001, 10**6), st.integers(0, 2), st.booleans())
def test_right_share_is_never_doubted_however_it_is_rounded(
    part: int, whole: int, decimals: int, is_cut: bool
) -> None:
    share = Decimal(part * 100) / whole
    scale = 10**decimals
    shown = Decimal(int(share * scale)) / scale if is_cut else rounded(share, decimals)
    text = f"Có {format_number(Decimal(part))}/{whole} hộ, đạt {format_number(shown)}%."

    assert find_contradictions(text) == []


def test_title_lead_and_text_are_told_with_their_lines() -> None:
    parts = read_front_matter(
        "---\ntitle: Có 8/16 hộ đạt 40%\nsummary: >-\n  Tổng 2 + 2 = 5\n---\n\nMột.\n\n"
        "Có 1160/2500 đạt 46,6%.\n"
    )

    assert isinstance(parts, FrontMatter)
    assert [(doubt.line, doubt.field) for doubt in doubts_about(parts)] == [
        (2, "title"), (3, "summary"), (9, None),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "piece",
    ["1 a (", "1 a (1+", "1/1 ", "1/1 a đạt ", "1+1+", "1 a gồm 1 a, ", "| 1 ", "| 1 |\n", "chiếm ",
     "1 trong 1 a ", "1,", "1.", "(1 a; ", "1% (", "111.111.", "trong 1 a ", "1 trên 1 "],
)  # fmt: skip
def test_no_text_takes_long(piece: str) -> None:
    start = time.perf_counter()

    find_contradictions(piece * (100_000 // len(piece)))

    assert time.perf_counter() - start < 5
