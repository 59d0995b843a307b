"""Who asks how to reach the ward gets the answer itself, and nobody else does."""

import re
from typing import Any

import pytest
from search_site import drawn

CARD = drawn("search_contact")


@pytest.mark.parametrize(
    ("query", "is_asked"),
    [
        ("giờ mở cửa", True),
        ("gio mo cua", True),
        ("Giờ làm việc", True),
        ("phuong lam viec may gio", True),
        ("thứ 7 có làm việc không", True),
        ("số điện thoại", True),
        ("so dien thoai uy ban phuong hoa sen", True),
        ("liên hệ", True),
        ("lien he", True),
        ("địa chỉ", True),
        ("dia chi ubnd phuong o dau", True),
        ("gio mowr cuwar", True),
        ("soos ddieenj thoaij", True),
        ("so61 d9ie65n thoa5i", True),
        ("ddia chir phuowngf", True),
        ("số điện thoại trường tiểu học", False),
        ("chợ mở cửa lại", False),
        ("địa chỉ thường trú", False),
        ("phường Hoa Sen", False),
        ("", False),
    ],
)
def test_words_of_residents_ask_for_the_contact(node: Any, query: str, is_asked: bool) -> None:
    words = {name: re.findall(rf'data-{name}="([^"]*)"', CARD)[0] for name in ("asked", "beside")}

    assert node("isAboutContact", query=query, words=words) is is_asked
