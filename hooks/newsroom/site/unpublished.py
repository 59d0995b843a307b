"""The page that only the preview has: drafts, scheduled and expired articles, and faulty files."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import ClassVar

from newsroom import uris
from newsroom.content.article import Article, Publication
from newsroom.indexes.pages import Index, IndexGroup
from newsroom.problem import Problem
from newsroom.site.shown import Shown


@dataclass(frozen=True, slots=True, kw_only=True)
class Unpublished(Index):
    """What residents do not see, and why."""

    layout: ClassVar[str] = "unpublished"
    states: Sequence[tuple[Publication, Sequence[Article]]]
    problems: Sequence[Problem]


def unpublished_group(articles: Iterable[Shown], problems: Sequence[Problem]) -> IndexGroup:
    """That page."""
    hidden = sorted(
        (shown for shown in articles if not shown.is_public),
        key=lambda shown: shown.article.date,
        reverse=True,
    )
    states = [
        (state, [shown.article for shown in hidden if shown.publication is state])
        for state in Publication
        if state is not Publication.PUBLISHED
    ]
    says = (repr(problems), [len(articles) for _, articles in states])
    every = [article for _, articles in states for article in articles]
    return IndexGroup(uris.UNPUBLISHED, every, partial(_page, states, problems), says)


def _page(
    states: Sequence[tuple[Publication, Sequence[Article]]], problems: Sequence[Problem]
) -> Iterator[Unpublished]:
    yield Unpublished(
        uri=uris.UNPUBLISHED,
        title="Bài chưa đăng",
        description="Trang này chỉ hiện khi xem thử trên máy.",
        states=states,
        problems=problems,
    )
