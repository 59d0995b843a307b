"""Redirects: old addresses of articles, as files of a static site."""

from collections.abc import Iterable
from pathlib import PurePosixPath

from newsroom.content.article import Article


def redirect_files(articles: Iterable[Article]) -> dict[str, Article]:
    """The article that each old address leads to, by the file that answers for the address.

    The newest claim on an address wins; articles are taken in the order given.
    """
    files: dict[str, Article] = {}
    for article in articles:
        for alias in article.aliases:
            files.setdefault(_file_of(alias), article)
    return files


def _file_of(alias: str) -> str:
    path = alias.strip("/")
    is_file = PurePosixPath(path).suffix.lower() in (".html", ".htm")
    return path if is_file else f"{path}/index.html"
