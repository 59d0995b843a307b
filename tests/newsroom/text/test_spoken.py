"""Figures in words, by cases that an announcer can read."""

from pathlib import Path

import pytest
import yaml

from newsroom.text.spoken import spoken_text
from newsroom.text.spoken_numbers import spoken

CASES = yaml.safe_load(
    (Path(__file__).parents[1] / "cases" / "spoken.yml").read_text(encoding="utf-8")
)


@pytest.mark.parametrize(("number", "words"), CASES["numbers"].items())
def test_number_is_said(number: int, words: str) -> None:
    assert spoken(number) == words


@pytest.mark.parametrize(("written", "said"), CASES["texts"].items())
def test_text_is_said(written: object, said: str) -> None:
    assert spoken_text(str(written)) == said


def test_every_number_has_words_of_its_own() -> None:
    numbers = [*range(12_000), *(number * 999_983 for number in range(1, 2000))]

    assert len({spoken(number) for number in numbers}) == len(numbers)


def test_a_long_text_without_end_is_said_at_once() -> None:
    assert spoken_text("1" * 20_000) == "1" * 20_000
    assert spoken_text("ngày " * 5000 + "1/" * 5000).startswith("ngày ngày")
