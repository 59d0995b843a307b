"""Below each article a reader finds how to tell the ward of a mistake."""

import re
from html import unescape
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

TITLE = "Lịch tiêm & “sơ kết” 50% (đợt 2) + hỏi/đáp?"


def told(site: Any, **ward: str) -> str:
    """What the page of an article says of mistakes, for a ward of these data."""
    site.newsroom["ward"] |= {"email": "", **ward}
    site.article("tiem", {"title": f"'{TITLE}'", "date": "2023-04-01", "category": "tin"})
    site.build(strict=True)
    found = re.search(r'<p class="news__mistake">.*?</p>', site.page("tin/2023/04/tiem"), re.DOTALL)
    return found[0] if found else ""


def test_letter_names_the_article(tiny_site: Any) -> None:
    (href,) = re.findall(r'href="(mailto:[^"]+)"', told(tiny_site, email="tin+bao@phuong.example"))
    link = urlsplit(unescape(href))
    said = parse_qs(link.query, keep_blank_values=True, strict_parsing=True)

    assert link.path == "tin+bao@phuong.example"
    assert "+" not in link.query and " " not in link.query
    assert said["subject"] == [f"Báo chỗ sai: {TITLE}"]
    first, second, *_ = said["body"][0].split("\r\n")
    assert first == f"Bài: {TITLE}"
    assert re.fullmatch(r"Địa chỉ: https://.*/tin/2023/04/tiem/", second)


@pytest.mark.parametrize(
    ("ward", "words"),
    [
        ({"email": "a@b.example"}, "Thấy chỗ sai? Viết thư cho phường."),
        ({"phone": "024 1234"}, "Thấy chỗ sai? Xin gọi 024 1234."),
        ({"phone": "024 1, 024 2", "email": "a@b.example"},
         "Thấy chỗ sai? Viết thư cho phường hoặc gọi 024 1, 024 2."),
        ({}, ""),
    ],
)  # fmt: skip
def test_ward_is_reached_as_it_can_be(tiny_site: Any, ward: dict[str, str], words: str) -> None:
    shown = re.sub(r"<[^>]+>", "", told(tiny_site, **ward))

    assert " ".join(shown.split()) == words
