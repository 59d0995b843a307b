"""Taking an import back: what it wrote goes, what staff have changed since stays and is named."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from newsroom.content.files import article_paths
from newsroom.content.source import EncodingFault, bytes_of
from newsroom.importing.writing.journal import Imported, digest_of_file

Write = Callable[[Path, bytes], None]
_FILE_NAME = re.compile(r"[\w.-]+\.\w+")


@dataclass(frozen=True, slots=True)
class Undoing:
    """What taking an import back comes to; paths are relative to the articles folder."""

    articles: Sequence[str]
    """Those that go."""
    restored: Sequence[Imported]
    """Those that get their former text back."""
    changed: Sequence[str]
    """Those that staff have changed, and that stay."""
    pictures: Sequence[str]


def plan_of(folder: Path, imported: Iterable[Imported]) -> Undoing:
    """What goes and what stays of an import."""
    by_article: dict[str, list[Imported]] = defaultdict(list)
    pictures: dict[str, str] = {}
    for one in imported:
        by_article[one.article].append(one)
        pictures.update({p: digest for p, digest in one.files.items() if p != one.article})
    articles: list[Imported] = []
    restored: list[Imported] = []
    changed: list[str] = []
    for path, ones in by_article.items():
        now = _digest(folder, path)
        if now == ones[-1].files[path]:
            (articles if ones[0].before is None else restored).append(ones[0])
        elif now is not None:
            changed.append(path)
    going = {one.article for one in articles}
    named = _names_in_articles(folder, going) if pictures else frozenset[str]()
    gone = [p for p, d in pictures.items() if _name(p) not in named and _digest(folder, p) == d]
    return Undoing(sorted(going), restored, changed, gone)


def take_back(folder: Path, undoing: Undoing, write: Write) -> None:
    """Do it; whatever stops it, it can be done again."""
    for one in undoing.restored:
        write(folder / one.article, (one.before or "").encode())
    for path in (*undoing.articles, *undoing.pictures):
        file = folder / path
        file.unlink(missing_ok=True)
        _remove_empty(file.parent, folder)


def _digest(folder: Path, path: str) -> str | None:
    file = folder / path
    return digest_of_file(file) if file.is_file() else None


def _names_in_articles(folder: Path, gone: set[str]) -> frozenset[str]:
    """All that looks like the name of a file in the articles that stay."""
    return frozenset(
        name
        for path in article_paths(folder)
        if str(path) not in gone
        for name in _names(bytes_of(folder, str(path)))
    )


def _names(data: bytes | EncodingFault) -> Iterator[str]:
    if isinstance(data, bytes):
        yield from _FILE_NAME.findall(data.decode("utf-8", "replace"))


def _name(path: str) -> str:
    return PurePosixPath(path).name


def _remove_empty(folder: Path, top: Path) -> None:
    while folder != top and folder.is_dir() and not any(folder.iterdir()):
        folder.rmdir()
        folder = folder.parent
