"""HTML that Word wrote, mostly under the suffix .doc, as a document."""

import re
from pathlib import Path

from newsroom.importing.formats.document import Document
from newsroom.importing.markup.elements import drop_comments, is_beyond, parse
from newsroom.importing.markup.nesting import as_browsers_nest
from newsroom.importing.page.article_html import DEEPEST, MOST_ELEMENTS, TOO_LARGE
from newsroom.importing.page.saved_files import saved_picture
from newsroom.importing.record import Refusal
from newsroom.importing.text.decoding import decode_page
from newsroom.text.dates import parse_date

_SAVED = re.compile(r"<o:LastSaved>([^<]{10,30})</o:LastSaved>")
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
    page = as_browsers_nest(raw)
    for frame in page.find_all(_FRAMES):
        frame.unwrap()
    saved = _SAVED.search(decoded.text)
    return Document(
        html=str(page),
        load=saved_picture(source),
        moment=parse_date(saved[1]) if saved else None,
        notes=decoded.notes,
    )
