"""The articles that the folder holds already, so that none is imported twice."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path, PurePosixPath

from newsroom.content.files import article_paths
from newsroom.content.front_matter import FrontMatter, read_front_matter
from newsroom.content.source import bytes_of, decode
from newsroom.importing.record import ImportedArticle
from newsroom.text.dates import parse_date
from newsroom.text.fold import fold
from newsroom.text.slug import slugify

Key = tuple[str, str]


@dataclass(slots=True)
class KnownArticles:
    """What identifies each article, with its file; grows as articles are imported.

    Two articles are the same if they agree in two of title, date and old address: staff may
    rename the file, correct the title or the date, and write on.
    """

    by_key: dict[Key, PurePosixPath] = field(default_factory=dict)
    aliases: set[str] = field(default_factory=set)
    addresses: set[str] = field(default_factory=set)

    @classmethod
    def of_folder(cls, folder: Path) -> "KnownArticles":
        """The articles of the folder, whether the site can publish them or not."""
        known = cls()
        for path in article_paths(folder) if folder.is_dir() else ():
            text = decode(bytes_of(folder, str(path)))
            parts = read_front_matter(text) if isinstance(text, str) else None
            if isinstance(parts, FrontMatter):
                date = parse_date(_text(parts, "date"))
                known._remember(path, _text(parts, "title"), date, _aliases(parts))
        return known

    def find(self, record: ImportedArticle) -> PurePosixPath | None:
        """The file of the same article, None if it is new."""
        keys = _keys(record.title, record.date, record.addresses)
        return next((self.by_key[key] for key in keys if key in self.by_key), None)

    def with_own_addresses(self, record: ImportedArticle) -> ImportedArticle:
        """The record without the addresses that lead to another article already."""
        own = tuple(a for a in record.addresses if a not in self.aliases)
        return replace(record, addresses=own)

    def is_taken(self, date: datetime, slug: str) -> bool:
        """Whether an article has the address that the slug would have in that month."""
        return f"{date:%Y/%m}/{slug}" in self.addresses

    def add(self, path: PurePosixPath, record: ImportedArticle) -> None:
        """Remember an imported article."""
        self._remember(path, record.title, record.date, record.addresses)

    def _remember(
        self, path: PurePosixPath, title: str, date: datetime | None, aliases: Iterable[str]
    ) -> None:
        self.aliases.update(aliases)
        for key in _keys(title, date, aliases):
            self.by_key.setdefault(key, path)
        if date is not None:
            self.addresses.add(f"{date:%Y/%m}/{slugify(path.stem)}")


def _keys(title: str, date: datetime | None, aliases: Iterable[str]) -> Iterator[Key]:
    moment = "" if date is None else f"{date:%Y-%m-%d %H:%M}"
    features = [feature for feature in (fold(title), moment) if feature]
    if moment and title:
        yield fold(title), moment
    yield from ((alias, feature) for alias in aliases for feature in features)


def _text(parts: FrontMatter, name: str) -> str:
    entry = parts.entries.get(name)
    return entry.value if entry and isinstance(entry.value, str) else ""


def _aliases(parts: FrontMatter) -> list[str]:
    entry = parts.entries.get("aliases")
    return [str(item) for item in entry.value] if entry and isinstance(entry.value, list) else []
