"""Copied text (.txt) and pages that a browser saved with their pictures (.html)."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from newsroom.importing.page.saved_files import saved_picture
from newsroom.importing.page.saved_page import read_saved_page
from newsroom.importing.record import ImportedArticle, Refusal
from newsroom.importing.text.decoding import decode_page, decode_text
from newsroom.importing.text.portal_text import read_portal_text


def read_text(source: Path) -> Iterator[ImportedArticle | Refusal]:
    """The article that was copied into a text file."""
    text = decode_text(source.read_bytes())
    if isinstance(text, Refusal):
        yield text
    else:
        yield with_notes(read_portal_text(text.text), text.notes)


def read_page(source: Path) -> Iterator[ImportedArticle | Refusal]:
    """The article of a page; its pictures lie beside it."""
    html = decode_page(source.read_bytes())
    if isinstance(html, Refusal):
        yield html
    else:
        yield with_notes(read_saved_page(html.text, saved_picture(source)), html.notes)


def with_notes(
    record: ImportedArticle | Refusal, notes: tuple[str, ...]
) -> ImportedArticle | Refusal:
    """The record, which tells these notes, too."""
    if isinstance(record, Refusal) or not notes:
        return record
    return replace(record, notes=(*notes, *record.notes))
