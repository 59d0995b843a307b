"""Figures in the tables of a review: the rows of a column that is headed by its quarter."""

import re
from collections.abc import Iterator, Sequence

from newsroom.content.figures import Figure
from newsroom.content.quarter import Quarter
from newsroom.content.tables import find_tables
from newsroom.content.units import Unit, find_unit
from newsroom.text.fold import fold
from newsroom.text.numbers import SCALE, parse_amount, scaled

_IN_UNIT = re.compile(r"\((?P<unit>[^()]+)\)\s*$")
_SCALED = re.compile(rf"(?:(?P<scale>{SCALE})\s+)?(?P<unit>\S.*)", re.IGNORECASE)


def figures_in_tables(
    text: str, units: Sequence[Unit], quarter: Quarter
) -> Iterator[tuple[Figure, int, str]]:
    """Each figure, where its row starts, and the row: | Nội dung | Quý I | Quý II |."""
    titles = _titles(quarter)
    for table in find_tables(text):
        place = next((n for n, title in enumerate(table.head) if fold(title) in titles), 0)
        for row, offset in zip(table.rows, table.offsets, strict=True):
            if place and (figure := _of_row(row[0], row[place], units)):
                yield figure, offset, " | ".join(row)


def _titles(quarter: Quarter) -> frozenset[str]:
    """All that the column may be called, folded."""
    numbers = (quarter.roman.lower(), str(quarter.number))
    years = ("", f"/{quarter.year}", f" nam {quarter.year}", f" {quarter.year}")
    return frozenset(f"quy {number}{year}" for number in numbers for year in years)


def _of_row(label: str, cell: str, units: Sequence[Unit]) -> Figure | None:
    amount, named = parse_amount(cell), _IN_UNIT.search(label)
    scale, unit = _scaled_unit(named["unit"], units) if named else ("", _first_words(label, units))
    if amount is None or amount.parts or unit is None:
        return None
    name = label[: named.start()].strip() if named else label
    return Figure(name, scaled(amount.value, scale), unit)


def _scaled_unit(name: str, units: Sequence[Unit]) -> tuple[str, Unit | None]:
    """The scale and the unit proper of a name such as triệu đồng."""
    split = _SCALED.fullmatch(name.strip())
    return (split["scale"] or "", find_unit(split["unit"], units)) if split else ("", None)


def _first_words(label: str, units: Sequence[Unit]) -> Unit | None:
    """The unit with which the label begins: Buổi tuyên truyền."""
    words = label.split()
    heads = (" ".join(words[:count]) for count in (3, 2, 1))
    return next((unit for head in heads if (unit := find_unit(head, units))), None)
