"""The importer: turns files from an old portal into articles of the folder, one after another."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum
from pathlib import Path, PurePosixPath

from newsroom.content.contradictions import CURE, doubts_about
from newsroom.content.front_matter import FrontMatter, read_front_matter
from newsroom.content.newsroom import Newsroom, Section
from newsroom.content.problem import Problem
from newsroom.content.reader import ArticleReader
from newsroom.importing.page.saved_files import PAGES, TEXTS, saved_picture
from newsroom.importing.page.saved_page import read_saved_page
from newsroom.importing.record import ImportedArticle, Refusal
from newsroom.importing.text.decoding import decode_page, decode_text, legacy_refusal
from newsroom.importing.text.portal_text import read_portal_text
from newsroom.importing.writing.article_file import article_file
from newsroom.importing.writing.destination import Destination, free_destination
from newsroom.importing.writing.known_articles import KnownArticles
from newsroom.importing.writing.sections import find_section

Write = Callable[[Path, bytes], None]
"""Writes a file; a dry run passes one that does nothing."""


class Status(Enum):
    """What became of a file."""

    NEW = "mới"
    KNOWN = "đã có"
    FAILED = "lỗi"


@dataclass(frozen=True, slots=True)
class Outcome:
    """A file, its article relative to the articles folder, and what staff should know of it."""

    source: Path
    status: Status
    article: PurePosixPath | None = None
    notes: tuple[str, ...] = ()


@dataclass(slots=True)
class Importer:
    """Imports files into a folder; section is for files that name no known one."""

    newsroom: Newsroom
    folder: Path
    now: datetime
    write: Write
    section: Section | None = None
    known: KnownArticles = field(init=False)

    def __post_init__(self) -> None:
        self.known = KnownArticles.of_folder(self.folder)

    def import_file(self, source: Path) -> Outcome:
        """Import a file. Whatever is wrong with it is reported and never stops the next one."""
        try:
            record = read_record(source)
            result = record if isinstance(record, Refusal) else self._place(source, record)
        except OSError as error:
            result = Refusal(
                f"không đọc hoặc ghi được tệp: {error.strerror}.", "Hãy kiểm tra ổ đĩa và quyền."
            )
        except RecursionError:
            result = Refusal("trang có quá nhiều lớp lồng nhau.", "Hãy chép bài thành tệp .txt.")
        except Exception as error:
            result = Refusal(
                f"máy không đọc được tệp này ({type(error).__name__}: {str(error)[:80]}).",
                "Hãy chép bài thành tệp .txt, và gửi tệp này cho kỹ thuật viên.",
            )
        if isinstance(result, Refusal):
            return Outcome(source, Status.FAILED, notes=(str(result),))
        return result

    def _place(self, source: Path, record: ImportedArticle) -> Outcome | Refusal:
        same = self.known.find(record)
        if same is not None:
            return Outcome(source, Status.KNOWN, same)
        section = find_section(record.section_names, self.newsroom.sections)
        if isinstance(section, Refusal):
            if self.section is None:
                return section
            section = self.section
        record = self.known.with_own_addresses(record)
        destination = free_destination(record, self.folder, self.known)
        text = article_file(record, section, destination.picture_paths(record), self.newsroom)
        if isinstance(text, Refusal):
            return text
        return self._write(source, record, destination, text.encode())

    def _write(
        self, source: Path, record: ImportedArticle, destination: Destination, data: bytes
    ) -> Outcome | Refusal:
        problems = ArticleReader(self.newsroom, self.now).read(destination.path, data).problems
        for problem in problems:
            if problem.blocking and problem.field != "date":
                return Refusal(problem.found, problem.cure)
        for path, picture in destination.pictures(record):
            self.write(self.folder / path, picture)
        self.write(self.folder / destination.path, data)
        self.known.add(destination.path, record)
        notes = (*record.notes, *map(_told, problems), *_doubts(data))
        return Outcome(source, Status.NEW, destination.path, notes)


def read_record(source: Path) -> ImportedArticle | Refusal:
    """The article in a file, or why there is none."""
    kind = source.suffix.lower()
    if kind in TEXTS:
        text = decode_text(source.read_bytes())
        record = text if isinstance(text, Refusal) else read_portal_text(text)
    elif kind in PAGES:
        html = decode_page(source.read_bytes())
        record = html if isinstance(html, Refusal) else read_saved_page(html, saved_picture(source))
    else:
        cure = "Hãy mở tệp, chép bài thành tệp .txt (mã hóa UTF-8) rồi nhập tệp ấy."
        return Refusal(f"chưa nhập được tệp {kind or 'không có đuôi'}.", cure)
    if isinstance(record, Refusal):
        return record
    return legacy_refusal(f"{record.title} {record.lead} {record.body}") or record


def _doubts(data: bytes) -> Iterator[str]:
    """What the old portal got wrong, to be looked at: an import changes no word."""
    parts = read_front_matter(data.decode())
    if isinstance(parts, FrontMatter):
        for doubt in doubts_about(parts):
            yield f"dòng {doubt.line}: {doubt.found} {CURE}"


def _told(problem: Problem) -> str:
    return (
        f"{problem.field}: {problem.found} {problem.cure}"
        if problem.field
        else f"{problem.found} {problem.cure}"
    )
