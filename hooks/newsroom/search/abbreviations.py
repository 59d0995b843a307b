"""The ward's abbreviations: which letters stand for which words, in the index and for readers."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import yaml

from newsroom.problem import Problem
from newsroom.search.tokens import phrases

PATH = "docs/abbreviations.yml"
_EXAMPLE = "Hãy viết, ví dụ: UBND: Ủy ban nhân dân"


@dataclass(frozen=True, slots=True)
class Abbreviation:
    """An abbreviation, and the ways its words are written out; readers are shown the first."""

    short: str
    full_forms: tuple[str, ...]

    @property
    def meaning(self) -> str:
        """What a reader is told that it means."""
        return self.full_forms[0]


def read_abbreviations(text: str, path: str = PATH) -> tuple[list[Abbreviation], list[Problem]]:
    """The abbreviations of the file's text, and what staff should put right in it."""
    try:
        entries = yaml.compose(text)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else None
        return [], [Problem(path, "Tệp không đọc được theo cú pháp YAML.", _EXAMPLE, line)]
    if entries is None:
        return [], []
    if not isinstance(entries, yaml.MappingNode):
        return [], [Problem(path, "Tệp phải là danh sách “chữ viết tắt: nghĩa”.", _EXAMPLE, 1)]
    return _checked(path, [_entry(key, value) for key, value in entries.value])


@lru_cache(maxsize=8)
def any_of(shorts: tuple[str, ...]) -> re.Pattern[str]:
    """What finds abbreviations in a text: whole words in their own spelling, of two the longer.

    A pattern is searched fast if it starts with a letter of it, so what stands before is asked
    after the first.
    """
    rests: dict[str, list[str]] = {}
    for short in sorted(shorts, key=lambda short: (-len(short), short)):
        rests.setdefault(short[0], []).append(re.escape(short[1:]))
    either = "|".join(
        rf"{re.escape(first)}(?<![\w&-].)(?:{'|'.join(rest)})" for first, rest in rests.items()
    )
    return re.compile(rf"(?:{either})(?![\w&])")


_Entry = tuple[str, list[str], int]


def _entry(key: yaml.Node, value: yaml.Node) -> _Entry:
    nodes = value.value if isinstance(value, yaml.SequenceNode) else [value]
    return _scalar(key), [form for node in nodes if (form := _scalar(node))], _line(key)


def _scalar(node: yaml.Node) -> str:
    content: Any = node.value
    return " ".join(content.split()) if isinstance(node, yaml.ScalarNode) else ""


def _line(node: yaml.Node) -> int:
    return int(node.start_mark.line) + 1


def _checked(path: str, entries: list[_Entry]) -> tuple[list[Abbreviation], list[Problem]]:
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
