"""Stored fields: for each document a file with what a result shows, and the check of its number.

The check tells an engine that the file and its manifest are of one build, so that a result never
shows another article than the one that was found (tests/search/test_engine.py; decision 8). It
stands at the end, so that a document whose number or check changes is not compressed again.
"""

from newsroom.search.format.encoding import gzip_start, gzip_with, pack, to_json, unpack
from newsroom.search.words.documents import SearchDocument

_SNIPPET_CHARACTERS = 8000
"""How much of a text is kept to cut snippets from."""


def stored_fields(document: SearchDocument) -> bytes:
    """What a result shows of a document, compressed and packed, still without its check."""
    text = document.text.strip()
    if not text.startswith(document.lead):
        text = f"{document.lead}\n{text}"
    fields = {
        "uri": document.uri,
        "title": document.title,
        "date": document.date.isoformat(timespec="minutes") if document.date else "",
        "section": document.section_title,
        "campaign": document.campaign_title,
        "keywords": ", ".join(document.keywords),
        "text": text[:_SNIPPET_CHARACTERS],
    }
    shown = to_json({name: value for name, value in fields.items() if value})
    return pack(gzip_start(shown.removesuffix(b"}")), level=0)


def stored_fields_content(fields: bytes, check: str) -> bytes:
    """The content of the file of these stored fields."""
    return gzip_with(unpack(fields), f',"check":"{check}"}}'.encode())
