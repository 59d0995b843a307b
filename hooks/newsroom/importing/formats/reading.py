"""Which format a file has, by its suffix, and the articles in it."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from types import MappingProxyType

from newsroom.importing.formats.documents import is_document, read_document, read_html
from newsroom.importing.formats.feeds import read_xml
from newsroom.importing.formats.json_feed import read_json
from newsroom.importing.formats.single_file_pages import read_single_file_page
from newsroom.importing.formats.texts_and_pages import read_text
from newsroom.importing.record import ImportedArticle, Record, Refusal
from newsroom.importing.text.decoding import legacy_refusal

Reader = Callable[[Path], Iterable[Record]]
"""Gives the articles of a file one after another, or why there is none; a feed has many."""

_AS_TEXT = "Hãy mở tệp, chép bài thành tệp .txt (mã hóa UTF-8) rồi nhập tệp ấy."
_NOT_READ = MappingProxyType({
    "Bài viết cho cổng này thì chép vào thư mục của năm trong articles, rồi chạy check.":
        (".md", ".markdown"),
    "Hãy giải nén rồi nhập thư mục đã giải nén.": (".zip", ".rar", ".7z"),
    "Ảnh không phải bài viết: hãy để vào thư mục images cạnh bài.":
        (".jpg", ".jpeg", ".png", ".webp", ".gif", ".heic"),
    "Hãy chép bảng vào tệp Word rồi nhập tệp ấy.": (".xlsx", ".xls", ".ods", ".csv"),
    "Hãy chép chữ và ảnh vào tệp Word rồi nhập tệp ấy.": (".pptx", ".ppt", ".odp"),
})  # fmt: skip
"""What to do with files that are often taken for articles, by their suffixes."""
_MOST_BYTES = 300_000_000
"""Of a file; what is larger would not fit the memory of an office machine."""
_HEAD = 16
_READERS: MappingProxyType[str, Reader] = MappingProxyType({
    ".txt": read_text, ".html": read_html, ".htm": read_html, ".xhtml": read_html,
    ".mht": read_single_file_page, ".mhtml": read_single_file_page,
    ".xml": read_xml, ".rss": read_xml, ".atom": read_xml, ".json": read_json,
    ".doc": read_document, ".docm": read_document, ".docx": read_document,
    ".odt": read_document, ".rtf": read_document, ".pdf": read_document,
})  # fmt: skip
SUFFIXES = frozenset(_READERS)
"""Of the files that are read."""
DOCUMENTS = frozenset(suffix for suffix, read in _READERS.items() if read is read_document)
"""Of those that pages link to as attachments, too."""
OF_MANY = frozenset({".xml", ".rss", ".atom", ".json"})
"""Of those that hold many articles, each of which is told by its title."""


def read_records(source: Path) -> Iterator[Record]:
    """The articles in a file, or why one or all of them could not be read.

    Whatever a broken file makes a library raise comes through.
    """
    suffix = source.suffix.lower()
    reader = _READERS.get(suffix)
    if reader is None:
        kind = next((kind for kind, suffixes in _NOT_READ.items() if suffix in suffixes), "")
        yield Refusal(f"chưa nhập được tệp {suffix or 'không có đuôi'}.", kind or _AS_TEXT)
    elif source.stat().st_size > _MOST_BYTES:
        yield Refusal("tệp lớn quá 300 MB.", "Hãy tách thành những tệp nhỏ hơn rồi nhập lại.")
    else:
        with source.open("rb") as opened:
            is_other = is_document(opened.read(_HEAD))
        yield from map(_in_unicode, (read_document if is_other else reader)(source))


def _in_unicode(record: Record) -> Record:
    """The record, or a refusal where its text is still in an encoding of old fonts."""
    if not isinstance(record, ImportedArticle):
        return record
    return legacy_refusal(f"{record.title} {record.lead} {record.body}") or record
