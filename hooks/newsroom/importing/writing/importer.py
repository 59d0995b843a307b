"""The importer: turns files from an old portal into articles of the folder, one after another."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import Enum
from pathlib import Path, PurePosixPath

from newsroom.content.front_matter import FrontMatter
from newsroom.content.newsroom import Newsroom, Section
from newsroom.content.reader import ArticleReader
from newsroom.importing.formats.failures import told_of
from newsroom.importing.formats.reading import OF_MANY, read_records
from newsroom.importing.record import ImportedArticle, LeftOut, Record, Refusal
from newsroom.importing.writing.addresses import with_usable_addresses
from newsroom.importing.writing.article_file import article_file, old_section
from newsroom.importing.writing.destination import Destination, free_destination
from newsroom.importing.writing.journal import (
    Imported,
    Journal,
    Journals,
    digest_of_bytes,
    digest_of_file,
)
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
    LEFT_OUT = "để ngoài"
    """None of the articles that residents could read."""
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
    of: str = ""
    """The title, where the file holds many articles."""


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
        """Import a file that holds one article; of one with more, the first."""
        first, *_ = self.import_articles(source)
        return first

    def import_articles(self, source: Path) -> Iterator[Outcome]:
        """Import the articles of a file one after another, at least one outcome for it. Whatever is
        wrong is reported and never stops the next article or the next file."""
        try:
            digest = digest_of_file(source)
        except OSError as error:
            yield _outcome(source, told_of(error))
            return
        if known := self._imported_before(digest):
            yield Outcome(source, Status.KNOWN, known)
            return
        articles = []
        for record in _records(source):
            result = self._placed(source, record) if isinstance(record, ImportedArticle) else record
            outcome = _outcome(source, result)
            if outcome.status is not Status.LEFT_OUT:
                articles.append(outcome.article)
            yield replace(outcome, of=_title(source, record))
        if self._journal and all(articles):
            self._journal.done(digest, [path for path in articles if path])

    def _placed(self, source: Path, record: ImportedArticle) -> Outcome | Refusal:
        try:
            return self._place(source, record)
        except Exception as error:
            return told_of(error)

    def end(self) -> None:
        """Say that all files were imported: the next run begins another import."""
        if self._journal:
            self._journal.end()

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


def _outcome(source: Path, result: Outcome | Refusal | LeftOut) -> Outcome:
    if isinstance(result, Outcome):
        return result
    status = Status.FAILED if isinstance(result, Refusal) else Status.LEFT_OUT
    return Outcome(source, status, notes=(str(result),))


def _title(source: Path, record: Record) -> str:
    """What tells the record from the others of its file; empty where it is alone."""
    if isinstance(record, ImportedArticle):
        return record.title if source.suffix.lower() in OF_MANY else ""
    return record.of


def _records(source: Path) -> Iterator[Record]:
    """What a file holds, at least one; the refusal of what cannot be read ends them."""
    try:
        records = read_records(source)
        yield next(records, Refusal("tệp không có bài nào.", "Hãy mở tệp ra xem."))
        yield from records
    except Exception as error:
        yield told_of(error)
