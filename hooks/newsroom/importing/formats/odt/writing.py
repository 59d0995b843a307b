"""The text of a LibreOffice document written as HTML, element by element."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from html import escape
from itertools import takewhile
from types import MappingProxyType
from xml.etree.ElementTree import Element

from newsroom.importing.formats.odt.styles import Counters, Styles, name

_NOT_SHOWN = frozenset(map(name, (
    "text:tracked-changes", "office:annotation", "office:annotation-end", "office:forms",
    "text:sequence-decls", "text:variable-decls", "text:user-field-decls", "svg:title", "svg:desc",
    "table:covered-table-cell", "table:table-columns", "table:shapes",
)))  # fmt: skip
PARAGRAPHS = frozenset(map(name, ("text:p", "text:h")))
_BLOCKS = PARAGRAPHS | frozenset(map(name, ("text:list", "table:table")))
_MOST_REPEATED, _DEEPEST = 30, 9


@dataclass(slots=True)
class Writer:
    """Writes the parts of one document; notes and boxes wait for their places."""

    styles: Styles
    counters: Counters
    notes: list[str] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)
    hidden: list[Element] = field(default_factory=list)
    """What was met that the document does not show."""

    def html(self, text: Element) -> str:
        """The whole text, its footnotes at the end."""
        return "\n".join([*self._blocks(text), *self.notes])

    def _blocks(self, parent: Element) -> Iterator[str]:
        for child in parent:
            if child.tag in _NOT_SHOWN:
                continue
            write = _OF_BLOCKS.get(child.tag)
            if write:
                yield write(self, child)
            elif child.tag == name("text:list"):
                yield from self._list(child, child.get(name("text:style-name"), ""), 1)
            elif child.tag.startswith(name("draw:")):
                yield f"<p>{self._inline_of(child)}</p>"
            else:
                yield from self._blocks(child)  # a section, an index
            yield from self._waiting()

    def _waiting(self) -> Iterator[str]:
        """What stands in boxes that hang on the last paragraph."""
        while self.boxes:
            yield from self._blocks(self.boxes.pop(0))

    def _paragraph(self, element: Element) -> str:
        if self._is_hidden(element):
            return ""
        inner = self._inline(element)
        tag = "h1" if "Title" in self.styles.chain(element) else "p"
        if element.tag == name("text:h"):
            level = element.get(name("text:outline-level")) or "1"
            tag = f"h{min(int(level), 6)}" if level.isdecimal() else "h2"
        if tag == "p":
            inner = self._emphasized(element, inner)
        align = self.styles.says(element, "paragraph", "fo:text-align")
        look = ' class="text-center"' if align == "center" else ""
        return f"<{tag}{look}>{inner}</{tag}>"

    def _list(self, element: Element, style: str, depth: int) -> Iterator[str]:
        style = element.get(name("text:style-name")) or style
        goes_on = element.get(name("text:continue-numbering")) == "true"
        self.counters.begin(
            style, depth, goes_on=goes_on or element.get(name("text:continue-list")) is not None
        )
        for item in element:
            is_item = item.tag == name("text:list-item")
            label = self.counters.label(style, depth, item) if is_item else ""
            yield from self._item(item, style, depth, label, is_item=is_item)

    def _item(
        self, item: Element, style: str, depth: int, label: str, *, is_item: bool
    ) -> Iterator[str]:
        first = list(takewhile(lambda child: child.tag in PARAGRAPHS, item)) if is_item else []
        shown = [one for one in first if not self._is_hidden(one)]
        if shown:
            mark = f'<span style="mso-list:Ignore">{escape(label or "·")} </span>'
            inner = "<br>".join(map(self._inline, shown))
            yield f'<p style="mso-list:l0 level{min(depth, _DEEPEST)}">{mark}{inner}</p>'
            yield from self._waiting()
        for child in item[len(first) :]:
            if child.tag == name("text:list"):
                yield from self._list(child, style, depth + 1)
            else:
                holder = Element("holder")
                holder.append(child)
                yield from self._blocks(holder)
            yield from self._waiting()

    def _table(self, element: Element) -> str:
        return f"<table>{''.join(map(self._row, _rows(element)))}</table>"

    def _row(self, row: Element) -> str:
        return (
            f"<tr>{''.join(self._cell(c) for c in row if c.tag == name('table:table-cell'))}</tr>"
        )

    def _cell(self, cell: Element) -> str:
        spans = "".join(
            f' {html}="{value}"'
            for html, key in (("colspan", "columns"), ("rowspan", "rows"))
            if (value := cell.get(name(f"table:number-{key}-spanned")) or "").isdecimal()
        )
        repeated = cell.get(name("table:number-columns-repeated")) or "1"
        times = min(int(repeated), _MOST_REPEATED) if repeated.isdecimal() else 1
        return f"<td{spans}>{''.join(self._blocks(cell))}</td>" * times

    def _inline(self, element: Element) -> str:
        parts = [escape(element.text or "")]
        for child in element:
            if child.tag not in _NOT_SHOWN:
                parts.append(self._inline_of(child))
            parts.append(escape(child.tail or ""))
        return "".join(parts)

    def _inline_of(self, child: Element) -> str:
        write = _OF_INLINE.get(child.tag)
        if write:
            return write(self, child)
        if any(one.tag in _BLOCKS for one in child):
            self.boxes.append(child)  # a shape or a frame with text in it
            return ""
        return self._inline(child)

    def _span(self, span: Element) -> str:
        if self._is_hidden(span):
            return ""
        inner = self._inline(span)
        position = self.styles.says(span, "text", "style:text-position")
        raised = position.startswith("super") or position[:1].isdigit()
        for tag, is_so in (
            ("sup", raised and not position.startswith("0")),
            ("sub", position.startswith(("sub", "-"))),
        ):
            inner = f"<{tag}>{inner}</{tag}>" if is_so else inner
        return self._emphasized(span, inner)

    def _emphasized(self, element: Element, inner: str) -> str:
        struck = self.styles.says(element, "text", "style:text-line-through-style")
        for tag, is_so in (
            ("del", struck not in ("", "none")),
            ("em", self._is(element, "fo:font-style", "italic")),
            ("strong", self._is(element, "fo:font-weight", "bold")),
        ):
            inner = f"<{tag}>{inner}</{tag}>" if is_so else inner
        return inner

    def _is_hidden(self, element: Element) -> bool:
        if self._is(element, "text:display", "none"):
            self.hidden.append(element)
            return True
        return False

    def _is(self, element: Element, prop: str, value: str) -> bool:
        return self.styles.says(element, "text", prop) == value

    def _link(self, link: Element) -> str:
        address = escape(link.get(name("xlink:href"), ""))
        return f'<a href="{address}">{self._inline(link)}</a>'

    def _note(self, note: Element) -> str:
        number = len(self.notes) + 1
        self.notes.append("")
        body = note.find(name("text:note-body"))
        tag, _, rest = "\n".join([] if body is None else self._blocks(body)).partition(">")
        self.notes[number - 1] = f"{tag}>[{number}] {rest}" if tag else ""
        return f"<sup>[{number}]</sup>"

    def _frame(self, frame: Element) -> str:
        """A picture, once, though it may be there in two forms; a box of text; an embedded file."""
        boxes = frame.findall(name("draw:text-box"))
        self.boxes += boxes
        picture = frame.find(name("draw:image"))
        if picture is None or boxes:
            return "" if boxes else self._inline(frame)
        said = (frame.findtext(name(key)) for key in ("svg:desc", "svg:title"))
        alt = escape(next(filter(None, said), ""))
        return f'<img src="{escape(picture.get(name("xlink:href"), ""))}" alt="{alt}">'


def _rows(table: Element) -> Iterator[Element]:
    """Its rows, those of its head and of its groups among them."""
    for child in table:
        if child.tag == name("table:table-row"):
            yield child
        elif child.tag not in _NOT_SHOWN:
            yield from _rows(child)


_OF_BLOCKS: Mapping[str, Callable[[Writer, Element], str]] = MappingProxyType({
    name("text:p"): Writer._paragraph,
    name("text:h"): Writer._paragraph,
    name("table:table"): Writer._table,
})  # fmt: skip
_OF_INLINE: Mapping[str, Callable[[Writer, Element], str]] = MappingProxyType({
    name("text:span"): Writer._span,
    name("text:a"): Writer._link,
    name("draw:a"): Writer._link,
    name("text:note"): Writer._note,
    name("draw:frame"): Writer._frame,
    name("text:s"): lambda _, one: " ",
    name("text:tab"): lambda _, one: " ",
    name("text:line-break"): lambda _, one: "<br>",
    name("text:soft-page-break"): lambda _, one: "",
})  # fmt: skip
