"""Text of an RTF document written as HTML: paragraphs, lists, tables of cells that span others."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from html import escape
from itertools import groupby, pairwise

_MOST_SPANNED = 50
_TAGS = ("sup", "sub", "del", "em", "strong")


@dataclass(frozen=True, slots=True)
class Look:
    """How text looks, and whether anybody sees it."""

    tags: frozenset[str] = frozenset()
    """Those of sup, sub, del, em, strong that it stands in."""
    is_hidden: bool = False
    is_deleted: bool = False

    @property
    def is_seen(self) -> bool:
        """Whether anybody sees what has it."""
        return not self.is_hidden and not self.is_deleted

    def with_tag(self, tag: str, is_on: bool) -> "Look":
        """The look with the tag, or without it."""
        return replace(self, tags=self.tags | {tag} if is_on else self.tags - {tag})


@dataclass(slots=True)
class Paragraph:
    """What is said of a paragraph before its end."""

    is_centred: bool = False
    heading: int = 0
    """Its level; 0 for none."""
    level: int = 0
    """Of a list, counted from 0."""
    in_table: bool = False


@dataclass(slots=True)
class _Row:
    cells: list[str]
    ends: list[int]
    """Where each cell ends, from the left margin."""


@dataclass(slots=True)
class Flow:
    """A stream of text: the document's, a footnote's, a text box's."""

    blocks: list[str] = field(default_factory=list)
    boxes: list["Flow"] = field(default_factory=list)
    """Those that hang on the paragraph that is being written."""
    label: str | None = None
    """Of the item that is being written; None where it is none of a list."""
    ends: list[int] = field(default_factory=list)
    """Of the row that is being written."""
    in_row: bool = False
    _runs: list[tuple[Look | None, str]] = field(default_factory=list)
    _cell: list[str] = field(default_factory=list)
    _cells: list[str] = field(default_factory=list)
    _rows: list[_Row] = field(default_factory=list)
    _edges: set[int] = field(default_factory=set)
    """Between the cells of the rows."""

    def text(self, words: str, look: Look) -> None:
        """Text of a look."""
        self._runs.append((look, escape(words, quote=False)))

    def markup(self, html: str) -> None:
        """HTML within the paragraph."""
        self._runs.append((None, html))

    def end_paragraph(self, paragraph: Paragraph) -> None:
        """What was written since the last is a paragraph."""
        inner = "".join(
            _tagged("".join(part for _, part in runs), look)
            for look, runs in groupby(self._runs, lambda run: run[0])
        )
        self._runs = []
        if not self.in_row and not paragraph.in_table:
            self._end_table()
        blocks = self._cell if self.in_row or paragraph.in_table else self.blocks
        if inner.strip() or self.label is not None:
            blocks.append(_block(inner, self.label, paragraph))
        self.label = None
        while self.boxes:
            blocks += self.boxes.pop(0).end()

    def end_cell(self, paragraph: Paragraph) -> None:
        """What was written since the last is a cell."""
        paragraph = replace(paragraph, in_table=True)
        self.end_paragraph(paragraph)
        self._cells.append("".join(self._cell))
        self._cell = []

    def end_row(self) -> None:
        """The cells since the last are a row: of another table where no edge of a cell is one of
        the rows above."""
        edges = self.ends[:-1]
        if self._edges and edges and self._edges.isdisjoint(edges):
            self.blocks.append(_table(self._rows))
            self._rows, self._edges = [], set()
        self._edges.update(edges)
        while self.ends and len(self._cells) > len(self.ends) and not self._cells[-1]:
            self._cells.pop()
        self._rows.append(_Row(self._cells, self.ends))
        self._cells, self.in_row = [], False

    def end(self) -> list[str]:
        """All blocks of the stream."""
        self.end_paragraph(Paragraph())
        self._end_table()
        return self.blocks

    def _end_table(self) -> None:
        if self._cells or self._cell:
            self.end_row()
            self.blocks += self._cell
            self._cell = []
        if self._rows:
            self.blocks.append(_table(self._rows))
            self._rows, self._edges = [], set()


def _tagged(html: str, look: Look | None) -> str:
    for tag in _TAGS:
        html = f"<{tag}>{html}</{tag}>" if look and tag in look.tags else html
    return html


def _block(inner: str, label: str | None, paragraph: Paragraph) -> str:
    if paragraph.heading:
        tag = f"h{paragraph.heading}"
        return f"<{tag}>{escape(f'{label} ' if label else '', quote=False)}{inner}</{tag}>"
    if label is not None:
        mark = f'<span style="mso-list:Ignore">{escape(label, quote=False) or "·"} </span>'
        return f'<p style="mso-list:l0 level{paragraph.level + 1}">{mark}{inner}</p>'
    look = ' class="text-center"' if paragraph.is_centred else ""
    return f"<p{look}>{inner}</p>"


def _table(rows: Sequence[_Row]) -> str:
    """The table; a cell that ends further to the right than the next end of another row spans."""
    columns = sorted({end for row in rows for end in row.ends})
    place = {end: number for number, end in enumerate(columns, 1)}
    written = []
    for row in rows:
        ends = [place[end] for end in row.ends[: len(row.cells)]]
        spans = [min(end - start, _MOST_SPANNED) for start, end in pairwise([0, *ends])]
        spans += [1] * (len(row.cells) - len(spans))
        cells = (
            f'<td colspan="{span}">{cell}</td>' if span > 1 else f"<td>{cell}</td>"
            for cell, span in zip(row.cells, spans, strict=True)
        )
        written.append(f"<tr>{''.join(cells)}</tr>")
    return f"<table>{''.join(written)}</table>"
