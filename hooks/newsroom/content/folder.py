"""The articles folder: every file of it read, one bad article never stopping the others."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path, PurePosixPath

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


def article_paths(folder: Path) -> Iterator[PurePosixPath]:
    """The article files below the folder, relative to it, in order; hidden ones and the README
    are none."""
    for path in sorted(folder.rglob("*.md")):
        relative = PurePosixPath(path.relative_to(folder).as_posix())
        hidden = any(part.startswith(".") for part in relative.parts)
        if not hidden and relative.name != README and path.is_file():
            yield relative


def read_articles(folder: Path, newsroom: Newsroom, now: datetime) -> ArticleFolder:
    """All articles of the folder as of that moment."""
    reader = ArticleReader(newsroom, now)
    readings = [reader.read(path, (folder / path).read_bytes()) for path in article_paths(folder)]
    articles = [reading.article for reading in readings if reading.article]
    clashes = list(_address_clashes(articles, newsroom.articles_dir))
    refused = {problem.path for problem in clashes}
    kept = [a for a in articles if f"{newsroom.articles_dir}/{a.path}" not in refused]
    problems = [problem for reading in readings for problem in reading.problems] + clashes
    return ArticleFolder(tuple(kept), tuple(sorted(problems, key=by_place)))


def _address_clashes(articles: Iterable[Article], articles_dir: str) -> Iterator[Problem]:
    by_uri: dict[str, list[Article]] = defaultdict(list)
    for article in articles:
        by_uri[article.uri].append(article)
    for uri, claimants in by_uri.items():
        first, *others = sorted(claimants, key=lambda a: (a.path.stem != a.slug, str(a.path)))
        for other in others:
            yield Problem(
                f"{articles_dir}/{other.path}",
                f"trùng địa chỉ /{uri} với {articles_dir}/{first.path} (bài này được giữ).",
                "Hãy đổi tên tệp của một trong hai bài.",
            )
