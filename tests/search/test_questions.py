"""Whole questions: what is asked for counts, how it is asked weighs little; counts are honest."""

from collections.abc import Callable
from typing import Any

import pytest
from search_site import Site, document

from newsroom.text.search_words import SearchWords

WORDS = SearchWords(("ở đâu", "bao giờ", "cho tôi hỏi", "phường Hoa Sen"))
Search = Callable[..., Any]


@pytest.fixture
def search(site: Site, node: Any) -> Search:
    """Asks an index of one article on each matter, among many that ask where and when."""
    common = [
        document(n, title=f"Ở đâu, bao giờ, thế nào {n}", text="Phường Hoa Sen cho tôi hỏi.")
        for n in range(10, 40)
    ]
    matters = [
        document(0, uri="tin/tiem/", title="Lịch tiêm chủng tháng 5", text="Trạm y tế tiêm."),
        document(1, uri="tin/hoi/", title="Bao giờ xong đường", text="Dân hỏi bao giờ xong."),
        document(2, uri="tin/gan/", title="Lịch tiêm phòng", text="Chó mèo."),
    ]
    site.publish([*common, *matters], words=WORDS)
    return lambda query, **options: node(
        "search", base=site.index_address, query=query, options=options
    )


@pytest.mark.parametrize(
    "query",
    [
        "lịch tiêm chủng ở đâu",
        "lich tiem chung bao gio",
        "cho tôi hỏi lịch tiêm chủng",
        "lich tiem chung phuong hoa sen o dau",
        "cho toi hoi lich tiem chung thang 5 phuong hoa sen bao gio",
        "lịch tiêm chủng thế nào",  # a word of asking that nobody has listed
    ],
)
def test_a_question_finds_what_its_matter_finds(search: Search, query: str) -> None:
    assert search(query)["items"][0]["uri"] == "tin/tiem/"


def test_words_of_asking_are_words_where_nothing_else_is_asked(search: Search) -> None:
    assert search("ở đâu")["full"] == 30
    assert search("bao giờ xong")["items"][0]["uri"] == "tin/hoi/"
    assert search("bao giờ xong đường")["items"][0]["uri"] == "tin/hoi/"


def test_other_accents_than_those_of_a_word_of_asking_are_another_word(
    site: Site, node: Any
) -> None:
    site.publish([document(0, title="Họp báo giờ Trái Đất"), document(1, title="Họp")], words=WORDS)
    answer = node("search", base=site.index_address, query="họp báo giờ")

    assert answer["asked"] == "họp báo giờ"
    assert answer["full"] == 1


def test_counts_say_how_many_have_every_word_and_how_many_nearly(search: Search) -> None:
    answer = search("Tiêm, lịch, chó ở đâu")

    assert (answer["full"], answer["total"], answer["asked"]) == (1, 2, "tiêm lịch chó")
    assert search("lịch cúp điện")["full"] == 0


def test_a_word_of_asking_is_not_marked_where_it_stands_alone(site: Site, node: Any) -> None:
    site.publish([document(title="Lịch tiêm sáu tháng đầu")], words=WORDS)
    (found,) = node("search", base=site.index_address, query="lich tiem o dau")["items"]

    assert [piece["text"] for piece in found["titleMarked"] if piece["mark"]] == ["Lịch tiêm"]


def test_other_orders_than_by_relevance_hold_what_has_every_word(search: Search) -> None:
    newest = search("lịch tiêm chủng", order="newest")["items"]
    assert [item["uri"] for item in newest] == ["tin/tiem/"]
    nearly = search("lịch tiêm chuột", order="newest")["items"]
    assert [item["uri"] for item in nearly] == ["tin/gan/", "tin/tiem/"]
