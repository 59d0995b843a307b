"""Checks between articles: a file of one that residents cannot read yet, linked to by another."""

from collections.abc import Iterator, Mapping
from datetime import datetime

from newsroom.content.article import Article, Publication
from newsroom.content.problem import Problem
from newsroom.content.reader import ArticleReading

_NOT_YET = (Publication.DRAFT, Publication.SCHEDULED)


def files_of_drafts(readings: Mapping[str, ArticleReading], now: datetime) -> Iterator[Problem]:
    """Links of published articles that publish an attachment or the picture of a draft, or of an
    article that is scheduled; readings: by the article's path as staff know it."""
    owners: dict[str, str] = {}
    for shown, reading in readings.items():
        article = reading.article
        if article and article.publication(now) in _NOT_YET:
            owners.update(dict.fromkeys(_own_files(article), shown))
    for shown, reading in readings.items():
        article = reading.article
        if not owners or article is None or article.publication(now) in _NOT_YET:
            continue
        for link in reading.links:
            path = link.local_path and article.file_path(link.local_path)
            if path and path in owners and not link.is_image:
                yield Problem(
                    shown,
                    f"“{link.local_path}” là tệp của bài chưa đăng {owners[path]}, nhưng được "
                    "đăng vì bài này nhắc tới.",
                    "Nếu chưa muốn đăng tệp ấy thì xóa liên kết ở bài này.",
                    article.body_line + article.body.count("\n", 0, link.offset),
                    blocking=False,
                )


def _own_files(article: Article) -> Iterator[str]:
    if article.image:
        yield article.file_path(article.image.path)
    yield from (article.file_path(attachment.path) for attachment in article.attachments)
