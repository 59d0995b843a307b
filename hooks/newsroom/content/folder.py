"""The articles folder: every file of it read, one bad article never stopping the others."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from newsroom.content.article import Article
from newsroom.content.files import address_clashes, article_paths
from newsroom.content.newsroom import Newsroom
from newsroom.content.problem import Problem, by_place
from newsroom.content.reader import ArticleReader, ArticleReading
from newsroom.content.source import bytes_of


@dataclass(frozen=True, slots=True)
class ArticleFolder:
    """The articles that can be published, in the order of their paths, and all problems."""

    articles: tuple[Article, ...]
    problems: tuple[Problem, ...]

    @property
    def blocking(self) -> list[Problem]:
        """The problems for which a file is left out."""
        return [problem for problem in self.problems if problem.blocking]


def read_articles(folder: Path, newsroom: Newsroom, now: datetime) -> ArticleFolder:
    """All articles of the folder as of that moment."""
    reader = ArticleReader(newsroom, now)
    paths = article_paths(folder)
    readings = [reader.read(path, bytes_of(folder, str(path))) for path in paths]
    return collected(readings, newsroom.articles_dir)


def collected(readings: Collection[ArticleReading], articles_dir: str) -> ArticleFolder:
    """What the readings of all files of a folder come to; of one address one article is kept."""
    articles = [reading.article for reading in readings if reading.article]
    claims = {str(article.path): article.uri for article in articles}
    refused = dict(address_clashes(claims, articles_dir))
    problems = [problem for reading in readings for problem in reading.told]
    return ArticleFolder(
        tuple(article for article in articles if str(article.path) not in refused),
        tuple(sorted([*problems, *refused.values()], key=by_place)),
    )
