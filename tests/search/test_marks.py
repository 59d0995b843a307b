"""What is marked of a result: what a reader would point at, and nothing that looks like it."""

from typing import Any

import pytest
from search_site import Site, document


@pytest.mark.parametrize(
    ("query", "title", "marked"),
    [
        ("hoa giai", "Hòa giải ở cơ sở, văn hóa và giải thưởng", ["Hòa giải"]),
        ("hòa giải", "Hòa giải, văn hóa", ["Hòa giải"]),
        ("văn hóa", "Hòa giải, hóa đơn, văn hóa", ["văn hóa"]),
        ("cho", "Họp chợ cho vui", ["chợ"]),
        ("của", "Của ai", ["Của"]),
        ("lich cua phuong", "Lịch họp của tổ ở phường", ["Lịch", "phường"]),
        ("lịch của phường", "Lịch của phường", ["Lịch của phường"]),
        ("quy 2", "Quý 2 có 2 việc, năm 2023", ["Quý 2"]),
        ("họp t", "Họp tổ tại trụ sở", ["Họp"]),
        ("họp tổ", "Họp tổ, toàn tổng kết", ["Họp tổ"]),
        ("tuyen sin", "Tuyển sinh lớp 1, học sinh", ["Tuyển sinh"]),
    ],
)
def test_only_what_was_asked_for_is_marked(
    site: Site, node: Any, query: str, title: str, marked: list[str]
) -> None:
    site.publish([document(title=title)])
    (found,) = node("search", base=site.index_address, query=query)["items"]

    assert [piece["text"] for piece in found["titleMarked"] if piece["mark"]] == marked
