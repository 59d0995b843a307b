"""The importer: turns files from an old portal into articles of the folder, one after another."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import Enum
from pathlib import Path, PurePosixPath

from newsroom.content.front_matter import FrontMatter
from newsroom.content.newsroom import Newsroom, Section
from newsroom.content.reader import ArticleReader
from newsroom.importing.page.saved_files import PAGES, TEXTS, saved_picture
from newsroom.importing.page.saved_page import read_saved_page
from newsroom.importing.record import ImportedArticle, Refusal
from newsroom.importing.text.decoding import decode_page, decode_text, legacy_refusal
from newsroom.importing.text.portal_text import read_portal_text
from newsroom.importing.writing.addresses import with_usable_addresses
from newsroom.importing.writing.article_file import article_file, old_section
from newsroom.importing.writing.destination import Destination, free_destination
from newsroom.importing.writing.journal import Imported, Journal, Journals, digest_of_bytes
from newsroom.importing.writing.known_articles import KnownArticles, Match
from newsroom.importing.writing.notes import EDITED, beside, doubts, refusal_of, told, waiting_for
from newsroom.importing.writing.sections import SectionChoice
from newsroom.importing.writing.waiting import is_waiting, settled
from newsroom.importing.writing.words import digest_of, in_letters

Write = Callable[[Path, bytes], None]
"""Writes a file; a dry run passes one that does nothing."""


class Status(Enum):
    """What became of a file."""

    NEW = "mới"
    SETTLED = "bản nháp cũ đã có chuyên mục"
    DRAFT = "bản nháp chờ chuyên mục"
    KNOWN = "đã có"
    FAILED = "lỗi"
    ASKS = "chờ hỏi chuyên mục"
    """Nothing was written: the file comes again once staff have said where it goes."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """A file, its article relative to the articles folder, and what staff should know of it."""

    source: Path
    status: Status
    article: PurePosixPath | None = None
    notes: tuple[str, ...] = ()
    section_name: str = ""
    """What the source calls a section that nobody knows."""


@dataclass(slots=True)
class Importer:
    """Imports files into a folder; section is for files that name no known one."""

    newsroom: Newsroom
    folder: Path
    now: datetime
    write: Write
    section: Section | None = None
    given: Mapping[str, Section] = field(default_factory=dict)
    """What staff say that old names of sections mean, by the keys of the names."""
    asks: bool = False
    """Whether a file of an unknown section waits for an answer, instead of becoming a draft."""
    archive: str = ""
    """Whose archive the articles are, shown on each of them."""
    journals: Journals | None = None
    """Where to note what is written; a trial notes nothing."""
    known: KnownArticles = field(init=False)
    _reader: ArticleReader = field(init=False)
    _journal: Journal | None = field(init=False)
    _sources: Mapping[str, list[PurePosixPath]] = field(init=False)

    def __post_init__(self) -> None:
        journals = self.journals
        imported = journals.imported() if journals else {}
        self.known = KnownArticles.of_folder(self.folder, imported)
        self._reader = ArticleReader(self.newsroom, self.now)
        self._journal = journals.current() if journals else None
        self._sources = journals.sources() if journals else {}

    def import_file(self, source: Path) -> Outcome:
        """Import a file. Whatever is wrong with it is reported and never stops the next one."""
        try:
            result = self._import(source)
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

    def end(self) -> None:
        """Say that all files were imported: the next run begins another import."""
        if self._journal:
            self._journal.end()

    def _import(self, source: Path) -> Outcome | Refusal:
        digest = digest_of_bytes(source.read_bytes())
        if known := self._imported_before(digest):
            return Outcome(source, Status.KNOWN, known)
        record = read_record(source)
        result = record if isinstance(record, Refusal) else self._place(source, record)
        if self._journal and isinstance(result, Outcome) and result.article:
            self._journal.done(digest, [result.article])
        return result

    def _imported_before(self, digest: str) -> PurePosixPath | None:
        """The article of a source that was imported as it is, unless it waits for its section."""
        articles = self._sources.get(digest, [])
        is_there = all((self.folder / path).exists() for path in articles)
        if not is_there or any(path in self.known.drafts for path in articles):
            return None
        return next(iter(articles), None)

    def _place(self, source: Path, record: ImportedArticle) -> Outcome | Refusal:
        record = with_usable_addresses(in_letters(record))
        section = SectionChoice(self.newsroom.sections, self.given, self.section).find(
            record.section_names
        )
        match = self.known.match(record)
        if match.same:
            return self._known(source, record, section, match)
        if section is None and self.asks:
            return Outcome(source, Status.ASKS, section_name=old_section(record))
        record = self._with_own_addresses(beside(match.namesake, record))
        destination = free_destination(record, self.folder, self.known)
        paths = destination.picture_paths(record)
        text = article_file(record, section, paths, self.newsroom, self.archive)
        if isinstance(text, Refusal):
            return text
        return self._write(source, record, section, destination, text.encode())

    def _known(
        self, source: Path, record: ImportedArticle, section: Section | None, match: Match
    ) -> Outcome:
        path = match.same
        notes = (EDITED,) if match.is_edited else ()
        parts = self.known.read(path) if path in self.known.drafts else None
        if path is None or parts is None or not is_waiting(parts, self.newsroom.sections):
            return Outcome(source, Status.KNOWN, path, notes)
        if section is None:
            status = Status.ASKS if self.asks else Status.DRAFT
            name = old_section(record)
            waits = waiting_for(name, self.newsroom.sections)
            return Outcome(source, status, path, (waits,), name)
        self._settle(path, record, section, parts)
        return Outcome(source, Status.SETTLED, path, notes)

    def _settle(
        self, path: PurePosixPath, record: ImportedArticle, section: Section, parts: FrontMatter
    ) -> None:
        """Give a draft of an earlier import the section that it waits for."""
        before = (self.folder / path).read_bytes()
        data = settled(before, parts, section)
        self._note(Imported(
            str(path), digest_of(record), {str(path): digest_of_bytes(data)}, before.decode()
        ))  # fmt: skip
        self.write(self.folder / path, data)

    def _with_own_addresses(self, record: ImportedArticle) -> ImportedArticle:
        own, taken = self.known.with_own_addresses(record)
        notes = (
            f"địa chỉ cũ “{a}” đã là của bài {path}, nên không ghi." for a, path in taken.items()
        )
        return replace(own, notes=(*own.notes, *notes))

    def _write(
        self,
        source: Path,
        record: ImportedArticle,
        section: Section | None,
        destination: Destination,
        data: bytes,
    ) -> Outcome | Refusal:
        problems = self._reader.read(destination.path, data).problems
        if section is None:
            problems = tuple(problem for problem in problems if problem.field != "category")
        if refusal := refusal_of(problems, data, is_waiting=section is None):
            return refusal
        pictures = dict(destination.pictures(record))
        files = {**pictures, destination.path: data}
        digests = {str(path): digest_of_bytes(content) for path, content in files.items()}
        self._note(Imported(str(destination.path), digest_of(record), digests))
        for path, content in files.items():
            self.write(self.folder / path, content)
        self.known.add(destination.path, record, is_draft=section is None)
        notes = (*record.notes, *map(told, problems), *doubts(data))
        if section:
            return Outcome(source, Status.NEW, destination.path, notes)
        name = old_section(record)
        waits = waiting_for(name, self.newsroom.sections)
        return Outcome(source, Status.DRAFT, destination.path, (waits, *notes), name)

    def _note(self, imported: Imported) -> None:
        if self._journal:
            self._journal.write(imported)


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
