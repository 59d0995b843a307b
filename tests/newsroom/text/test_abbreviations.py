"""Where abbreviations stand in a text."""

import pytest

from newsroom.text.abbreviations import any_of


@pytest.mark.parametrize("text", ["UBND họp với MTTQ.", "(UBND), “MTTQ”", "UBND\nMTTQ"])
def test_abbreviations_are_found_as_whole_words(text: str) -> None:
    assert any_of(("UBND", "MTTQ")).findall(text) == ["UBND", "MTTQ"]


@pytest.mark.parametrize("text", ["UBMTTQ", "ubnd", "UBNDX", "XUBND", "X-UBND", "UBND&MTTQ"])
def test_a_part_of_a_word_is_no_abbreviation(text: str) -> None:
    assert any_of(("UBND", "MTTQ")).findall(text) == []


def test_the_longer_abbreviation_wins() -> None:
    assert any_of(("C", "CLB", "C#")).findall("CLB, C# và C") == ["CLB", "C#", "C"]
