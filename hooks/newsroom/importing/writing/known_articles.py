"""The articles that the folder holds already, so that none is imported twice and none is lost."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path, PurePosixPath

from newsroom.content.files import article_paths
from newsroom.content.front_matter import FrontMatter, read_front_matter
from newsroom.content.source import bytes_of, decode
from newsroom.importing.record import ImportedArticle
from newsroom.importing.writing.journal import Imported, digest_of_bytes
from newsroom.importing.writing.words import are_in, digest_of, words_of_record
from newsroom.text.dates import parse_date
from newsroom.text.fold import fold
from newsroom.text.slug import slugify

Key = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Match:
    """What the folder has of a record: the same article, or others that are called alike."""

    same: PurePosixPath | None = None
    is_edited: bool = False
    """Whether it says it in other words by now."""
    namesake: PurePosixPath | None = None
    """An article of the same title and day, or address, that says something else."""


@dataclass(slots=True)
class KnownArticles:
    """What identifies each article, with its file; grows as articles are imported.

    Two articles are the same if they agree in two of title, day and old address, and say the same:
    staff may rename the file, correct the title or the date, and write on; but titles such as
    “Lịch công tác tuần” come again, and some portals give one address to all.
    """

    folder: Path
    imported: Mapping[PurePosixPath, Imported] = field(default_factory=dict)
    """What earlier imports wrote, as far as anybody remembers."""
    by_key: dict[Key, list[PurePosixPath]] = field(default_factory=lambda: defaultdict(list))
    aliases: dict[str, PurePosixPath] = field(default_factory=dict)
    addresses: set[str] = field(default_factory=set)
    drafts: set[PurePosixPath] = field(default_factory=set)
    numbers: dict[tuple[int, str], int] = field(default_factory=dict)
    """The number in the name of the last article of this import, of those of a year and a title."""
    _new: dict[PurePosixPath, str] = field(default_factory=dict)
    """The content digests of what this import wrote; a trial leaves nothing to be read again."""

    @classmethod
    def of_folder(
        cls, folder: Path, imported: Mapping[PurePosixPath, Imported] | None = None
    ) -> "KnownArticles":
        """The articles of the folder, whether the site can publish them or not."""
        known = cls(folder, imported or {})
        for path in article_paths(folder) if folder.is_dir() else ():
            if isinstance(parts := known.read(path), FrontMatter):
                date = parse_date(_text(parts, "date"))
                known._remember(path, _text(parts, "title"), date, _aliases(parts))
                if _text(parts, "draft") == "true":
                    known.drafts.add(path)
        return known

    def match(self, record: ImportedArticle) -> Match:
        """What there is of the record."""
        keys = _keys(record.title, record.date, record.addresses)
        paths = list(dict.fromkeys(path for key in keys for path in self.by_key.get(key, ())))
        if not paths:
            return Match()
        digest, words = digest_of(record), words_of_record(record)
        for path in paths:
            if digest == self._digest_of(path):
                return Match(path)
        for path in paths:
            if not self._is_as_imported(path) and self._still_says(path, words):
                return Match(path, is_edited=True)
        return Match(namesake=paths[0])

    def with_own_addresses(
        self, record: ImportedArticle
    ) -> tuple[ImportedArticle, dict[str, PurePosixPath]]:
        """The record without the addresses that lead to another article already, and those."""
        taken = {a: self.aliases[a] for a in record.addresses if a in self.aliases}
        own = tuple(a for a in record.addresses if a not in taken)
        return replace(record, addresses=own), taken

    def is_taken(self, date: datetime, slug: str) -> bool:
        """Whether an article has the address that the slug would have in that month."""
        return f"{date:%Y/%m}/{slug}" in self.addresses

    def add(self, path: PurePosixPath, record: ImportedArticle, *, is_draft: bool = False) -> None:
        """Remember an imported article."""
        if is_draft:
            self.drafts.add(path)
        self._new[path] = digest_of(record)
        self._remember(path, record.title, record.date, record.addresses)

    def read(self, path: PurePosixPath) -> FrontMatter | None:
        """The article's file as it is now, None where it cannot be read."""
        text = decode(bytes_of(self.folder, str(path)))
        parts = read_front_matter(text) if isinstance(text, str) else None
        return parts if isinstance(parts, FrontMatter) else None

    def _digest_of(self, path: PurePosixPath) -> str | None:
        """The digest of what was imported as that article, whatever it says by now."""
        imported = self.imported.get(path)
        return self._new.get(path) or (imported.content if imported else None)

    def _is_as_imported(self, path: PurePosixPath) -> bool:
        if path in self._new:
            return True
        imported = self.imported.get(path)
        data = bytes_of(self.folder, str(path)) if imported else None
        return (
            imported is not None and isinstance(data, bytes)
            and digest_of_bytes(data) == imported.files.get(str(path))
        )  # fmt: skip

    def _still_says(self, path: PurePosixPath, words: list[str]) -> bool:
        parts = self.read(path)
        return parts is not None and are_in(words, parts)

    def _remember(
        self, path: PurePosixPath, title: str, date: datetime | None, aliases: Iterable[str]
    ) -> None:
        for alias in aliases:
            self.aliases.setdefault(alias, path)
        for key in _keys(title, date, aliases):
            self.by_key[key].append(path)
        if date is not None:
            self.addresses.add(f"{date:%Y/%m}/{slugify(path.stem)}")


def _keys(title: str, date: datetime | None, aliases: Iterable[str]) -> Iterator[Key]:
    day = "" if date is None else f"{date:%Y-%m-%d}"
    features = [feature for feature in (fold(title), day) if feature]
    if day and title:
        yield fold(title), day
    yield from ((alias, feature) for alias in aliases for feature in features)


def _text(parts: FrontMatter, name: str) -> str:
    entry = parts.entries.get(name)
    return entry.value if entry and isinstance(entry.value, str) else ""


def _aliases(parts: FrontMatter) -> list[str]:
    entry = parts.entries.get("aliases")
    return [str(item) for item in entry.value] if entry and isinstance(entry.value, list) else []
