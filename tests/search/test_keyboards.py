"""What the index does not have as it was typed is read as it was meant, and that is told."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from search_site import ROOT, Site, document

sys.path.insert(0, str(Path(ROOT, "scripts")))
from benchmarking.keyboards import telex, vni

SPOKEN = (  # noqa: SIM905
    "hòa giải cơ sở đường phố quyết định giấy khuyến khích nghiêng ngả thuở xưa cước ưu tiên "
    "nghĩa vụ giữa quý vị uống rượu khoảng thuế của người được bưởi loại ủy yêu ăn ở đi"
).split()
Search = Callable[..., Any]


@pytest.mark.parametrize("tone_last", [True, False], ids=["tone last", "tone at its letter"])
@pytest.mark.parametrize("method", [telex, vni])
def test_every_syllable_is_composed_from_its_keys(
    node: Any, method: Callable[..., str], tone_last: bool
) -> None:
    typed = {word: method(word, tone_last=tone_last) for word in SPOKEN}
    composed = {word: node("composed", word=keys) or keys for word, keys in typed.items()}

    def forms(words: Any) -> Any:
        return node("tokens", text=" ".join(words))

    assert forms(composed.values()) == forms(SPOKEN)


@pytest.mark.parametrize(
    ("keys", "word"),
    [
        ("dangd", "đang"),  # the stroke behind the word
        ("tana", "tân"),
        ("nguwowif", "người"),
        ("tiêngs", "tiếng"),  # half of it was composed
        ("ca9n", "căn"),
        ("tw", "tư"),
        ("giair", "giải"),
    ],
)
def test_keys_in_other_orders_are_composed_too(node: Any, keys: str, word: str) -> None:
    assert node("composed", word=keys) == word


@pytest.mark.parametrize("word", ["tiếng", "tieng", "news", "virus", "covid19", "2023", "b52"])
def test_what_has_no_keys_is_left_alone(node: Any, word: str) -> None:
    assert node("composed", word=word) is None


@pytest.fixture
def search(site: Site, node: Any) -> Search:
    titles = [
        "Hòa giải ở cơ sở", "Lịch tiêm vắc xin", "Cấp căn cước công dân", "Số nhà 53",
        "Tự sát là chuyện khác", "Người cao tuổi", "Học tiếng Việt", "Thông báo tuyển sinh lớp 10",
        "Cách làm cá kho", "Cas là gì",
    ]  # fmt: skip
    site.publish([document(n, uri=f"tin/{n}/", title=title) for n, title in enumerate(titles * 4)])
    return lambda query, **options: node(
        "search", base=site.index_address, query=query, options=options
    )


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("hoaf giair", "hòa giải"),
        ("hoaf giải", "hòa giải"),
        ("ca8n cu7o7c1 coong daan", "căn cước công dân"),
        ("tieesng viet", "tiếng viet"),
        ("tiengs", "tieng"),  # its hat is missing
        ("nguoiwf cao tuoi", "người cao tuoi"),
        ("tiemvacxin", "tiem vac xin"),
        ("sonha53", "so nha 53"),
        ("tusat", "tu sat"),  # not tuát
        ("hoagiai co so", "hoa giai co so"),
        ("tuyensinhlop10", "tuyen sinh lop 10"),
        ("tuyen sinh lop10", "tuyen sinh lop 10"),
    ],
)
def test_a_query_is_read_as_it_was_meant(search: Search, typed: str, read: str) -> None:
    answer = search(typed)

    assert answer["read"] == read
    assert answer["full"] == search(read)["full"] > 0


@pytest.mark.parametrize("typed", ["hoa giai", "hòa giải", "cas", "zzzz", "xyz 12", "UBND", ""])
def test_a_query_that_is_known_or_means_nothing_stays(search: Search, typed: str) -> None:
    assert search(typed)["read"] is None


def test_keys_beside_sure_ones_are_keys_though_they_are_a_word(search: Search) -> None:
    assert search("cas khof")["read"] == "cas kho"  # no commoner than the word that was typed
    assert search("tuwj sats khacs")["read"] == "tự sát khác"


def test_what_was_typed_is_searched_where_that_is_asked_for(search: Search) -> None:
    answer = search("hoaf giair", literal=True)

    assert (answer["read"], answer["total"]) == (None, 0)


def test_what_is_known_reads_no_more_than_before(site: Site, search: Search) -> None:
    search("hòa giải")
    before = len(site.requests)
    search("hòa giải", literal=True)

    assert len(site.requests) == before
