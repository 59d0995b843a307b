"""Tables whose row of totals is not the sum of the rows above it."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from newsroom.text.fold import fold
from newsroom.text.numbers import format_number, parse_number
from newsroom.text.plain import plain

_ROWS = re.compile(r"(?:^[ \t]*\|.*\|[ \t]*(?:\n|\Z)){4,}", re.MULTILINE)
_RULE = re.compile(r"[\s|:-]+")
_TOTAL = frozenset({"tong", "tong cong", "tong so", "cong", "tong cong:", "cong:"})
_NO_ADDEND = re.compile(
    r"%|ty le|ti le|binh quan|trung binh|don gia|stt|so thu tu|^tt$|nam|xep|diem|muc"
)
_EMPTY = frozenset({"", "-", "–", "—"})


def wrong_sums(text: str) -> Iterator[tuple[int, str]]:
    """The place of each wrong total in a Markdown text, and what is wrong with it."""
    for table in _ROWS.finditer(text):
        lines = table[0].rstrip("\n").split("\n")
        if not _RULE.fullmatch(lines[1]):
            continue
        head, *rows = (_cells(line) for line in (lines[0], *lines[2:]))
        offset = table.start() + sum(len(line) + 1 for line in lines[:-1])
        yield from ((offset, told) for told in _of_table(head, rows))


def _cells(line: str) -> list[str]:
    return [plain(cell) for cell in line.strip().strip("|").split("|")]


def _of_table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[str]:
    *others, total = rows
    is_plain = not any(_is_total(row) for row in others)
    if not _is_total(total) or not is_plain or {len(row) for row in rows} != {len(head)}:
        return
    for place, title in enumerate(head):
        if place == 0 or _NO_ADDEND.search(fold(title)):
            continue
        addends = [_number(row[place]) for row in others]
        stated = parse_number(total[place])
        if stated is None or None in addends:
            continue
        found = sum((addend for addend in addends if addend is not None), Decimal(0))
        if found not in (stated, stated * 2):  # twice, where subtotals stand among the rows
            yield (
                f'cột "{title}": cộng các dòng là {format_number(found)}, '
                f"dòng tổng ghi {format_number(stated)}."
            )


def _is_total(row: Sequence[str]) -> bool:
    """Whether one of its first two cells says so; the first may be for a number."""
    return any(fold(cell) in _TOTAL for cell in row[:2])


def _number(cell: str) -> Decimal | None:
    return Decimal(0) if cell in _EMPTY else parse_number(cell)
