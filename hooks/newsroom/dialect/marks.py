"""The marks of list items: those of Markdown, and those that Word, Zalo and people write."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from newsroom.dialect.white_space import indent_of
from newsroom.text.characters import BULLETS

_ITEM = re.compile(
    rf"(?P<mark>[-*+–—](?=\s)|[{BULLETS}]|o(?=\t|\s\s)|\d{{1,3}}[.)](?=\s)|[a-zđ][.)](?=\s))"
    r"\s*+(?P<text>\S.*)"
)
_NO_BLANK = re.compile(r"(?P<mark>[-+–])(?P<text>[^\W\d_].*)")
"""An item whose writer forgot the blank: one such line alone may be anything."""
_DASHES = "–—"


class Item(NamedTuple):
    """The first line of an item."""

    indent: int
    kind: str
    """Its sign; `1.` for any number, `a.` for any letter."""
    mark: str
    text: str

    @property
    def number(self) -> int | None:
        """The number of an item in a numbered list as Markdown knows it."""
        return int(self.mark[:-1]) if self.kind == "1." else None


def item_at(lines: Sequence[str], at: int) -> Item | None:
    """The item that begins in that line."""
    stripped = lines[at].strip()
    found = _ITEM.fullmatch(stripped)
    if found is None and (found := _NO_BLANK.fullmatch(stripped)):
        beside = [line.strip() for line in lines[max(0, at - 1) : at + 2]]
        alike = [line for line in beside if line[:1] == stripped[0] and _NO_BLANK.fullmatch(line)]
        if len(alike) < 2:
            return None
    if found is None or _is_rule(stripped):
        return None
    mark = found["mark"]
    return Item(indent_of(lines[at]), _kind(mark), mark, found["text"])


def starts_list(lines: Sequence[str], at: int) -> Item | None:
    """The item with which a list begins in that line: between dashes and years people write texts,
    too."""
    item = item_at(lines, at)
    if item is None:
        return None
    if item.kind == "a" + item.mark[-1:]:
        return item if item.mark[0] == "a" else None
    if item.mark in _DASHES:
        before = lines[at - 1].strip() if at else ""
        after = item_at(lines, at + 1) if at + 1 < len(lines) else None
        is_list = (after is not None and after.kind == item.kind) or before.endswith(":")
        return item if is_list else None
    return item


def interrupts(lines: Sequence[str], at: int) -> bool:
    """Whether a list begins in that line although a paragraph has not ended."""
    item = starts_list(lines, at)
    if item is None:
        return False
    return (
        not item.mark[0].isdigit() or item.mark[:-1] == "1" or lines[at - 1].rstrip().endswith(":")
    )


def _kind(mark: str) -> str:
    if mark[0].isdigit():
        return f"1{mark[-1]}"
    if len(mark) == 2:
        return f"a{mark[-1]}"
    return "–" if mark in _DASHES else mark


def _is_rule(line: str) -> bool:
    return line.count(line[0]) + line.count(" ") == len(line) and line[0] in "-*"
