"""The page that only the preview has: drafts, scheduled and expired articles, and faulty files."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from newsroom.catalogue.entries import Articles, Open
from newsroom.catalogue.record import Record
from newsroom.content import uris
from newsroom.content.article import Publication
from newsroom.content.problem import Problem
from newsroom.display.indexes import Index


@dataclass(frozen=True, slots=True, kw_only=True)
class Unpublished(Index):
    """What residents do not see, and why."""

    layout: ClassVar[str] = "unpublished"
    states: Sequence[tuple[Publication, Articles]]
    problems: Sequence[Problem]


def unpublished_page(
    hidden: Sequence[Record], problems: Sequence[Problem], open_entry: Open
) -> Unpublished:
    """That page. hidden: the articles that residents cannot read, the newest first."""
    return Unpublished(
        uri=uris.UNPUBLISHED,
        title="Bài chưa đăng",
        description="Trang này chỉ hiện khi xem thử trên máy.",
        states=[
            (state, Articles([r.entry for r in hidden if r.publication == state.name], open_entry))
            for state in Publication
            if state is not Publication.PUBLISHED
        ],
        problems=problems,
        last_change=Articles([record.entry for record in hidden], open_entry).last_change,
    )
