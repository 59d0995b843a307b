"""Telephone numbers in a text that staff wrote are links; other figures are not."""

import re
from html import unescape

import pytest

from newsroom.site.theme.phones import with_phones


@pytest.mark.parametrize(
    ("text", "dialled"),
    [
        ("Chị Hoa, tổ 6, 0912 345 678", ["0912345678"]),
        ("024 3875 1234 hoặc 024.3875.4321.", ["02438751234", "02438754321"]),
        ("Zalo:+84912345678", ["+84912345678"]),
        ("Tổng đài 1900 1234 (miễn phí 1800-599-920)", ["19001234", "1800599920"]),
        ("Phòng 113, tầng 2, trước 01/04/2024", []),
        ("Tài khoản 0123456789012345", []),
        ("Mã hồ sơ 000.00.12.H26-240101-0001", []),
        ("Quyết định 0123456789/QĐ-UBND", []),
    ],
)
def test_numbers_are_dialled(text: str, dialled: list[str]) -> None:
    html = with_phones(text)

    assert re.findall(r'href="tel:([^"]+)"', html) == dialled
    assert unescape(re.sub(r"<[^>]+>", "", html)) == text


def test_what_is_written_stays_text() -> None:
    assert with_phones("<b>A & B</b> 0912345678") == (
        '&lt;b&gt;A &amp; B&lt;/b&gt; <a href="tel:0912345678">0912345678</a>'
    )
