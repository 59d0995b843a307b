"""Stored fields: for each document a file with what a result shows, and the check of its number.

The check tells an engine that the file and its manifest are of one build, so that a result never
shows another article than the one that was found (tests/search/test_engine.py; decision 8).
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass

from newsroom.search.format.encoding import DamagedError, gzip, to_json, unpack
from newsroom.search.words.documents import SearchDocument

_SNIPPET_CHARACTERS = 8000
"""How much of a text is kept to cut snippets from."""


@dataclass(frozen=True, slots=True)
class StoredFieldsFile:
    """What one file is made of."""

    path: str
    check: str
    fields: bytes
    """Packed, as prepared."""


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
    """The content of each file. Pure, so any process may call it."""
    return [(file.path, _content(file)) for file in batch]


def _content(file: StoredFieldsFile) -> bytes:
    packed = unpack(file.fields)
    try:
        fields = json.loads(packed)
    except ValueError as error:
        raise DamagedError("stored fields cannot be read") from error
    return gzip(to_json({"check": file.check, **fields}))
