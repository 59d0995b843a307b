"""The page that only the preview has: drafts, scheduled and expired articles, and faulty files."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import ClassVar

from newsroom.catalogue.entries import Articles, Open
from newsroom.catalogue.records import Record
from newsroom.content import uris
from newsroom.content.article import Publication
from newsroom.content.problem import Problem
from newsroom.display.indexes import Index, IndexGroup


@dataclass(frozen=True, slots=True, kw_only=True)
class Unpublished(Index):
    """What residents do not see, and why."""

    layout: ClassVar[str] = "unpublished"
    states: Sequence[tuple[Publication, Articles]]
    problems: Sequence[Problem]


def unpublished_group(
    hidden: Sequence[Record], problems: Sequence[Problem], open_entry: Open
) -> IndexGroup:
    """That page."""
    states = [
        (state, Articles([r.entry for r in hidden if r.publication == state.name], open_entry))
        for state in Publication
        if state is not Publication.PUBLISHED
    ]
    says = (repr(problems), [len(articles) for _, articles in states])
    every = Articles.joined([articles for _, articles in states], open_entry)
    return IndexGroup(uris.UNPUBLISHED, every, partial(_page, states, problems), says)


def _page(
    states: Sequence[tuple[Publication, Articles]], problems: Sequence[Problem]
) -> Iterator[Unpublished]:
    yield Unpublished(
        uri=uris.UNPUBLISHED,
        title="Bài chưa đăng",
        description="Trang này chỉ hiện khi xem thử trên máy.",
        states=states,
        problems=problems,
    )
