"""A slip of the finger: told where the word exists, read as the likeliest one where it does not."""

from typing import Any

import pytest
from search_site import SLIPS, Site, document


def test_a_word_that_stands_beside_none_of_its_neighbours_is_asked_about(
    site: Site, node: Any
) -> None:
    site.publish(SLIPS)
    answer = node("search", base=site.index_address, query="quy vi ngoi ngheo")

    assert answer["suggestion"] == "quỹ vì người nghèo"
    assert answer["read"] is None
    assert answer["full"] == 0
    assert answer["items"][0]["title"].startswith("Quỹ vì người nghèo")


def test_nothing_is_asked_where_the_words_stand_together(site: Site, node: Any) -> None:
    site.publish([*SLIPS, document(9, title="Quỹ vì ngói nghèo")])
    answer = node("search", base=site.index_address, query="quy vi ngoi ngheo")

    assert (answer["suggestion"], answer["full"]) == (None, 1)


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("quy vi nguo ngheo", "quy vi nguoi ngheo"),
        ("quy vi nguoii ngheo", "quy vi nguoi ngheo"),
        ("quy vi nguoi ngheoo", "quy vi nguoi ngheo"),
        ("quy vi ngoui ngheo", "quy vi nguoi ngheo"),
        ("quy vi xxxxx ngheo", None),
    ],
)
def test_a_word_that_is_none_is_read_as_the_likeliest(
    site: Site, node: Any, typed: str, read: str | None
) -> None:
    site.publish(SLIPS)
    answer = node("search", base=site.index_address, query=typed)

    assert answer["read"] == read
    assert answer["items"][0]["title"].startswith("Quỹ vì người nghèo")


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("thcu ho", "thuc ho"),  # swapped: likelier than one letter too many of the common "thu"
        ("chng ho", "chung ho"),  # left out: likelier than one that is wrong of "cung"
        ("thux ho", "thu ho"),
    ],
)
def test_a_letter_lost_or_swapped_is_likelier_than_a_wrong_one(
    site: Site, node: Any, typed: str, read: str
) -> None:
    site.publish([
        *(document(n, title="Thực hồ, chung hồ") for n in range(2)),
        *(document(n, title="Thu hồ, cùng hồ") for n in range(2, 10)),
    ])  # fmt: skip
    answer = node("search", base=site.index_address, query=typed)

    assert answer["read"] == read


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("israelcung", "israel cung"),
        ("doanflc", "doan flc"),
        ("congsyria", "cong syria"),
        ("nha8b", "nha 8b"),
    ],
)
def test_a_word_that_is_no_syllable_may_be_written_together_with_one(
    site: Site, node: Any, typed: str, read: str
) -> None:
    site.publish([
        document(n, title="Israel cứng, Đoàn FLC, công Syria, nhà 8B") for n in range(3)
    ])  # fmt: skip
    answer = node("search", base=site.index_address, query=typed)

    assert answer["read"] == read
