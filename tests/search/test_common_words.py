"""Of words that most articles have, their pairs are enough where enough articles have these."""

from typing import Any

import pytest
from search_site import Site, document

APART = [document(0, uri=f"tin/{n}/", title="Tin", text="Phường vui. Tổ họp.") for n in range(1600)]


def beside(count: int) -> list[Any]:
    return [document(n, title="Phường họp") for n in range(1, 1 + count)]


@pytest.mark.parametrize("query", ["phường họp", "phuong hop"])
def test_their_lists_are_not_read_where_enough_articles_have_them_in_a_row(
    site: Site, node: Any, query: str
) -> None:
    site.publish([*APART, *beside(12)])
    answer = node("search", base=site.index_address, query=query)

    assert {item["title"] for item in answer["items"]} == {"Phường họp"}
    assert (answer["full"], answer["approximate"]) == (12, True)
    assert not site.asked("search/w/")


def test_they_are_found_apart_where_few_articles_have_them_in_a_row(site: Site, node: Any) -> None:
    site.publish([*APART, *beside(2)])
    answer = node("search", base=site.index_address, query="phường họp")

    assert answer["items"][0]["title"] == "Phường họp"
    assert answer["total"] > 1000


@pytest.mark.parametrize("query", ["phường", "họp phường"])
def test_a_word_that_no_pair_tells_of_is_looked_up(site: Site, node: Any, query: str) -> None:
    site.publish([*APART, *beside(12)])

    assert node("search", base=site.index_address, query=query)["total"] > 1000
