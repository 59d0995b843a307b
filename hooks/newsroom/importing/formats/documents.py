"""Documents of office programs, known by what is in them: many a .doc is something else."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from types import MappingProxyType

from newsroom.importing.formats.document import article_of_document
from newsroom.importing.formats.docx.reading import read_docx
from newsroom.importing.formats.html_document import read_html_document
from newsroom.importing.formats.odt.reading import read_odt
from newsroom.importing.formats.packed import AGAIN, BROKEN, LOCKED, unpacked
from newsroom.importing.formats.pdf import read_pdf
from newsroom.importing.formats.rtf.reading import read_rtf
from newsroom.importing.formats.texts_and_pages import read_page, read_text
from newsroom.importing.record import Record, Refusal, UnreadableError

_HTML = re.compile(rb"<(?:!doctype\s+html|html|head|body|meta|div|p|table)\b", re.IGNORECASE)
_BY_OFFICE = re.compile(
    rb"""<meta\s+name=["']?(?:generator["']?\s+content=["']?(?:Microsoft Word|\w+Office)"""
    rb"""|progid["']?\s+content=["']?word)""", re.IGNORECASE
)  # fmt: skip
_MIME = re.compile(rb"(?:\A|\n)MIME-Version:", re.IGNORECASE)
_HEAD = 2_048
_ODT = b"application/vnd.oasis.opendocument.text"
_OLD_WORD = Refusal(
    "tệp Word kiểu cũ (.doc).",
    "Hãy mở tệp bằng Word, chọn Lưu thành… (Save As), kiểu “Word Document (.docx)”, rồi nhập tệp "
    "mới. LibreOffice cũng lưu được như vậy.",
)
_OF_OLE = MappingProxyType({
    "EncryptedPackage": LOCKED,
    "WordDocument": _OLD_WORD,
    "Workbook": Refusal("tệp Excel, không phải bài viết.", "Hãy chép bảng vào tệp Word rồi nhập."),
    "PowerPoint Document": Refusal(
        "tệp PowerPoint, không phải bài viết.", "Hãy chép chữ và ảnh vào tệp Word rồi nhập."
    ),
})  # fmt: skip
"""By the names of the streams in such a file."""
_OF_FOLDERS = MappingProxyType({"xl/": "Workbook", "ppt/": "PowerPoint Document"})
_ONE_FILE = Refusal("trang web lưu thành một tệp.", "Hãy đổi đuôi tên tệp thành .mht rồi nhập lại.")
_FLAT = Refusal("tệp Word lưu kiểu XML.", AGAIN)


def is_document(head: bytes) -> bool:
    """Whether a file that begins so is a document, whatever its suffix says."""
    return head.lstrip().startswith(tuple(sign for sign, _ in _BY_SIGN))


def read_html(source: Path) -> Iterator[Record]:
    """The article of a page that a browser saved, or of a document that an office program saved as
    one."""
    with source.open("rb") as opened:
        head = opened.read(_HEAD)
    yield from (read_document if _BY_OFFICE.search(head) else read_page)(source)


def read_document(source: Path) -> Iterator[Record]:
    """The article of a document, whatever its suffix says."""
    try:
        yield from _read(source, source.read_bytes())
    except UnreadableError as error:
        yield error.refusal


def _read(source: Path, data: bytes) -> Iterator[Record]:
    head = data[:_HEAD].lstrip()
    read = next((read for sign, read in _BY_SIGN if head.startswith(sign)), None)
    if read:
        yield read(data)
    elif _MIME.search(head):
        yield _ONE_FILE
    elif head.startswith(b"<?xml") and b"mso-application" in head:
        yield _FLAT
    elif _HTML.search(head):
        document = read_html_document(source, data)
        result = document if isinstance(document, Refusal) else article_of_document(document)
        # Not written in Word, but saved from a portal under a name of Word's.
        yield from read_page(source) if isinstance(result, Refusal) else [result]
    elif b"\0" in data:
        yield BROKEN
    else:
        yield from read_text(source)


def _of_zip(data: bytes) -> Record:
    packed = unpacked(data)
    if isinstance(packed, Refusal):
        return packed
    for folder, kind in _OF_FOLDERS.items():
        if any(part.startswith(folder) for part in packed.names):
            return _OF_OLE[kind]
    is_odt = (packed.data("mimetype") or b"").strip() == _ODT
    return article_of_document(read_odt(packed) if is_odt else read_docx(packed))


def _of_ole(data: bytes) -> Refusal:
    """Why such a file is not read: its format is older than any library that is kept."""
    names = (name for name in _OF_OLE if name.encode("utf-16-le") in data)
    return _OF_OLE[next(names, "WordDocument")]


def _of_pdf(data: bytes) -> Record:
    return article_of_document(read_pdf(data))


def _of_rtf(data: bytes) -> Record:
    return article_of_document(read_rtf(data))


_BY_SIGN: tuple[tuple[bytes, Callable[[bytes], Record]], ...] = (
    (b"PK\x03\x04", _of_zip),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", _of_ole),
    (b"%PDF-", _of_pdf),
    (b"{\\rtf", _of_rtf),
)
"""What reads a file that begins so."""
