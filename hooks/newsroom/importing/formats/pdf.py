"""Text of a PDF as a document. A PDF knows where each letter stands and nothing of paragraphs: how
lines belong together is a guess, and told as one."""

import logging
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from html import escape
from io import BytesIO
from itertools import pairwise
from statistics import median
from typing import Any

from pypdf import PageObject, PdfReader
from pypdf.errors import DependencyError, PyPdfError

from newsroom.importing.formats.document import Document
from newsroom.importing.record import Refusal, UnreadableError
from newsroom.importing.text.date_line import read_date_line
from newsroom.importing.text.white_space import tidy
from newsroom.text.dates import VIETNAM

_ASK = "Hãy xin tệp Word của bài rồi nhập tệp ấy"
_SCAN = Refusal("tệp PDF là ảnh chụp trang giấy, không có chữ.", f"{_ASK}, hoặc gõ lại.")
_LOCKED = Refusal("tệp PDF có mật khẩu.", f"{_ASK}.")
_LONG = Refusal("tệp PDF quá dài.", f"{_ASK}, hoặc đính kèm tệp PDF ở dòng attachments.")
_BROKEN = Refusal("tệp PDF hỏng hoặc chưa chép xong.", f"{_ASK}.")
_SCATTERED = Refusal(
    "chữ có dấu trong tệp PDF đứng rời khỏi từ (phông chữ thiếu chữ Việt), đọc ra không thành câu.",
    f"{_ASK}, hoặc gõ lại.",
)
_MOST_PAGES, _MOST_LETTERS, _FEWEST_LETTERS = 60, 300_000, 30
_LARGER = 1.15
"""Letters that are so much larger than the most make a heading."""
_FULL = 0.75
"""Of the longest line: a line that is shorter ends its paragraph."""
_OFTEN = 0.6
"""Of the pages: a line that begins or ends so many is none of the text."""
_AT_EDGE = 2
"""Lines: browsers print two."""
_ENDS = (".", "!", "?", ":", ";", "…")
_ITEM = re.compile(r"(?:[-–+•●▪*]|\d{1,3}[.)]|[a-zđ]\)|[IVX]{1,5}\.)\s")
_NUMBER = re.compile(r"[-–\s]*(?:trang\s*)?\d{1,3}(?:\s*/\s*\d{1,3})?[-–\s]*", re.IGNORECASE)
_NO_SYLLABLE = re.compile(r"[b-df-hj-np-tv-xzđ]{1,3}")
"""Consonants alone, as where letters of another font are drawn behind the line."""
_MOST_OF_THEM = 0.1
"""Of the words."""
_MOST_UNITS = 5
"""Of such words that a table repeats: m, kg, đ."""
_LIGATURES = str.maketrans({"ﬁ": "fi", "ﬂ": "fl", "ﬀ": "ff", "ﬃ": "ffi", "ﬄ": "ffl"})


@dataclass(slots=True)
class _Line:
    """A line of a page, with the size of its letters, and whether all of them are bold."""

    words: str = ""
    size: float = 0.0
    is_bold: bool = True


@dataclass(slots=True)
class _Lines:
    """The lines of a page, as pypdf gives its text piece by piece."""

    found: list[_Line] = field(default_factory=lambda: [_Line()])

    def add(
        self, text: str, cm: Sequence[float], tm: Sequence[float], font: Any, size: float
    ) -> None:
        """A piece of text in one font, scaled by the two matrices."""
        first, *others = text.split("\n")
        title = str((font or {}).get("/BaseFont", ""))
        for place, piece in enumerate((first, *others)):
            if place:
                self.found.append(_Line())
            line = self.found[-1]
            line.words += piece
            if piece.strip():
                line.size = max(line.size, round(abs(size * tm[3] * cm[3]), 1))
                line.is_bold = line.is_bold and "bold" in title.lower()


def read_pdf(data: bytes) -> Document:
    """The text of the PDF as HTML."""
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # what it mends is nobody's concern
    try:
        reader = PdfReader(BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise UnreadableError(_LOCKED)
        if len(reader.pages) > _MOST_PAGES:
            raise UnreadableError(_LONG)
        pages = [_lines_of(page) for page in reader.pages]
        notes = [*_told(reader)]
        moment = _moment(reader)
    except (PyPdfError, DependencyError) as error:
        locked = "crypt" in f"{error}{type(error).__name__}".lower()
        raise UnreadableError(_LOCKED if locked else _BROKEN) from error
    own, edges = _without_edges(pages)
    letters = sum(char.isalpha() for line in own for char in line.words)
    if letters > _MOST_LETTERS or letters < _FEWEST_LETTERS:
        raise UnreadableError(_LONG if letters > _MOST_LETTERS else _SCAN)
    if _is_scattered(own):
        raise UnreadableError(_SCATTERED)
    if edges:
        notes.append(f"đầu trang, chân trang không thuộc bài, đã bỏ: “{'; '.join(edges)}”.")
    return Document("\n".join(_blocks(own)), lambda _: None, moment, tuple(notes))


def _lines_of(page: PageObject) -> list[_Line]:
    lines = _Lines()
    page.extract_text(visitor_text=lines.add)
    for line in lines.found:
        line.words = tidy(line.words.translate(_LIGATURES))
    return [line for line in lines.found if line.words]


def _is_scattered(lines: Sequence[_Line]) -> bool:
    words = [word for line in lines for word in line.words.split()]
    apart = [word for word in words if _NO_SYLLABLE.fullmatch(word)]
    return len(apart) > _MOST_OF_THEM * len(words) and len(set(apart)) > _MOST_UNITS


def _without_edges(pages: Sequence[list[_Line]]) -> tuple[list[_Line], list[str]]:
    """The lines without those that stand at the same edge of most pages, and page numbers."""
    ends = [line for page in pages for line in _ends(page)]
    often = Counter(re.sub(r"\d+", "0", line.words) for line in ends)
    own, edges = [], []
    for page in pages:
        at_edge = {id(line) for line in _ends(page)} if len(page) > 1 else set()
        for line in page:
            key = re.sub(r"\d+", "0", line.words)
            is_many = len(pages) > 2 and often[key] > _OFTEN * len(pages)
            if id(line) in at_edge and (is_many or _NUMBER.fullmatch(line.words)):
                edges.append(line.words)
            else:
                own.append(line)
    return own, list(dict.fromkeys(edge for edge in edges if not _NUMBER.fullmatch(edge)))


def _ends(page: Sequence[_Line]) -> list[_Line]:
    """Its first lines and its last, each once."""
    return list(page) if len(page) <= 2 * _AT_EDGE else [*page[:_AT_EDGE], *page[-_AT_EDGE:]]


def _blocks(lines: Sequence[_Line]) -> Iterator[str]:
    usual = median(line.size for line in lines for _ in range(len(line.words)))
    largest = max(line.size for line in lines)
    for line in _paragraphs(lines):
        words = escape(line.words, quote=False)
        if line.size > usual * _LARGER:
            yield f"<h1>{words}</h1>" if line.size == largest else f"<h2>{words}</h2>"
        else:
            yield f"<p><strong>{words}</strong></p>" if line.is_bold else f"<p>{words}</p>"


def _paragraphs(lines: Sequence[_Line]) -> Iterator[_Line]:
    longest = max(len(line.words) for line in lines)
    whole = lines[0]
    for line, following in pairwise(lines):
        if _goes_on(line, following, longest):
            joined = f"{whole.words} {following.words}"
            whole = _Line(joined, following.size, following.is_bold)
        else:
            yield whole
            whole = following
    yield whole


def _goes_on(line: _Line, following: _Line, longest: int) -> bool:
    """Whether the following line is of the same paragraph."""
    if (line.size, line.is_bold) != (following.size, following.is_bold):
        return False
    if _ITEM.match(following.words) or any(read_date_line(one.words) for one in (line, following)):
        return False
    if following.words[0].islower():
        return True
    return len(line.words) >= _FULL * longest and not line.words.endswith(_ENDS)


def _told(reader: PdfReader) -> Iterator[str]:
    yield (
        "bài lấy từ PDF: đoạn, đề mục, bảng chỉ là đoán theo cách bày trang, hãy đọc lại cả bài so "
        "với tệp gốc."
    )
    pictures = sum(_pictures(page) for page in reader.pages)
    if pictures:
        yield f"tệp PDF có {pictures} ảnh, chưa lấy được: hãy chép ảnh vào thư mục images."
    links = dict.fromkeys(link for page in reader.pages for link in _links(page))
    if links:
        yield f"liên kết trong tệp PDF chỉ còn chữ: {', '.join(links)}"


def _pictures(page: PageObject) -> int:
    resources: Any = page.get("/Resources") or {}
    objects: Any = resources.get_object().get("/XObject") or {}
    drawn = (one.get_object() for one in objects.get_object().values()) if objects else ()
    return sum(one.get("/Subtype") == "/Image" for one in drawn)


def _links(page: PageObject) -> Iterator[str]:
    for note in page.annotations or ():
        action: Any = note.get_object().get("/A") or {}
        address = action.get_object().get("/URI") if action else None
        if address:
            yield tidy(str(address))


def _moment(reader: PdfReader) -> datetime | None:
    """When it was written, None where it does not say so, or in no form that is known."""
    try:
        known = reader.metadata
        moment = (known.modification_date or known.creation_date) if known else None
    except ValueError:
        return None
    if moment is None or moment.tzinfo is None:
        return moment and moment.replace(tzinfo=VIETNAM)
    return moment.astimezone(VIETNAM)
