"""Lists: what belongs to an item, however far it is indented and whatever sign people gave it."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from newsroom.dialect.block import LIST, NUMBERED, OTHER, Block, item_lines
from newsroom.dialect.breaks import is_wrapped
from newsroom.dialect.marks import Item, item_at, starts_list
from newsroom.dialect.white_space import indent_of, without_indent

Read = Callable[[Sequence[str]], list[Block]]
_NESTED = 2
"""Columns that something is indented below the item that it is part of."""


class _Read(NamedTuple):
    item: Item
    blocks: Sequence[Block]
    is_loose: bool
    """Whether an empty line stands before it."""


def read_list(
    lines: Sequence[str], start: int, read: Read, ends: Callable[[str], bool]
) -> tuple[list[Block], int]:
    """The list that begins in that line, as blocks, and the line after it; no block where none
    begins. A number that does not follow the one before it begins another list.

    ends: whether a line that is no item ends a list.
    """
    first = starts_list(lines, start)
    items: list[_Read] = []
    end, at = start, start if first else None
    while first and at is not None:
        item, is_loose = item_at(lines, at), bool(items) and at > end
        assert item is not None  # noqa: S101 - so _next_item says
        end = _end_of_item(lines, at + 1, first, ends)
        content = _content(lines[at + 1 : end], first.indent)
        items.append(_Read(item, read([item.text, *content]), is_loose))
        at = _next_item(lines, end, first)
    return _written(items), end


def _next_item(lines: Sequence[str], at: int, first: Item) -> int | None:
    while at < len(lines) and not lines[at].strip():
        at += 1
    item = item_at(lines, at) if at < len(lines) else None
    return at if item and item.kind == first.kind and _is_beside(item, first) else None


def _is_beside(item: Item, first: Item) -> bool:
    return item.indent - first.indent < _NESTED


def _end_of_item(lines: Sequence[str], at: int, first: Item, ends: Callable[[str], bool]) -> int:
    """The line after what belongs to an item: what is indented below it, items of another kind, and
    the rest of a line that a program broke."""
    while at < len(lines):
        if not lines[at].strip():
            below = next((n for n in range(at, len(lines)) if lines[n].strip()), None)
            if below is None or indent_of(lines[below]) < first.indent + _NESTED:
                return at
            at = below
        elif indent_of(lines[at]) < first.indent + _NESTED:
            item = item_at(lines, at)
            is_part = (
                item.kind != first.kind if item else not ends(lines[at]) and _goes_on(lines, at)
            )
            if not is_part:
                return at
        at += 1
    return at


def _goes_on(lines: Sequence[str], at: int) -> bool:
    before, line = lines[at - 1].strip(), lines[at].strip()
    return line[:1].islower() or is_wrapped([before, line])


def _content(lines: Sequence[str], indent: int) -> list[str]:
    """What belongs to an item, without its indent."""
    columns = [indent_of(line) for line in lines if line.strip()]
    deep = min((column for column in columns if column >= indent + _NESTED), default=0)
    return [
        without_indent(line, deep if indent_of(line) >= indent + _NESTED else indent)
        for line in lines
    ]


def _written(items: Sequence[_Read]) -> list[Block]:
    blocks: list[Block] = []
    lines: list[str] = []
    before, is_open = None, False  # whether the library would take the next line for part of it
    for one in items:
        number = one.item.number
        if not blocks or not _follows(number, before):
            lines = []
            blocks.append(Block(LIST if number is None else NUMBERED, lines))
        elif one.is_loose or is_open:
            lines.append("")
        written = item_lines(*_marked(one))
        is_open = "" in written or one.blocks[0].kind == OTHER
        lines += written
        before = number
    return blocks


def _marked(one: _Read) -> tuple[str, Sequence[Block]]:
    """The item's mark in Markdown; a mark that Markdown does not know stays among its words."""
    mark = one.item.mark
    if one.item.number is not None or len(mark) < 2:
        return mark if len(mark) > 1 else "-", one.blocks
    head, *rest = one.blocks
    lines = [f"{mark} {head.lines[0]}", *head.lines[1:]]
    return "-", [head._replace(lines=lines), *rest]


def _follows(number: int | None, before: int | None) -> bool:
    if number is None or before is None:
        return number is before
    return number == before + 1 or number == before == 1
