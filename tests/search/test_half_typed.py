"""The last word of a query may still be typed: what it may become is found as well."""

from typing import Any

import pytest
from search_site import Site, document

SECONDS = ("tại", "tết", "thuốc", "tích", "tốt", "trẻ", "tủy", "tỷ")


@pytest.mark.parametrize("count", [0, 80])
def test_a_first_letter_finds_all_that_may_follow_the_word_before(
    site: Site, node: Any, count: int
) -> None:
    """Pairs that begin with other second letters lie in other files; the newest lie in one."""
    site.publish([
        *(document(n, title=f"Tiêm {second}") for n, second in enumerate(SECONDS)),
        *(document(n, title=f"Họp tổ {n}") for n in range(20, 20 + count)),
    ])  # fmt: skip
    answer = node("search", base=site.index_address, query="tiêm t")

    assert {item["title"] for item in answer["items"]} == {f"Tiêm {word}" for word in SECONDS}
    assert answer["full"] == len(SECONDS)


def test_a_digit_finds_the_longer_numbers_behind_the_word_before(site: Site, node: Any) -> None:
    site.publish([
        *(document(n, title=f"Lớp {number}") for n, number in enumerate((10, 11, 12))),
        *(document(n, title=f"Họp tổ {n}") for n in range(20, 100)),
    ])  # fmt: skip
    answer = node("search", base=site.index_address, query="lớp 1")

    assert {item["title"] for item in answer["items"]} == {"Lớp 10", "Lớp 11", "Lớp 12"}


def test_of_titles_that_have_it_the_one_that_says_little_else_comes_first(
    site: Site, node: Any
) -> None:
    site.publish([
        document(0, title="Tiêm tại trạm"),
        *(document(n, title=f"Phường {n} báo cáo kết quả tiêm thuốc cho trẻ em và người già")
          for n in range(1, 6)),
    ])  # fmt: skip
    answer = node("search", base=site.index_address, query="tiem t")

    assert answer["items"][0]["title"] == "Tiêm tại trạm"


def test_of_equal_titles_the_one_of_which_less_is_to_be_typed_comes_first(
    site: Site, node: Any
) -> None:
    site.publish([
        document(0, title="Tiêm tại trạm"),
        *(document(n, title="Tiêm trước trạm") for n in range(1, 6)),
    ])  # fmt: skip
    answer = node("search", base=site.index_address, query="tiem t")

    assert answer["items"][0]["title"] == "Tiêm tại trạm"


FORMS = ("UBND", "TP", "QR", "HĐND", "UEFA", "HDTV", "BHXH", "Kroong", "xã", "yên", "ỳ")
"""Not as syllables begin: abbreviations and foreign words."""


@pytest.mark.parametrize("form", FORMS)
def test_a_first_letter_finds_words_that_begin_as_no_syllable_does(
    site: Site, node: Any, abbreviations: Any, form: str
) -> None:
    site.publish([
        *(document(n, title=f"Tiêm {form}") for n in range(3)),
        *(document(n, title=f"Họp tổ {n}") for n in range(20, 100)),
    ], abbreviations)  # fmt: skip
    answer = node("search", base=site.index_address, query=f"tiêm {form[0].lower()}")

    assert answer["full"] == 3


def test_a_first_letter_asks_for_what_begins_usually_only(site: Site, node: Any) -> None:
    """Each beginning is a file."""
    usual = [document(n, title="Tiêm thuốc tránh tả tuần tin tốt tết") for n in range(200)]
    site.publish([
        *usual,
        *(document(n, title=f"Tiêm t{letter}xyz") for n, letter in enumerate("bcdfgjklmn", 300)),
    ])  # fmt: skip
    node("search", base=site.index_address, query="tiêm t")

    assert len(site.asked("search/p/")) <= 10
