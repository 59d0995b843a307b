"""Numbers and dates of a query mean what they mean."""

from typing import Any

import pytest
from search_site import Site, document

TITLES = {
    "quy-2": "Sơ kết quý II năm 2023",
    "quy-1": "Sơ kết quý I, 2 mô hình mới, năm 2023",
    "quy": "Quý dân năm 2023 có 20 việc",
    "thang-10": "Lịch tiếp dân tháng 10",
    "thang-1": "Lịch tiếp dân tháng 01, 10 buổi",
    "nha-giao": "Mít tinh 20/11 tại trường",
    "nha-giao-2": "Mít tinh ngày 20 tháng 11",
    "so-12": "Nghị quyết số 12 của Đảng ủy",
    "muoi-hai": "Nghị quyết của 12 tổ, số phiếu",
    "khai-giang": "Khai giảng ngày 05/9",
}


@pytest.fixture
def published(site: Site) -> Site:
    site.publish([
        document(n, uri=f"tin/{slug}/", title=title)
        for n, (slug, title) in enumerate(TITLES.items())
    ])  # fmt: skip
    return site


@pytest.mark.parametrize(
    ("query", "full"),
    [
        ("quý 2", {"quy-2"}),
        ("quy ii", {"quy-2"}),
        ("quý II/2023", {"quy-2"}),
        ("sơ kết quý 1 năm 2023", {"quy-1"}),
        ("tháng 10", {"thang-10"}),
        ("tháng 1", {"thang-1"}),
        ("tháng 01", {"thang-1"}),
        ("số 12", {"so-12"}),
        ("nghi quyet so 12", {"so-12"}),
        ("khai giảng 5/9", {"khai-giang"}),
        ("khai giang 05/09", {"khai-giang"}),
        ("20 việc", {"quy"}),
    ],
)
def test_a_number_belongs_to_the_word_before_it(
    published: Site, node: Any, query: str, full: set[str]
) -> None:
    answer = node("search", base=published.index_address, query=query)
    found = {item["uri"].split("/")[1] for item in answer["items"][: answer["full"]]}

    assert (answer["full"], found) == (len(full), full)


def test_a_number_is_not_the_beginning_of_another(published: Site, node: Any) -> None:
    (first, *_) = node("search", base=published.index_address, query="quy dan 20")["items"]
    marked = [piece["text"] for piece in first["titleMarked"] if piece["mark"]]

    assert first["uri"] == "tin/quy/"
    assert marked == ["Quý dân", "20"]


def test_a_number_half_typed_leads_to_longer_ones(site: Site, node: Any) -> None:
    titles = ["Họp với khoảng 100 hộ", "Họp với khoảng hai hộ", "Có khoảng 10 tổ"]
    site.publish([document(n, title=title) for n, title in enumerate(titles)])
    answer = node("search", base=site.index_address, query="hop voi khoang 10")

    assert answer["items"][0]["title"] == titles[0]
    assert answer["full"] == 0
