"""The page that only the preview has: drafts, scheduled and expired articles, and faulty files."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel

from newsroom import uris
from newsroom.content.article import Article, Publication
from newsroom.indexes.pages import Index
from newsroom.problem import Problem
from newsroom.site.article_files import article_pages
from newsroom.site.index_page import index_file


@dataclass(frozen=True, slots=True, kw_only=True)
class Unpublished(Index):
    """What residents do not see, and why."""

    layout: ClassVar[str] = "unpublished"
    states: Sequence[tuple[Publication, Sequence[Article]]]
    problems: Sequence[Problem]


def unpublished_file(files: Files, problems: Sequence[Problem], config: MkDocsConfig) -> File:
    """The generated file of that page."""
    pages = sorted(article_pages(files), key=lambda page: page.article.date, reverse=True)
    hidden = [state for state in Publication if state is not Publication.PUBLISHED]
    index = Unpublished(
        uri=uris.UNPUBLISHED,
        title="Bài chưa đăng",
        description="Trang này chỉ hiện khi xem thử trên máy.",
        states=[(s, [p.article for p in pages if p.publication is s]) for s in hidden],
        problems=problems,
    )
    return index_file(index, config, InclusionLevel.DRAFT)
