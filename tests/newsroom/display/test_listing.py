"""Pages of a long list, numbered from the oldest for ever."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsroom.display.listing import ListPage, paginate

sizes = st.integers(0, 120)
pages_of = st.integers(1, 9)


def listing(size: int, per_page: int) -> list[ListPage]:
    """The pages of the articles size, size-1, ... 1: numbers stand for articles, 1 the oldest."""
    numbers: Any = list(range(size, 0, -1))
    return list(paginate(numbers, "tin/", per_page))


def numbered(pages: list[ListPage]) -> dict[str, Any]:
    return {page.uri: page.articles for page in pages if not page.is_newest}


@pytest.mark.parametrize(
    ("size", "pages"),
    [
        (0, {"tin/": []}),
        (1, {"tin/": [1]}),
        (3, {"tin/": [3, 2, 1]}),
        (5, {"tin/": [5, 4, 3, 2, 1]}),
        (6, {"tin/": [6, 5, 4], "tin/trang/1/": [3, 2, 1]}),
        (8, {"tin/": [8, 7, 6, 5, 4], "tin/trang/1/": [3, 2, 1]}),
        (9, {"tin/": [9, 8, 7], "tin/trang/2/": [6, 5, 4], "tin/trang/1/": [3, 2, 1]}),
    ],
)
def test_pages_of_three(size: int, pages: dict[str, list[int]]) -> None:
    shown: dict[str, Any] = {page.uri: page.articles for page in listing(size, 3)}

    assert shown == pages


@given(sizes, pages_of)
def test_every_article_is_on_one_page_in_order(size: int, per_page: int) -> None:
    shown: list[Any] = [number for page in listing(size, per_page) for number in page.articles]

    assert shown == list(range(size, 0, -1))


@given(sizes, pages_of)
def test_one_new_article_leaves_every_numbered_page_as_it_was(size: int, per_page: int) -> None:
    before = numbered(listing(size, per_page))
    after = numbered(listing(size + 1, per_page))

    assert {uri: after[uri] for uri in before} == before
    assert len(after) - len(before) in (0, 1)


@given(sizes, pages_of)
def test_numbered_pages_are_full_and_the_first_shows_at_least_a_page(
    size: int, per_page: int
) -> None:
    newest, *others = listing(size, per_page)

    assert newest.is_newest
    assert min(size, per_page) <= len(newest.articles) < 2 * per_page
    assert all(len(page.articles) == per_page for page in others)


@given(sizes, pages_of)
def test_pages_are_chained_both_ways(size: int, per_page: int) -> None:
    pages = listing(size, per_page)

    assert [page.number for page in pages] == list(range(len(pages), 0, -1))
    assert [page.older_uri for page in pages] == [page.uri for page in pages[1:]] + [None]
    assert [page.newer_uri for page in pages] == [None] + [page.uri for page in pages[:-1]]
