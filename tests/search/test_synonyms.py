"""Other names of the same thing are found, both ways, marked, and counted as having the words."""

from collections.abc import Callable
from typing import Any

import pytest
from search_site import Site, document

from newsroom.text.abbreviations import Abbreviation
from newsroom.text.search_words import SearchWords

WORDS = SearchWords((), (
    ("cúp điện", "mất điện", "tạm ngừng cấp điện"),
    ("vắc xin", "vaccine"),
    ("căn cước", "CCCD", "chứng minh thư"),
))  # fmt: skip
CCCD = Abbreviation("CCCD", ("Căn cước công dân",))
TITLES = {
    "dien": "Thông báo tạm ngừng cấp điện ngõ 53",
    "nuoc": "Ngừng bán điện thoại cấp tốc, tạm nghỉ",
    "tiem": "Tiêm vaccine đợt 3",
    "can-cuoc": "Cấp căn cước công dân lưu động",
    "luat": "Luật căn cước",
    "mat": "Mặt điện tử",
    "nha-giao": "Mít tinh ngày 20 tháng 11",
}
Search = Callable[[str], Any]


@pytest.fixture
def search(site: Site, node: Any) -> Search:
    documents = [
        document(n, uri=f"tin/{slug}/", title=title)
        for n, (slug, title) in enumerate(TITLES.items())
    ]
    site.publish(documents, [CCCD], WORDS)
    return lambda query: node("search", base=site.index_address, query=query)


def full(answer: Any) -> set[str]:
    return {item["uri"].split("/")[1] for item in answer["items"][: answer["full"]]}


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("cúp điện", {"dien"}),  # not "mặt điện"
        ("cup dien ngo 53", {"dien"}),
        ("vac xin", {"tiem"}),
        ("tiêm vắc-xin đợt 3", {"tiem"}),
        ("cccd", {"can-cuoc", "luat"}),
        ("căn cước công dân", {"can-cuoc", "luat"}),
        ("chung minh thu", {"can-cuoc", "luat"}),
        ("căn cước", {"can-cuoc", "luat"}),
        ("mít tinh 20/11", {"nha-giao"}),
        ("cấp điện", {"dien", "nuoc"}),  # no group has it: words wherever they stand
    ],
)
def test_another_name_finds_the_same(search: Search, query: str, found: set[str]) -> None:
    assert full(search(query)) == found


def test_the_very_words_stand_before_another_name(site: Site, node: Any) -> None:
    site.publish(
        [document(0, title="Báo cúp điện"), document(1, title="Báo mất điện")], words=WORDS
    )
    items = node("search", base=site.index_address, query="cup dien")["items"]

    assert [item["title"] for item in items] == ["Báo cúp điện", "Báo mất điện"]


def test_another_name_is_marked(search: Search) -> None:
    (first, *_) = search("cúp điện")["items"]

    assert [piece["text"] for piece in first["titleMarked"] if piece["mark"]] == [
        "tạm ngừng cấp điện"
    ]


ID_CARDS = [
    document(0, title="Cấp thẻ căn cước công dân lưu động"),
    *(document(n, title=f"Trẻ em làm căn cước đợt {n}") for n in range(1, 5)),
    document(5, title="CCCD gắn chip"),
    *(document(n, title=f"Tiếp công dân kỳ {n}") for n in range(6, 16)),
    *(document(n, title=f"Họp tổ {n}") for n in range(16, 50)),
]


@pytest.mark.parametrize("query", ["căn cước công dân", "can cuoc cong dan", "CCCD", "cccd"])
def test_an_abbreviation_does_not_hide_the_plain_words(
    site: Site, node: Any, abbreviations: Any, query: str
) -> None:
    site.publish(ID_CARDS, abbreviations)
    answer = node("search", base=site.index_address, query=query)

    titles = [item["title"] for item in answer["items"]]
    assert set(titles[:2]) == {ID_CARDS[0].title, "CCCD gắn chip"}
    assert {one.title for one in ID_CARDS[1:5]} <= set(titles)
    assert not {one.title for one in ID_CARDS[6:]} & set(titles)
    assert answer["full"] == 2
    assert answer["asked"] == query.lower()
    assert answer["missing"] == []


def test_words_beside_an_abbreviation_count_as_standing_beside_its_words(
    site: Site, node: Any, abbreviations: Any
) -> None:
    site.publish([
        *ID_CARDS,
        document(50, title="Trả CCCD tại nhà"),
        document(51, title="Căn cước công dân: trả tại phường"),
    ], abbreviations)  # fmt: skip
    answer = node("search", base=site.index_address, query="trả căn cước công dân")

    assert answer["items"][0]["title"] == "Trả CCCD tại nhà"
    assert any(piece["mark"] and "CCCD" in piece["text"]
               for piece in answer["items"][0]["titleMarked"])  # fmt: skip


def test_an_abbreviation_that_many_have_asks_for_nothing_more(
    site: Site, node: Any, abbreviations: Any
) -> None:
    site.publish([document(n, title=f"Ủy ban nhân dân họp {n}") for n in range(60)], abbreviations)
    for query in ("ubnd", "uỷ ban nhân dân"):
        node("search", base=site.index_address, session=query, query=query)

        assert len(site.asked("search/w/")) + len(site.asked("search/p/")) <= 1
        site.requests.clear()
