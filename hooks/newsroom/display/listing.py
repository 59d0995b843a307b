"""Listing: a long list of articles cut into numbered pages that never change their number.

Pages are numbered from the oldest, each of them full. The list's own page shows the rest, which is
less than two pages, but at least one if there are enough articles. So a new article changes that
page alone, and every `per_page` articles one more page appears.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from newsroom.catalogue.entries import Articles
from newsroom.content.uris import PAGES


@dataclass(frozen=True, slots=True)
class ListPage:
    """One page of a list: its articles, newest first, and the addresses beside it."""

    uri: str
    number: int
    """1 is the oldest; the list's own page has the highest."""
    articles: Articles
    newer_uri: str | None
    older_uri: str | None

    @property
    def is_newest(self) -> bool:
        """Whether this is the list's own page."""
        return self.newer_uri is None


def paginate(articles: Articles, uri: str, per_page: int) -> Iterator[ListPage]:
    """The pages of the list at uri, the newest first. An empty list has one empty page."""
    full = max(0, len(articles) // per_page - 1)
    newest = len(articles) - full * per_page
    for number in range(full + 1, 0, -1):
        start = 0 if number > full else newest + (full - number) * per_page
        end = newest if number > full else start + per_page
        yield ListPage(
            uri=_page_uri(uri, number, full),
            number=number,
            articles=articles[start:end],
            newer_uri=_page_uri(uri, number + 1, full) if number <= full else None,
            older_uri=_page_uri(uri, number - 1, full) if number > 1 else None,
        )


def _page_uri(uri: str, number: int, full: int) -> str:
    return uri if number > full else f"{uri}{PAGES}{number}/"
