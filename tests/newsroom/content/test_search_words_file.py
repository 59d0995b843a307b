"""The file of words for searching, and what staff are told of its faults."""

from pathlib import Path

import pytest

from newsroom.content.search_words_file import read_search_words
from newsroom.text.search_words import NO_WORDS, SearchWords


def read(folder: Path, text: str) -> tuple[SearchWords, list[str]]:
    (folder / "search-words.yml").write_text(text, encoding="utf-8")
    words, problems = read_search_words(folder)
    return words, [str(problem).replace(folder.name, "docs") for problem in problems]


def test_words_of_asking_and_groups_of_one_meaning(tmp_path: Path) -> None:
    text = (
        "question_words:\n  - ở  đâu\nsynonyms:\n  - [cúp điện, mất điện]\n  - [căn cước, CCCD]\n"
    )
    words, problems = read(tmp_path, text)

    assert problems == []
    assert words == SearchWords(("ở đâu",), (("cúp điện", "mất điện"), ("căn cước", "CCCD")))


def test_no_file_and_an_empty_one_have_none(tmp_path: Path) -> None:
    assert read_search_words(tmp_path) == (NO_WORDS, [])
    assert read(tmp_path, "# chỉ có chú thích\n") == (NO_WORDS, [])
    assert read(tmp_path, "question_words:\nsynonyms:\n") == (NO_WORDS, [])


@pytest.mark.parametrize(
    ("text", "line", "found"),
    [
        ("question_words: [x", 1, "không đọc được"),
        ("- ở đâu\n", 1, "chỉ có hai phần"),
        ("question_word: [ở đâu]\n", 1, "chỉ có hai phần"),
        ("question_words: ở đâu\n", 1, "phải là danh sách"),
        ("question_words:\n  - ở đâu\n  - a, b\n", 3, "một cụm từ"),
        ("synonyms:\n  - [cúp điện]\n", 2, "từ hai cách gọi"),
        ("synonyms:\n  - cúp điện\n", 2, "từ hai cách gọi"),
        ("synonyms:\n  - [a, {b: c}]\n", 2, "một cụm từ"),
    ],
)
def test_a_fault_is_told_with_its_line(tmp_path: Path, text: str, line: int, found: str) -> None:
    _, problems = read(tmp_path, text)

    assert problems
    assert problems[0].startswith(f"docs/search-words.yml:{line}: ")
    assert found in problems[0]


def test_what_is_good_stays_where_something_is_bad(tmp_path: Path) -> None:
    words, problems = read(tmp_path, "question_words: [ở đâu, 'a, b']\nsynonyms: [[x], [y, z]]\n")

    assert words == SearchWords(("ở đâu",), (("y", "z"),))
    assert len(problems) == 2
