"""HTML that Word or LibreOffice wrote, often under the suffix .doc, as a document."""

import re
from pathlib import Path

from bs4 import Tag

from newsroom.importing.formats.document import Document
from newsroom.importing.formats.left_out import told_beside
from newsroom.importing.markup.elements import attribute, drop_comments, is_beyond, parse, text_of
from newsroom.importing.markup.nesting import as_browsers_nest
from newsroom.importing.page.article_html import DEEPEST, MOST_ELEMENTS, TOO_LARGE
from newsroom.importing.page.saved_files import saved_picture
from newsroom.importing.record import Refusal
from newsroom.importing.text.decoding import decode_page
from newsroom.text.dates import parse_date

_SAVED = re.compile(
    r"<o:LastSaved>([^<]{10,30})</o:LastSaved>"
    r"|<meta name=\"(?:changed|created)\" content=\"([^\"<]{10,30})\"", re.IGNORECASE
)  # fmt: skip
_EDGES = ("header", "footer")
"""As LibreOffice calls what stands at the head and the foot of each page."""
_NOTE = re.compile(r"sd(?:foot|end)note(?:anc|sym)")
_FRAMES = ("div", "section", "center", "main", "article")


def read_html_document(source: Path, data: bytes) -> Document | Refusal:
    """The document in the HTML; its pictures lie beside the file."""
    decoded = decode_page(data)
    if isinstance(decoded, Refusal):
        return decoded
    raw = parse(decoded.text)
    if is_beyond(raw, MOST_ELEMENTS, DEEPEST):
        return TOO_LARGE
    drop_comments(raw)
    edges = [text_of(edge.extract()) for edge in raw.find_all("div", title=_EDGES)]
    page = as_browsers_nest(raw)
    _settle_notes(page)
    for frame in page.find_all(_FRAMES):
        frame.unwrap()
    saved = list(_SAVED.finditer(decoded.text))
    return Document(
        html=str(page),
        load=saved_picture(source),
        moment=parse_date(saved[-1][1] or saved[-1][2]) if saved else None,
        notes=(*decoded.notes, *told_beside(edges=edges)),
    )


def _settle_notes(page: Tag) -> None:
    """Footnotes of LibreOffice with the marks that those of other formats have: [1]."""
    for mark in page.find_all("a", class_=_NOTE):
        is_note = "sym" in attribute(mark, "class")
        mark.replace_with(f"[{text_of(mark)}]{' ' * is_note}")
