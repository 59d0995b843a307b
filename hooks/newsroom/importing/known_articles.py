"""The articles that the folder holds already, so that none is imported twice."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path, PurePosixPath

from newsroom.content.folder import article_paths
from newsroom.content.front_matter import FrontMatter, read_front_matter
from newsroom.content.source import decode
from newsroom.importing.record import ImportedArticle
from newsroom.text.dates import parse_date
from newsroom.text.fold import fold
from newsroom.text.slug import slugify

Key = tuple[str, str]


@dataclass(slots=True)
class KnownArticles:
    """What tells an article from another, with its file; grows as articles are imported.

    An article is the same if title and date, lead and date, or an old address are: staff may
    rename the file, correct the title and write on.
    """

    by_key: dict[Key, PurePosixPath] = field(default_factory=dict)
    addresses: set[str] = field(default_factory=set)

    @classmethod
    def of_folder(cls, folder: Path) -> "KnownArticles":
        """The articles of the folder, readable or not as the site would have it."""
        known = cls()
        for path in article_paths(folder) if folder.is_dir() else ():
            text = decode((folder / path).read_bytes())
            parts = read_front_matter(text) if isinstance(text, str) else None
            if isinstance(parts, FrontMatter):
                known._add(path, dict(_values(parts)), _aliases(parts))
        return known

    def find(self, record: ImportedArticle) -> PurePosixPath | None:
        """The file of the same article, None where it is new."""
        keys = _keys(record.title, record.lead, record.date, record.addresses)
        return next((self.by_key[key] for key in keys if key in self.by_key), None)

    def is_taken(self, date: datetime, slug: str) -> bool:
        """Whether an article has the address that the slug would have in that month."""
        return f"{date:%Y/%m}/{slug}" in self.addresses

    def add(self, path: PurePosixPath, record: ImportedArticle) -> None:
        """Remember an imported article."""
        for key in _keys(record.title, record.lead, record.date, record.addresses):
            self.by_key.setdefault(key, path)
        self.addresses.add(f"{record.date:%Y/%m}/{slugify(path.stem)}")

    def _add(self, path: PurePosixPath, values: dict[str, str], aliases: list[str]) -> None:
        date = parse_date(values.get("date", ""))
        title, lead = values.get("title", ""), values.get("summary", "")
        for key in _keys(title, lead, date, aliases):
            self.by_key.setdefault(key, path)
        if date is not None:
            self.addresses.add(f"{date:%Y/%m}/{slugify(path.stem)}")


def _keys(
    title: str, lead: str, date: datetime | None, addresses: tuple[str, ...] | list[str]
) -> Iterator[Key]:
    if date is not None:
        moment = f"{date:%Y-%m-%d %H:%M}"
        yield from ((moment, fold(text)) for text in (title, lead) if fold(text))
    yield from (("", address) for address in addresses)


def _values(parts: FrontMatter) -> Iterator[tuple[str, str]]:
    for name, entry in parts.entries.items():
        if isinstance(entry.value, str):
            yield name, entry.value


def _aliases(parts: FrontMatter) -> list[str]:
    entry = parts.entries.get("aliases")
    return [str(item) for item in entry.value] if entry and isinstance(entry.value, list) else []
