"""The file of the ward's abbreviations, read and checked."""

from collections.abc import Iterator
from typing import Any

import yaml

from newsroom.content.problem import Problem
from newsroom.content.word_list_file import word_list_node
from newsroom.text.abbreviations import Abbreviation
from newsroom.text.syllables import phrases

PATH = "docs/abbreviations.yml"
_EXAMPLE = "Hãy viết, ví dụ: UBND: Ủy ban nhân dân"


def read_abbreviations(text: str, path: str = PATH) -> tuple[list[Abbreviation], list[Problem]]:
    """The abbreviations of the file's text, and what staff should put right in it."""
    entries = word_list_node(text, path, _EXAMPLE)
    if isinstance(entries, Problem):
        return [], [entries]
    if entries is None:
        return [], []
    if not isinstance(entries, yaml.MappingNode):
        return [], [Problem(path, "Tệp phải là danh sách “chữ viết tắt: nghĩa”.", _EXAMPLE, 1)]
    return _checked(path, [_entry(key, value) for key, value in entries.value])


_Line = tuple[str, list[str], int]


def _entry(key: yaml.Node, value: yaml.Node) -> _Line:
    nodes = value.value if isinstance(value, yaml.SequenceNode) else [value]
    return _scalar(key), [form for node in nodes if (form := _scalar(node))], _line(key)


def _scalar(node: yaml.Node) -> str:
    content: Any = node.value
    return " ".join(content.split()) if isinstance(node, yaml.ScalarNode) else ""


def _line(node: yaml.Node) -> int:
    return int(node.start_mark.line) + 1


def _checked(path: str, entries: list[_Line]) -> tuple[list[Abbreviation], list[Problem]]:
    good: dict[str, Abbreviation] = {}
    problems: list[Problem] = []
    for short, forms, line in entries:
        faults = list(_faults(short, forms, known=short in good))
        problems += [Problem(path, *fault, line, short or None) for fault in faults]
        if not faults:
            good[short] = Abbreviation(short, tuple(forms))
    return list(good.values()), problems


def _faults(short: str, forms: list[str], *, known: bool) -> Iterator[tuple[str, str]]:
    if known:
        yield "Chữ viết tắt này đã có ở trên.", "Hãy gộp hai dòng làm một."
    if _count(short) != 1:
        yield f"“{short}” không phải là một từ viết tắt.", _EXAMPLE
    if not forms:
        yield "Chưa có cách viết đầy đủ.", _EXAMPLE
    for form in forms:
        if len(phrases(form)) != 1 or _count(form) < 2:
            yield f"“{form}” phải là một cụm từ hai tiếng trở lên.", _EXAMPLE


def _count(text: str) -> int:
    return sum(len(phrase) for phrase in phrases(text))
