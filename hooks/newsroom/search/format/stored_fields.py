"""For every document a file with what a result shows, and the check of its number."""

import json
from collections.abc import Sequence
from dataclasses import dataclass

from newsroom.search.format.encoding import DamagedError, gzip, to_json, unpack
from newsroom.search.words.documents import SearchDocument

_SNIPPET_CHARACTERS = 8000
"""How much of a text is kept for snippets."""


@dataclass(frozen=True, slots=True)
class StoredFieldsFile:
    """What a file is made of."""

    path: str
    check: str
    shown: bytes
    """As it was prepared."""


def stored_fields(document: SearchDocument) -> dict[str, str]:
    """What a result shows of a document."""
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
    return {name: value for name, value in fields.items() if value}


def stored_fields_contents(batch: Sequence[StoredFieldsFile]) -> list[tuple[str, bytes]]:
    """The files: pure, and to be called in any process."""
    return [(file.path, _content(file)) for file in batch]


def _content(file: StoredFieldsFile) -> bytes:
    packed = unpack(file.shown)
    try:
        fields = json.loads(packed)
    except ValueError as error:
        raise DamagedError("what shows a document cannot be read") from error
    return gzip(to_json({"check": file.check, **fields}))
