"""A Word document read into the record of its article."""

import re
from collections.abc import Iterator
from io import BytesIO
from itertools import chain
from xml.etree.ElementTree import Element, SubElement, tostring
from zipfile import ZIP_STORED, ZipFile

import mammoth
from bs4 import Tag
from bs4.element import NavigableString

from newsroom.importing.formats.document import Document
from newsroom.importing.formats.docx.left_out import notes_of
from newsroom.importing.formats.docx.names import name, words_of
from newsroom.importing.formats.docx.numbering import Numbering
from newsroom.importing.formats.docx.parts import Part, WordParts
from newsroom.importing.formats.docx.rewriting import ITEM, LABEL, MARKS, Rewriter, TakenOut
from newsroom.importing.formats.docx.styles import Styles
from newsroom.importing.formats.left_out import unread
from newsroom.importing.formats.packed import Packed
from newsroom.importing.markup.elements import attribute, make, parse
from newsroom.text.dates import parse_date

_NOTES = ("footnote", "endnote")
_ITEM = re.compile(rf"{ITEM}(\d)")


def read_docx(packed: Packed) -> Document:
    """The document's text as HTML, with its pictures and with what is left out."""
    parts = WordParts.of(packed)
    styles = Styles.of(_root(parts.first("styles")))
    numbering = Numbering.of(_root(parts.first("numbering")), styles)
    notes = {kind: _referred(parts, kind) for kind in _NOTES}
    keys = {kind: _keys(part, kind) for kind, part in notes.items()}
    rewriter = Rewriter(styles, numbering, lambda kind, key: key in keys[kind])
    written = [parts.document, *(part for part in notes.values() if part)]
    left = [rewriter.rewrite(part) for part in written]
    pictures: dict[str, bytes] = {}
    html = _as_html(_usual_package(parts, notes), pictures)
    lost = unread((words_of(part.root) for part in written), html)
    told = chain(notes_of(_together(left), parts), lost)
    core = parts.packed.xml("docProps/core.xml")
    return Document(
        html=html,
        load=pictures.get,
        moment=None if core is None else parse_date(core.findtext(name("dcterms:modified")) or ""),
        notes=tuple(dict.fromkeys(told)),
    )


def _root(part: Part | None) -> Element | None:
    return None if part is None else part.root


def _referred(parts: WordParts, kind: str) -> Part | None:
    """The part of the notes of a kind, without those that nothing refers to, as Word does."""
    part = parts.first(f"{kind}s")
    references = parts.document.root.iter(name(f"w:{kind}Reference"))
    shown = {reference.get(name("w:id")) for reference in references}
    for note in [] if part is None else part.root.findall(name(f"w:{kind}")):
        if note.get(name("w:id")) not in shown and part is not None:
            part.root.remove(note)
    return part


def _keys(part: Part | None, kind: str) -> set[str]:
    notes = () if part is None else part.root.iter(name(f"w:{kind}"))
    return {note.get(name("w:id"), "") for note in notes}


def _together(left: list[TakenOut]) -> TakenOut:
    first, *others = left
    for other in others:
        first.deleted += other.deleted
        first.hidden += other.hidden
        first.formulas += other.formulas
        first.drawings.add(other.drawings)
        first.encodings |= other.encodings
    return first


def _usual_package(parts: WordParts, notes: dict[str, Part | None]) -> BytesIO:
    """A Word document of the rewritten parts alone, under the names that mammoth looks for."""
    packed = BytesIO()
    with ZipFile(packed, "w", ZIP_STORED) as out:
        written = {"document": parts.document, **{f"{kind}s": notes[kind] for kind in _NOTES}}
        for title, part in written.items():
            if part is not None:
                out.writestr(f"word/{title}.xml", tostring(part.root))
                out.writestr(f"word/_rels/{title}.xml.rels", _relations(part))
        for target in _pictures(filter(None, written.values()), parts.packed):
            out.writestr(target, parts.packed.data(target) or b"")
    packed.seek(0)
    return packed


def _pictures(written: Iterator[Part], packed: Packed) -> list[str]:
    targets = (
        relation.target
        for part in written
        for relation in part.relations.values()
        if relation.kind == "image" and not relation.is_outside
    )
    names = set(packed.names)
    return [target for target in dict.fromkeys(targets) if target in names]


def _relations(part: Part) -> bytes:
    root = Element(name("rel:Relationships"))
    for key, one in part.relations.items():
        target = one.target if one.is_outside else f"/{one.target}"
        SubElement(root, name("rel:Relationship"), {"Id": key, "Type": one.kind, "Target": target})
    return tostring(root)


def _as_html(packed: BytesIO, pictures: dict[str, bytes]) -> str:
    """The HTML that mammoth makes; the pictures are put by their addresses in it, the bytes of one
    that is shown many times once."""
    kept: dict[bytes, bytes] = {}

    def picture(image: mammoth.documents.Image) -> dict[str, str]:
        address = f"anh-{len(pictures) + 1}"
        try:
            with image.open() as stream:
                data = stream.read()
            pictures[address] = kept.setdefault(data, data)
        except (KeyError, ValueError):  # a part that is not there; a file outside
            pictures[address] = b""
        return {"src": address}

    result = mammoth.convert_to_html(
        packed,
        style_map=MARKS,
        convert_image=mammoth.images.img_element(picture),
        include_embedded_style_map=False,
    )
    root = parse(result.value)
    _settle_items(root)
    _settle_notes(root)
    for box in root.find_all("input"):
        box.replace_with("☑ " if box.has_attr("checked") else "☐ ")
    return str(root)


def _settle_items(root: Tag) -> None:
    """Mark the items of lists as Word does where it writes HTML itself."""
    for item in root.find_all("p", class_=_ITEM):
        level = _ITEM.fullmatch(attribute(item, "class"))
        item.attrs = {"style": f"mso-list:l0 level{level[1] if level else 1}"}
    for label in root.find_all("span", class_=LABEL):
        label.attrs = {"style": "mso-list:Ignore"}


def _settle_notes(root: Tag) -> None:
    """Footnotes as paragraphs that begin as their references do: [1]."""
    for note in root.find_all("li", id=re.compile(r"(?:foot|end)note-")):
        key = attribute(note, "id")
        reference = root.find("a", href=f"#{key}")
        for back in note.find_all("a", href=re.compile(r"#(?:foot|end)note-ref-")):
            before = back.previous_sibling
            if isinstance(before, NavigableString):
                before.replace_with(before.rstrip())
            back.extract()
        if isinstance(reference, Tag):
            note.insert(0, make("p", f"{reference.get_text()} "))
            _merge_first(note)
    for listed in root.find_all("ol"):
        if listed.find("li", id=re.compile(r"(?:foot|end)note-"), recursive=False):
            for note in listed.find_all("li", recursive=False):
                note.unwrap()
            listed.unwrap()


def _merge_first(note: Tag) -> None:
    """Let the mark begin the note's first paragraph."""
    mark, *others = [child for child in note.children if isinstance(child, Tag)]
    if others and others[0].name == "p":
        others[0].insert(0, mark.get_text())
        mark.extract()
