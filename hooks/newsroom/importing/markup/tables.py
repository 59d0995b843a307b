"""Tables of old pages as a grid that Markdown can express, or as text if used for layout only."""

from collections.abc import Callable, Iterator

from bs4 import Tag
from bs4.element import PageElement

from newsroom.importing.markup.elements import LISTS, attribute, child_tags, make
from newsroom.importing.markup.lists import labels

Flow = Callable[[Tag], list[Tag]]
"""Turns the content of an element into simple blocks."""
_WIDEST_SPAN = 50


def simple_table(table: Tag, flow: Flow) -> list[Tag]:
    """The table as blocks: its caption, then a table of equal rows, each cell one line of text.

    A table of one row or one column lays out a page; it becomes the blocks of its cells.
    """
    grid = _grid(table)
    caption = table.find("caption")
    above = (
        flow(caption) if isinstance(caption, Tag) and caption.find_parent("table") is table else []
    )
    grid = [row for row in grid if any(cell is not None for cell in row)]
    if len(grid) < 2 or len(grid[0]) < 2:
        cells = [cell for row in grid for cell in row if cell is not None]
        return [*above, *(block for cell in cells for block in flow(cell))]
    rows = [make("tr", *(_cell(cell, flow) for cell in row)) for row in grid]
    return [*above, make("table", *rows)]


def _grid(table: Tag) -> list[list[Tag | None]]:
    """Cells in rows of equal length; None where another cell spans."""
    rows = [row for row in table.find_all("tr") if row.find_parent("table") is table]
    taken: dict[tuple[int, int], Tag | None] = {}
    for y, row in enumerate(rows):
        x = 0
        for cell in (c for c in child_tags(row) if c.name in ("td", "th")):
            while (y, x) in taken:
                x += 1
            height = min(_span(cell, "rowspan"), len(rows) - y)
            for dy in range(height):
                for dx in range(_span(cell, "colspan")):
                    taken.setdefault((y + dy, x + dx), None)
            taken[y, x] = cell
    width = max((x + 1 for _, x in taken), default=0)
    return [[taken.get((y, x)) for x in range(width)] for y in range(len(rows))]


def _span(cell: Tag, name: str) -> int:
    value = attribute(cell, name)
    return max(1, min(_WIDEST_SPAN, int(value[:9]))) if value.isdecimal() else 1


def _cell(cell: Tag | None, flow: Flow) -> Tag:
    simple = make("td")
    lines = [] if cell is None else [line for block in flow(cell) for line in _lines(block)]
    for place, line in enumerate(lines):
        simple.extend([*([make("br")] if place else []), *line])
    return simple


def _lines(block: Tag) -> Iterator[list[PageElement | str]]:
    """The lines of running text in a block, for a cell, which may hold no blocks."""
    if block.name == "ol":
        for item, label in labels(block):
            yield from _labelled(label, item)
    elif block.name in (*LISTS, "li", "blockquote", "table", "tr"):
        for child in child_tags(block):
            yield from _lines(child)
    elif block.contents:
        yield list(block.contents)


def _labelled(label: str, item: Tag) -> Iterator[list[PageElement | str]]:
    first, *others = list(_lines(item)) or [[]]
    yield [f"{label} ", *first]
    yield from others
