"""Pages that a browser saved in one file (.mht, .mhtml): a mail whose parts are the page and what
it shows (RFC 2557)."""

import email
from collections.abc import Iterator
from email.message import Message
from pathlib import Path
from urllib.parse import unquote, urljoin

from newsroom.importing.formats.texts_and_pages import with_notes
from newsroom.importing.page.picture_data import Load
from newsroom.importing.page.saved_page import read_saved_page
from newsroom.importing.record import Record, Refusal
from newsroom.importing.text.decoding import decode_page

_LARGEST = 50_000_000
"""Bytes: such a file is read as a whole, and takes eight times as much memory."""
_PAGE = ("text/html", "application/xhtml+xml")
_CURE = "Hãy mở bằng trình duyệt, bấm Ctrl + S, lưu kiểu “Webpage, Complete” rồi nhập lại."
_TOO_LARGE = Refusal("tệp .mht lớn quá 50 MB.", _CURE)
_NO_PAGE = Refusal("trong tệp không có trang nào.", _CURE)


def read_single_file_page(source: Path) -> Iterator[Record]:
    """The article of the page, with the pictures in the file."""
    if source.stat().st_size > _LARGEST:
        yield _TOO_LARGE
        return
    parts = [one for one in email.message_from_bytes(source.read_bytes()).walk()
             if not one.is_multipart()]  # fmt: skip
    page = next((one for one in parts if one.get_content_type() in _PAGE), None)
    if page is None:
        yield _NO_PAGE
        return
    html = decode_page(_bytes_of(page), page.get_content_charset() or "")
    if isinstance(html, Refusal):
        yield html
        return
    address = _header(page, "Content-Location")
    record = read_saved_page(html.text, _loader(parts, address), address=address)
    yield with_notes(record, html.notes)


def _loader(parts: list[Message], page: str) -> Load:
    """Gives a part by its address, which may be relative to the page's, or by its number."""
    known: dict[str, Message] = {}
    for part in parts:
        number = _header(part, "Content-ID").strip("<>")
        for name in (_key(page, _header(part, "Content-Location")), f"cid:{number}"):
            known.setdefault(name, part)

    def load(address: str) -> bytes | None:
        part = known.get(_key(page, address))
        return _bytes_of(part) if part is not None else None

    return load


def _key(page: str, address: str) -> str:
    try:
        joined = address if address.startswith("cid:") else urljoin(page, address)
    except ValueError:
        return address
    return "".join(unquote(joined).split())


def _header(part: Message, name: str) -> str:
    """Its value without blanks, which stand there where a long one was broken."""
    return "".join(str(part.get(name, "")).split())


def _bytes_of(part: Message) -> bytes:
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""
