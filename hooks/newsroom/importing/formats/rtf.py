"""Documents in RTF as text, links and tables; what else they hold is told, with the cure."""

import re
from collections.abc import Iterable, Iterator
from datetime import datetime
from html import escape
from itertools import groupby
from types import MappingProxyType

from striprtf.striprtf import rtf_to_text

from newsroom.importing.formats.document import Document
from newsroom.importing.formats.packed import TOO_LARGE
from newsroom.importing.record import UnreadableError
from newsroom.importing.text.decoding import legacy_note, lines_in_unicode
from newsroom.importing.text.plain_blocks import html_blocks
from newsroom.importing.text.white_space import tidy
from newsroom.text.dates import VIETNAM

_MOST = 5_000_000
"""Bytes without pictures: striprtf looks at each sign."""
_PICTURE = re.compile(rb"[0-9a-fA-F\s]{400,}")
"""The bytes of a picture in digits; no text has so many without another sign."""
_GROUP = r"(?:[^{}]|\{[^{}]{0,2000}\}){0,2000}"
_LINK = re.compile(rf"\{{\\\*\\fldinst\b{_GROUP}\}}\s*\{{\\fldrslt\b ?({_GROUP})\}}")
_FIELD = re.compile("fldinst", re.IGNORECASE)
_ADDRESS = re.compile(r'HYPERLINK\s+"([^"{}]{1,2000})"')
_OPEN, _MIDDLE, _END = "\ue000\ue001\ue002"
"""Signs without a meaning, around the address of a link and its words."""
_SHOWN_LINK = re.compile(f"{_OPEN}([^{_MIDDLE}]*){_MIDDLE}([^{_END}]*){_END}")
_SAVED = re.compile(
    rb"\\revtim\\yr(\d{4})\\mo(\d{1,2})\\dy(\d{1,2})(?:\\hr(\d{1,2})\\min(\d{1,2}))?"
)
_NOT_READ = MappingProxyType({
    "ảnh": re.compile(rb"\\(?:pict|objdata)\b"),
    "chú thích": re.compile(rb"\\footnote\b"),
    "khung chữ": re.compile(rb"\\(?:shptxt|dptxbxtext)\b"),
    "đầu trang, chân trang": re.compile(rb"\\(?:header|footer)[lrf]?\b"),
    "nhận xét": re.compile(rb"\\annotation\b"),
})  # fmt: skip
"""What striprtf leaves out, by the words that begin it."""


def read_rtf(data: bytes) -> Document:
    """The document's text as HTML; every other paragraph, cell and label of a list stays."""
    plain = _PICTURE.sub(b"", data)
    if len(plain) > _MOST:
        raise UnreadableError(TOO_LARGE)
    typed = _LINK.sub(_marked, plain.decode("cp1252", "replace"))
    # The expression that striprtf has for links takes the square of their number.
    text: str = rtf_to_text(  # type: ignore[no-untyped-call]
        _FIELD.sub("fldtype", typed), errors="replace"
    )
    text, encoding = lines_in_unicode(text)
    saved = _SAVED.search(data)
    return Document(
        html=_SHOWN_LINK.sub(r'<a href="\1">\2</a>', "\n".join(_blocks(text.splitlines()))),
        load=lambda _: None,
        moment=_moment(saved) if saved else None,
        notes=(*legacy_note(encoding), *_told(plain)),
    )


def _marked(link: re.Match[str]) -> str:
    """The words of a link, with its address where striprtf keeps it."""
    address = _ADDRESS.search(link[0])
    inner = f"{{{link[1]}}}"
    return f"{_OPEN}{address[1]}{_MIDDLE}{inner}{_END}" if address else inner


def _blocks(lines: Iterable[str]) -> Iterator[str]:
    shown = (line for line in lines if tidy(line))
    for is_row, group in groupby(shown, lambda line: line.rstrip().endswith("|")):
        if is_row:
            yield f"<table>{''.join(map(_row, group))}</table>"
        else:
            yield html_blocks([tidy(line) for line in group])


def _row(line: str) -> str:
    cells = (
        f"<td>{escape(tidy(cell))}</td>" for cell in line.rstrip().removesuffix("|").split("|")
    )
    return f"<tr>{''.join(cells)}</tr>"


def _moment(saved: re.Match[bytes]) -> datetime | None:
    try:
        year, month, day, hour, minute = (int(part or 0) for part in saved.groups())
        return datetime(year, month, day, hour, minute, tzinfo=VIETNAM)
    except ValueError:
        return None


def _told(plain: bytes) -> Iterator[str]:
    found = [f"{what} ({len(form.findall(plain))})" for what, form in _NOT_READ.items()
             if form.search(plain)]  # fmt: skip
    if found:
        yield (
            f"tệp .rtf chỉ lấy được chữ và bảng; chưa lấy: {', '.join(found)}. Hãy mở tệp bằng "
            "Word, lưu thành .docx rồi nhập tệp ấy."
        )
