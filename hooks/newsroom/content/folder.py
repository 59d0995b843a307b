"""The articles folder: every file of it read, one bad article never stopping the others."""

import os
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path, PurePosixPath
from typing import NamedTuple, Protocol

from newsroom.content.article import Article
from newsroom.content.newsroom import Newsroom
from newsroom.content.reader import ArticleReader
from newsroom.problem import Problem, by_place

README = "README.md"


@dataclass(frozen=True, slots=True)
class ArticleFolder:
    """The articles that can be published, in the order of their paths, and all problems."""

    articles: tuple[Article, ...]
    problems: tuple[Problem, ...]

    @property
    def blocking(self) -> list[Problem]:
        """The problems for which a file is left out."""
        return [problem for problem in self.problems if problem.blocking]


class Stamp(NamedTuple):
    """What tells without reading it that a file is the one from before."""

    size: int
    """Bytes."""
    modified: int
    """When it was last written, in nanoseconds."""


def scan(folder: Path | str, prefix: str = "") -> Iterator[tuple[str, Stamp]]:
    """Every file below the folder with its path relative to it, in order."""
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except FileNotFoundError:
        return
    for entry in entries:
        if entry.is_dir(follow_symlinks=False):
            yield from scan(entry.path, f"{prefix}{entry.name}/")
        elif entry.is_file():
            stat = entry.stat()
            yield f"{prefix}{entry.name}", Stamp(stat.st_size, stat.st_mtime_ns)


def is_article(path: str) -> bool:
    """Whether the file of that path below the folder is an article: the README and hidden ones
    are none."""
    return path.endswith(".md") and path.rpartition("/")[2] != README and "/." not in f"/{path}"


def article_paths(folder: Path) -> Iterator[PurePosixPath]:
    """The article files below the folder, relative to it, in order; hidden ones and the README
    are none."""
    return (PurePosixPath(path) for path, _ in scan(folder) if is_article(path))


def read_articles(folder: Path, newsroom: Newsroom, now: datetime) -> ArticleFolder:
    """All articles of the folder as of that moment."""
    reader = ArticleReader(newsroom, now)
    paths = article_paths(folder)
    readings = [reader.read(path, (folder / path).read_bytes()) for path in paths]
    return collected(readings, newsroom.articles_dir)


class Read(Protocol):
    """What reading one file gave."""

    @property
    def article(self) -> Article | None:
        """The article where it can be published."""

    @property
    def problems(self) -> Sequence[Problem]:
        """What staff should put right."""


def collected(readings: Collection[Read], articles_dir: str) -> ArticleFolder:
    """What the readings of all files of a folder come to; of one address one article is kept."""
    articles = [reading.article for reading in readings if reading.article]
    clashes = list(_address_clashes(articles, articles_dir))
    refused = {problem.path for problem in clashes}
    kept = articles if not refused else [
        article for article in articles if f"{articles_dir}/{article.path}" not in refused
    ]  # fmt: skip
    problems = [problem for reading in readings for problem in reading.problems] + clashes
    return ArticleFolder(tuple(kept), tuple(sorted(problems, key=by_place)))


def _address_clashes(articles: Collection[Article], articles_dir: str) -> Iterator[Problem]:
    if len({article.uri for article in articles}) == len(articles):
        return
    by_uri: dict[str, list[Article]] = defaultdict(list)
    for article in articles:
        by_uri[article.uri].append(article)
    for uri, claimants in by_uri.items():
        if len(claimants) == 1:
            continue
        first, *others = sorted(claimants, key=lambda a: (a.path.stem != a.slug, str(a.path)))
        for other in others:
            yield Problem(
                f"{articles_dir}/{other.path}",
                f"trùng địa chỉ /{uri} với {articles_dir}/{first.path} (bài này được giữ).",
                "Hãy đổi tên tệp của một trong hai bài.",
            )
