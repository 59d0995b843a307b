"""The importer: turns files from an old portal into articles of the folder, one after another."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum
from itertools import chain
from pathlib import Path, PurePosixPath

from newsroom.content.contradictions import CURE, doubts_about
from newsroom.content.front_matter import FrontMatter, read_front_matter
from newsroom.content.newsroom import Newsroom, Section
from newsroom.content.problem import Problem
from newsroom.content.reader import ArticleReader
from newsroom.importing.formats.reading import read_records
from newsroom.importing.record import ImportedArticle, Refusal
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
        """Import a file that holds one article; of one with more, the first."""
        return next(self.import_articles(source))

    def import_articles(self, source: Path) -> Iterator[Outcome]:
        """Import the articles of a file one after another, at least one outcome for it. Whatever is
        wrong is reported and never stops the next article or the next file."""
        records = _read(source)
        empty = Refusal("tệp không có bài nào.", "Hãy mở tệp ra xem.")
        for record in chain([next(records, empty)], records):
            result = record if isinstance(record, Refusal) else self._placed(source, record)
            yield _outcome(source, result)

    def _placed(self, source: Path, record: ImportedArticle) -> Outcome | Refusal:
        try:
            return self._place(source, record)
        except Exception as error:
            return _told_of(error)

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


def _outcome(source: Path, result: Outcome | Refusal) -> Outcome:
    if isinstance(result, Refusal):
        return Outcome(source, Status.FAILED, notes=(str(result),))
    return result


def _read(source: Path) -> Iterator[ImportedArticle | Refusal]:
    try:
        yield from read_records(source)
    except Exception as error:
        yield _told_of(error)


def _told_of(error: Exception) -> Refusal:
    if isinstance(error, OSError):
        found = f"không đọc hoặc ghi được tệp: {error.strerror}."
        return Refusal(found, "Hãy kiểm tra ổ đĩa và quyền.")
    if isinstance(error, RecursionError):
        return Refusal("trang có quá nhiều lớp lồng nhau.", "Hãy chép bài thành tệp .txt.")
    return Refusal(
        f"máy không đọc được tệp này ({type(error).__name__}: {str(error)[:80]}).",
        "Hãy chép bài thành tệp .txt, và gửi tệp này cho kỹ thuật viên.",
    )


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
