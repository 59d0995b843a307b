"""The ward's abbreviations: their file, where they stand in a text, and what they contract."""

import pytest

from newsroom.search.abbreviations import Abbreviation, any_of
from newsroom.search.abbreviations_file import read_abbreviations
from newsroom.search.contraction import Contraction
from newsroom.search.tokens import phrases

UBND = Abbreviation("UBND", ("Ủy ban nhân dân",))
MTTQ = Abbreviation("MTTQ", ("Mặt trận Tổ quốc",))


def test_one_meaning_or_several() -> None:
    text = "UBND: Ủy ban nhân dân\nUBMTTQ: [Ủy ban Mặt trận Tổ quốc, Ủy ban MTTQ]\n"
    found, problems = read_abbreviations(text)

    assert not problems
    assert found == [
        Abbreviation("UBND", ("Ủy ban nhân dân",)),
        Abbreviation("UBMTTQ", ("Ủy ban Mặt trận Tổ quốc", "Ủy ban MTTQ")),
    ]
    assert found[1].meaning == "Ủy ban Mặt trận Tổ quốc"


@pytest.mark.parametrize("text", ["", "# chỉ có chú thích\n"])
def test_an_empty_file_has_none(text: str) -> None:
    assert read_abbreviations(text) == ([], [])


@pytest.mark.parametrize(
    ("text", "line", "found"),
    [
        ("A: [x", 1, "không đọc được"),
        ("- UBND\n", 1, "phải là danh sách"),
        ("MTTQ: Mặt trận Tổ quốc\nUBND:\n", 2, "Chưa có cách viết đầy đủ"),
        ("UBND: Ủy\n", 1, "“Ủy” phải là một cụm từ"),
        ("UBND: Ủy ban, nhân dân\n", 1, "phải là một cụm từ"),
        ("UB ND: Ủy ban nhân dân\n", 1, "không phải là một từ viết tắt"),
        ("MTTQ: Mặt trận Tổ quốc\nMTTQ: Mặt trận Tổ quốc\n", 2, "đã có ở trên"),
    ],
)
def test_a_fault_is_told_with_its_line(text: str, line: int, found: str) -> None:
    _, problems = read_abbreviations(text)

    assert [problem.line for problem in problems] == [line]
    assert found in problems[0].found
    assert str(problems[0]).startswith(f"docs/abbreviations.yml:{line}: ")


def test_good_lines_stay_where_one_is_bad() -> None:
    found, problems = read_abbreviations("UBND: Ủy ban nhân dân\nX: y\n")

    assert [abbreviation.short for abbreviation in found] == ["UBND"]
    assert len(problems) == 1


@pytest.mark.parametrize("text", ["UBND họp với MTTQ.", "(UBND), “MTTQ”", "UBND\nMTTQ"])
def test_abbreviations_are_found_as_whole_words(text: str) -> None:
    assert any_of(("UBND", "MTTQ")).findall(text) == ["UBND", "MTTQ"]


@pytest.mark.parametrize("text", ["UBMTTQ", "ubnd", "UBNDX", "XUBND", "X-UBND", "UBND&MTTQ"])
def test_a_part_of_a_word_is_no_abbreviation(text: str) -> None:
    assert any_of(("UBND", "MTTQ")).findall(text) == []


def test_the_longer_abbreviation_wins() -> None:
    assert any_of(("C", "CLB", "C#")).findall("CLB, C# và C") == ["CLB", "C#", "C"]


def test_the_words_stand_for_the_abbreviation_and_pair_with_what_is_around() -> None:
    contraction = Contraction.of([UBND])
    (phrase,) = phrases("Chủ tịch ủy ban nhân dân phường")
    folds = [token.fold for token in phrase]
    extras = contraction.extras(folds)

    assert [(e.start, e.end, e.token.form) for e in extras] == [(2, 6, "ubnd")]
    assert contraction.pairs(folds, extras) == {("tich", "ubnd"), ("ubnd", "phuong")}


def test_two_contractions_side_by_side_make_a_pair() -> None:
    contraction = Contraction.of([UBND, MTTQ])
    (phrase,) = phrases("ủy ban nhân dân mặt trận tổ quốc")
    folds = [token.fold for token in phrase]

    assert ("ubnd", "mttq") in contraction.pairs(folds, contraction.extras(folds))


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("quý I", ["1"]),
        ("Quý IV năm", ["4"]),
        ("khóa XIII", ["13"]),
        ("quỹ vì", []),
        ("xi măng", []),
    ],
)
def test_roman_numbers_are_numbers_after_the_words_that_number(
    text: str, numbers: list[str]
) -> None:
    (phrase,) = phrases(text)

    extras = Contraction.of([]).extras([token.fold for token in phrase])
    assert [extra.token.fold for extra in extras] == numbers
