"""The file of the ward's abbreviations, and what staff are told of its faults."""

import pytest

from newsroom.content.abbreviations_file import read_abbreviations
from newsroom.text.abbreviations import Abbreviation


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
