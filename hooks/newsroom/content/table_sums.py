"""Tables whose row of totals is not the sum of the rows above it."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from newsroom.content.tables import Table, find_tables
from newsroom.text.fold import fold
from newsroom.text.numbers import format_number, parse_number

_TOTAL = frozenset({"tong", "tong cong", "tong so", "cong", "tong cong:", "cong:"})
_NO_ADDEND = re.compile(
    r"%|ty le|ti le|binh quan|trung binh|don gia|stt|so thu tu|^tt$|nam|xep|diem|muc"
)
_EMPTY = frozenset({"", "-", "–", "—"})


def wrong_sums(text: str) -> Iterator[tuple[int, str]]:
    """The place of each wrong total in a Markdown text, and what is wrong with it."""
    for table in find_tables(text):
        *others, total = table.rows
        if _is_total(total) and len(others) > 1 and not any(map(_is_total, others)):
            yield from ((table.offsets[-1], told) for told in _of_table(table))


def _of_table(table: Table) -> Iterator[str]:
    *others, total = table.rows
    for place, title in enumerate(table.head):
        if place == 0 or _NO_ADDEND.search(fold(title)):
            continue
        addends = [_number(row[place]) for row in others]
        known = [addend for addend in addends if addend is not None]
        stated, found = parse_number(total[place]), sum(known, Decimal(0))
        if stated is None or len(known) < len(addends):
            continue
        if found not in (stated, stated * 2):  # twice, where subtotals stand among the rows
            yield (
                f"cột “{title}”: cộng các dòng là {format_number(found)}, "
                f"dòng tổng ghi {format_number(stated)}."
            )


def _is_total(row: Sequence[str]) -> bool:
    """Whether one of its first two cells says so; the first may be for a number."""
    return any(fold(cell) in _TOTAL for cell in row[:2])


def _number(cell: str) -> Decimal | None:
    return Decimal(0) if cell in _EMPTY else parse_number(cell)
