"""A document in RTF read into HTML, with what of it is left out."""

import re
from collections.abc import Iterator
from datetime import datetime

from newsroom.importing.formats.document import Document
from newsroom.importing.formats.left_out import LOST, told, told_beside
from newsroom.importing.formats.packed import TOO_LARGE
from newsroom.importing.formats.rtf.groups import Reader
from newsroom.importing.formats.rtf.tokens import tokens_of
from newsroom.importing.record import UnreadableError
from newsroom.text.dates import VIETNAM

_MOST = 5_000_000
"""Bytes without pictures."""
_PICTURE = re.compile(rb"[0-9a-fA-F\s]{400,}+")
"""The bytes of a picture in digits; no text has so many without another sign."""
_SAVED = re.compile(
    rb"\\revtim\\yr(\d{4})\\mo(\d{1,2})\\dy(\d{1,2})(?:\\hr(\d{1,2})\\min(\d{1,2}))?"
)


def read_rtf(data: bytes) -> Document:
    """The document's text as HTML, with its pictures and with what is left out."""
    if len(data) - sum(len(found[0]) for found in _PICTURE.finditer(data)) > _MOST:
        raise UnreadableError(TOO_LARGE)
    reader = Reader()
    for token in tokens_of(data):
        reader.take(token)
    saved = _SAVED.search(data)
    return Document(
        html=reader.html(),
        load=reader.pictures.data.get,
        moment=_moment(saved) if saved else None,
        notes=tuple(_left_out(reader)),
    )


def _left_out(reader: Reader) -> Iterator[str]:
    yield from told_beside(
        edges=reader.edges,
        comments=reader.comments,
        deleted=reader.deleted,
        hidden=reader.hidden,
    )
    yield from told("mất ảnh kiểu cũ hay bảng nhúng trong bài", reader.pictures.lost, LOST)


def _moment(saved: re.Match[bytes]) -> datetime | None:
    try:
        year, month, day, hour, minute = (int(part or 0) for part in saved.groups())
        return datetime(year, month, day, hour, minute, tzinfo=VIETNAM)
    except ValueError:
        return None
