"""The tables of a Markdown text, as cells."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from newsroom.text.plain import plain

_ROWS = re.compile(r"(?:^[ \t]*\|.*\|[ \t]*(?:\n|\Z)){3,}", re.MULTILINE)
_RULE = re.compile(r"[\s|:-]+")


@dataclass(frozen=True, slots=True)
class Table:
    """A table whose rows are all as long as its head; cells as plain text."""

    head: Sequence[str]
    rows: Sequence[Sequence[str]]
    offsets: Sequence[int]
    """Where each row starts in the text."""


def find_tables(text: str) -> Iterator[Table]:
    """The tables, in their order."""
    for found in _ROWS.finditer(text):
        lines = found[0].rstrip("\n").split("\n")
        head, *rows = (_cells(line) for line in (lines[0], *lines[2:]))
        if _RULE.fullmatch(lines[1]) and all(len(row) == len(head) for row in rows):
            starts = [found.start()]
            for line in lines[:-1]:
                starts.append(starts[-1] + len(line) + 1)
            yield Table(head, rows, starts[2:])


def _cells(line: str) -> list[str]:
    return [plain(cell) for cell in line.strip().strip("|").split("|")]
