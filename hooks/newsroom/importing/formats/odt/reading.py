"""A document of LibreOffice read into HTML, with what of it is left out."""

from collections.abc import Iterator
from functools import partial
from xml.etree.ElementTree import Element

from newsroom.importing.formats.document import Document
from newsroom.importing.formats.left_out import LOST, told, told_beside, unread
from newsroom.importing.formats.odt.styles import Counters, Styles, name
from newsroom.importing.formats.odt.writing import PARAGRAPHS, Writer
from newsroom.importing.formats.packed import BROKEN, LOCKED, Packed
from newsroom.importing.record import UnreadableError
from newsroom.text.dates import parse_date

_BLANKS = frozenset(map(name, ("text:s", "text:tab", "text:line-break")))
_BESIDE = frozenset(map(name, (
    "text:tracked-changes", "office:annotation", "svg:title", "svg:desc", "text:note-citation",
)))  # fmt: skip


def read_odt(packed: Packed) -> Document:
    """The document's text as HTML, with its pictures and with what is left out."""
    if b"encryption-data" in (packed.data("META-INF/manifest.xml") or b""):
        raise UnreadableError(LOCKED)
    content, styled = packed.xml("content.xml"), packed.xml("styles.xml")
    text = None if content is None else content.find(f".//{name('office:text')}")
    if content is None or text is None:
        raise UnreadableError(BROKEN)
    styles = Styles.of(root for root in (styled, content) if root is not None)
    writer = Writer(styles, Counters(styles))
    html = writer.html(text)
    meta = packed.xml("meta.xml")
    saved = None if meta is None else meta.findtext(f".//{name('dc:date')}")
    return Document(
        html=html,
        load=partial(_load, packed),
        moment=parse_date(saved or ""),
        notes=(
            *_left_out(text, styled, packed),
            *told_beside(hidden=map(_words, writer.hidden)),
            *unread(_shown(text, set(map(id, writer.hidden))), html),
        ),
    )


def _load(packed: Packed, address: str) -> bytes | None:
    return packed.data(address.removeprefix("./"))


def _left_out(text: Element, styled: Element | None, packed: Packed) -> Iterator[str]:
    edges = [] if styled is None else [
        _words(edge) for kind in ("header", "footer") for edge in styled.iter(name(f"style:{kind}"))
    ]  # fmt: skip
    comments, deleted = (
        map(_said, text.iter(name(tag))) for tag in ("office:annotation", "text:deletion")
    )
    yield from told_beside(edges=edges, comments=comments, deleted=deleted)
    embedded = [
        one.get(name("xlink:href"), "").removeprefix("./") for one in text.iter(name("draw:object"))
    ]
    said = (packed.xml(f"{folder}/content.xml") for folder in embedded)
    lost = ["không có chữ" if one is None else _words(one) for one in said]
    yield from told("mất biểu đồ, công thức hay bảng nhúng trong bài", lost, LOST)


def _words(element: Element) -> str:
    return " ".join(" ".join(element.itertext()).split())


def _said(change: Element) -> str:
    """What a comment or a change says, without who made it and when."""
    return " ".join(_words(one) for one in change.iter() if one.tag in PARAGRAPHS)


def _shown(element: Element, hidden: set[int]) -> Iterator[str]:
    """The text of each paragraph, without what stands within it and is not shown there;
    hidden are the ids of the elements that nobody sees."""
    for child in element:
        if child.tag in _BESIDE or id(child) in hidden:
            continue
        if child.tag in PARAGRAPHS:
            yield "".join(_own(child, hidden))
        yield from _shown(child, hidden)


def _own(element: Element, hidden: set[int]) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        if child.tag in _BLANKS:
            yield " "
        elif child.tag not in PARAGRAPHS | _BESIDE and id(child) not in hidden:
            yield from _own(child, hidden)
        yield child.tail or ""
