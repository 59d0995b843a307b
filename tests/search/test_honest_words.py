"""Counts count what they say, and a suggestion is better than what was typed, or is not made."""

from collections.abc import Callable
from typing import Any

import pytest
from search_site import SLIPS, Site, document

Search = Callable[..., Any]


@pytest.fixture
def search(site: Site, node: Any) -> Search:
    return lambda query, **options: node(
        "search", base=site.index_address, query=query, options=options
    )


def titles(answer: Any) -> list[str]:
    return [item["title"] for item in answer["items"]]


def test_a_word_that_no_article_has_is_named(site: Site, search: Search) -> None:
    site.publish([document(n, title=f"Lịch ngừng cấp điện {n}") for n in range(4)])

    assert search("lịch zúp điện", literal=True)["missing"] == ["zúp"]
    assert search("lịch cấp điện")["missing"] == []


def test_other_accents_than_were_typed_are_near_and_not_counted(site: Site, search: Search) -> None:
    site.publish([document(0, title="Hòa giải ở tổ"), document(1, title="Hoa giải ở tổ")])
    answer = search("hòa giải")

    assert (answer["full"], answer["total"]) == (1, 2)
    assert search("hoa giai")["full"] == 2
    assert search("lịch hóa giải")["missing"] == ["lịch", "hóa"]


def test_a_cut_list_of_the_word_elsewhere_does_not_blur_the_count(
    site: Site, search: Search
) -> None:
    """More articles have a 2 than a list holds; those of quarter 2 are counted all the same."""
    others = [document(0, uri=f"tin/{n}/", title="Họp", text="Có 2 tổ.") for n in range(1600)]
    site.publish([*others, document(90, title="Sơ kết quý 2")])
    answer = search("quý 2")

    assert (answer["full"], answer["approximate"]) == (1, False)


def test_nothing_is_suggested_that_no_text_shown_says(site: Site, search: Search) -> None:
    """Each pair of the likelier words stands somewhere, but never all of them in a row."""
    site.publish([
        document(0, title="Lịch tạm ngừng điện", text="Giải cúp mùa hè."),
        *(document(n, title=f"Xem lịch của tổ {n}") for n in range(1, 5)),
        *(document(n, title=f"Nghề của điện lực {n}") for n in range(5, 9)),
    ])  # fmt: skip

    assert search("lich cup dien")["suggestion"] is None


def test_a_suggestion_is_written_with_accents_beside_words_as_they_were_typed(
    site: Site, search: Search
) -> None:
    site.publish(SLIPS)

    assert search("ngoi ngheo nam quy")["suggestion"] == "người nghèo nam quy"


def test_a_right_article_needs_no_suggestion_unless_it_is_far_commoner(
    site: Site, search: Search
) -> None:
    right = document(9, title="Quỹ nghèo, vì ngói", text="Quỹ vì trẻ.")
    site.publish([*SLIPS, right])
    assert search("vi ngoi ngheo quy")["suggestion"] is None

    more = [document(n, title=f"Quỹ vì người nghèo {n}") for n in range(20, 40)]
    site.publish([*SLIPS, *more, document(50, title="Quỹ nghèo, vì trẻ, ngói")])
    assert search("quy vi ngoi ngheo")["suggestion"] == "quỹ vì người nghèo"


def test_a_phrase_in_a_text_comes_before_its_words_scattered_over_a_title(
    site: Site, search: Search
) -> None:
    site.publish([
        document(0, title="Tin của tổ", text="Phường sửa nhà văn hóa trong tháng này."),
        document(1, title="Văn nghệ mừng nhà mới, hóa trang", text="Vui."),
    ])  # fmt: skip

    for query in ("nhà văn hóa", "nha van hoa", "văn hóa", "van hoa"):
        assert titles(search(query))[0] == "Tin của tổ"


def test_the_accents_typed_in_a_text_come_before_others_in_a_title(
    site: Site, search: Search
) -> None:
    site.publish([
        document(0, title="Tin của tổ", text="Phường bán ghế đá cho tổ."),
        document(1, title="Bàn ghế đã có", text="Vui."),
        *(document(n, title="Họp", text="Ghế cho bạn. Tổ đã họp.") for n in range(2, 20)),
    ])  # fmt: skip

    assert titles(search("bán ghế đá"))[0] == "Tin của tổ"
    assert titles(search("ghế đá"))[0] == "Tin của tổ"
    assert titles(search("ban ghe da"))[0] == "Bàn ghế đã có"
