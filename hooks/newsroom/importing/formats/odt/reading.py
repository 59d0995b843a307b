"""A document of LibreOffice read into HTML, with what of it is left out."""

from collections.abc import Iterator
from functools import partial
from xml.etree.ElementTree import Element

from newsroom.importing.formats.document import Document
from newsroom.importing.formats.left_out import (
    COMMENTS,
    DELETED,
    EDGES,
    LOST,
    says_something,
    told,
    unread,
)
from newsroom.importing.formats.odt.styles import Counters, Styles, name
from newsroom.importing.formats.odt.writing import Writer
from newsroom.importing.formats.packed import BROKEN, LOCKED, Packed
from newsroom.importing.record import UnreadableError
from newsroom.text.dates import parse_date

_BESIDE = (
    "text:tracked-changes",
    "office:annotation",
    "svg:title",
    "svg:desc",
    "text:note-citation",
)


def read_odt(packed: Packed) -> Document:
    """The document's text as HTML, with its pictures and with what is left out."""
    if b"encryption-data" in (packed.data("META-INF/manifest.xml") or b""):
        raise UnreadableError(LOCKED)
    content, styled = packed.xml("content.xml"), packed.xml("styles.xml")
    text = None if content is None else content.find(f".//{name('office:text')}")
    if content is None or text is None:
        raise UnreadableError(BROKEN)
    styles = Styles.of(root for root in (styled, content) if root is not None)
    html = Writer(styles, Counters(styles)).html(text)
    meta = packed.xml("meta.xml")
    saved = None if meta is None else meta.findtext(f".//{name('dc:date')}")
    return Document(
        html=html,
        load=partial(_load, packed),
        moment=parse_date(saved or ""),
        notes=(*_left_out(text, styled, packed), *unread(_shown(text), html)),
    )


def _load(packed: Packed, address: str) -> bytes | None:
    return packed.data(address.removeprefix("./"))


def _left_out(text: Element, styled: Element | None, packed: Packed) -> Iterator[str]:
    edges = [] if styled is None else [
        _words(edge) for kind in ("header", "footer") for edge in styled.iter(name(f"style:{kind}"))
    ]  # fmt: skip
    yield from told(EDGES, filter(says_something, edges))
    comments = map(_words, text.iter(name("office:annotation")))
    yield from told(COMMENTS, comments)
    deleted = map(_words, text.iter(name("text:deletion")))
    yield from told(DELETED, deleted)
    embedded = [
        one.get(name("xlink:href"), "").removeprefix("./") for one in text.iter(name("draw:object"))
    ]
    said = (packed.xml(f"{folder}/content.xml") for folder in embedded)
    lost = ["không có chữ" if one is None else _words(one) for one in said]
    yield from told("mất biểu đồ, công thức hay bảng nhúng trong bài", lost, LOST)


def _words(element: Element) -> str:
    return " ".join(" ".join(element.itertext()).split())


def _shown(element: Element) -> Iterator[str]:
    """The text of each paragraph, without what stands within it and is not shown there."""
    paragraphs = (name("text:p"), name("text:h"))
    for child in element:
        if child.tag in map(name, _BESIDE):
            continue
        if child.tag in paragraphs:
            yield "".join(_own(child, paragraphs))
        yield from _shown(child)


def _own(element: Element, paragraphs: tuple[str, ...]) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        if child.tag in (name("text:s"), name("text:tab"), name("text:line-break")):
            yield " "
        elif child.tag not in paragraphs and child.tag not in map(name, _BESIDE):
            yield from _own(child, paragraphs)
        yield child.tail or ""
