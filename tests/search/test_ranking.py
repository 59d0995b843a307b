"""The right article stands first: ranking.yml holds the cases, for staff to add to."""

from collections.abc import Iterator
from typing import Any

import pytest
from search_site import Site, cases, ranked_documents, serve

CASES = cases("ranking.yml")


@pytest.fixture(scope="module")
def ranked(abbreviations: Any) -> Iterator[Site]:
    with serve() as site:
        site.publish(ranked_documents(CASES), abbreviations)
        yield site


@pytest.mark.parametrize(("query", "expected"), CASES["queries"].items())
def test_the_right_article_stands_first(ranked: Site, node: Any, query: str, expected: str) -> None:
    found = node("search", base=ranked.index_address, query=query)["items"]

    assert found, "nothing found"
    assert found[0]["uri"] == f"tin/{expected}/"


@pytest.mark.parametrize(("query", "better"), CASES["read"].items())
def test_a_syllable_that_is_no_word_is_read_as_the_likeliest_one(
    ranked: Site, node: Any, query: str, better: str
) -> None:
    assert node("search", base=ranked.index_address, query=query)["read"] == better


@pytest.mark.parametrize("query", CASES["queries"])
def test_nothing_is_suggested_for_words_that_stand_together(
    ranked: Site, node: Any, query: str
) -> None:
    answer = node("search", base=ranked.index_address, query=query)

    assert answer["suggestion"] is None or "ng" in query


def test_marks_show_the_words_and_what_they_stand_for(ranked: Site, node: Any) -> None:
    (first, *_) = node("search", base=ranked.index_address, query="ubnd hop giao ban")["items"]

    marked = [piece["text"] for piece in first["titleMarked"] if piece["mark"]]
    assert marked == ["Ủy ban nhân dân", "họp giao ban"]
