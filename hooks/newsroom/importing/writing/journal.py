"""The journal of an import: what it wrote and what it has read, so that it can go on where it was
stopped, and be taken back.

Each import of a folder has a numbered file of JSON lines below .cache. A line is written before the
files that it tells of, so that no file is ever there unknown.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from pathlib import Path, PurePosixPath
from typing import Any


@dataclass(frozen=True, slots=True)
class Imported:
    """An article that an import wrote; paths are relative to the articles folder."""

    article: str
    content: str
    """The digest of what its source says."""
    files: Mapping[str, str]
    """The digests of the bytes of its pictures and, as the last, of its own file."""
    before: str | None = None
    """The text of the file, where the import changed one that was there."""


def digest_of_bytes(data: bytes) -> str:
    """What tells the bytes of a file from all others."""
    return hashlib.sha256(data).hexdigest()


def digest_of_file(file: Path) -> str:
    """The same of a file, read piece by piece: a folder may hold one that no memory does."""
    with file.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


@dataclass(slots=True)
class Journal:
    """The journal of the import that is going on; it comes to be with the first article."""

    file: Path
    _waiting: list[str] = field(default_factory=list)

    def write(self, imported: Imported) -> None:
        """Note an article that is about to be written."""
        self._append([*self._waiting, _line({"imported": asdict(imported)})])
        self._waiting.clear()

    def done(self, source: str, articles: Iterable[PurePosixPath]) -> None:
        """Note that all of a source, by the digest of its bytes, stands in these articles."""
        line = _line({"source": source, "articles": list(map(str, articles))})
        if self.file.exists():
            self._append([line])
        else:
            self._waiting.append(line)

    def end(self) -> None:
        """Note that the import has come to its end: the next one is another."""
        if self.file.exists():
            self._append([_line({"ended": True})])

    def _append(self, lines: Iterable[str]) -> None:
        self.file.parent.mkdir(parents=True, exist_ok=True)
        with self.file.open("a", encoding="utf-8") as stream:
            stream.writelines(lines)


@dataclass(frozen=True, slots=True)
class Journals:
    """The journals of the imports into one folder."""

    folder: Path

    @classmethod
    def of(cls, cache: Path, articles: Path) -> "Journals":
        """Those in a cache that serves several folders of articles."""
        return cls(cache / digest_of_bytes(str(articles.resolve()).encode())[:16])

    def current(self) -> Journal:
        """The journal to write on: that of the import that was stopped last, else a new one."""
        last = self.last()
        if last and not any("ended" in row for row in _rows(last)):
            return Journal(last)
        number = int(last.stem) + 1 if last else 1
        return Journal(self.folder / f"{number:06}.jsonl")

    def last(self) -> Path | None:
        """The journal of the last import; None where there was none, or all were taken back."""
        return next(reversed(self._files()), None)

    def imported(self) -> dict[PurePosixPath, Imported]:
        """What was imported last as each article."""
        found = (one for file in self._files() for one in imported_in(file))
        return {PurePosixPath(one.article): one for one in found}

    def sources(self) -> dict[str, list[PurePosixPath]]:
        """The articles that each source became, by the digest of its bytes."""
        rows = (row for file in self._files() for row in _rows(file) if "source" in row)
        return {row["source"]: [PurePosixPath(path) for path in row["articles"]] for row in rows}

    def _files(self) -> list[Path]:
        return sorted(self.folder.glob("*.jsonl")) if self.folder.is_dir() else []


def imported_in(journal: Path) -> Iterator[Imported]:
    """The articles that a journal tells of, in the order in which they were written."""
    for row in _rows(journal):
        if "imported" in row:
            yield Imported(**row["imported"])


def _line(row: Mapping[str, Any]) -> str:
    """The row, on a line of its own whatever was cut off before it."""
    return "\n" + json.dumps(row, ensure_ascii=False)


def _rows(journal: Path) -> Iterator[dict[str, Any]]:
    with journal.open(encoding="utf-8", errors="replace") as stream:
        for line in stream:
            with suppress(ValueError):  # cut off
                row = json.loads(line)
                yield row
