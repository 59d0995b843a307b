"""Checks of HTML in a body: tags that nobody closes, and those that no page may have."""

import re
from collections.abc import Iterator

from newsroom.content.front_matter import FrontMatter
from newsroom.content.links import Link, split_address
from newsroom.content.problem import Problem
from newsroom.text.spans import blanked
from newsroom.text.tags import SHOWN_ALONE, TAG, without_partner

_PAIRED = {
    "article", "b", "big", "blockquote", "center", "details", "div", "em", "font", "i", "ol",
    "section", "small", "span", "strong", "sub", "summary", "sup", "table", "u", "ul",
}  # fmt: skip
_FOLLOWED = {"", "http", "https", "mailto", "tel"}


def markup_problems(shown: str, parts: FrontMatter, links: tuple[Link, ...]) -> Iterator[Problem]:
    """What of the article's HTML does not do what its writer meant; links: those of its body."""
    for offset, found, cure in _faults(parts.body, links):
        line = parts.body_line + parts.body.count("\n", 0, offset)
        yield Problem(shown, found, cure, line, blocking=False)


def _faults(body: str, links: tuple[Link, ...]) -> Iterator[tuple[int, str, str]]:
    tags = list(TAG.finditer(blanked(body))) if "<" in body else []
    alone = without_partner(tag for tag in tags if tag["name"].lower() in _PAIRED)
    for tag in tags:
        name = tag["name"].lower()
        if tag.start() in alone:
            yield tag.start(), *_without_partner(tag, name)
    for link in links:
        scheme = split_address(link.destination).scheme
        if not link.is_image and link.is_address and scheme.lower() not in _FOLLOWED:
            found = (
                f"liên kết “{link.destination}” không mở được: không có loại địa chỉ “{scheme}:”."
            )
            yield link.offset, found, "Hãy viết địa chỉ bắt đầu bằng https://, hoặc chỉ để lại chữ."


def _without_partner(tag: re.Match[str], name: str) -> tuple[str, str]:
    shown = ", nên trang hiện nguyên như chữ" if name in SHOWN_ALONE else ""
    if tag[0][1] == "/":
        return f"thẻ </{name}> đóng mà không mở{shown}.", "Hãy xóa thẻ ấy."
    return f"thẻ <{name}> mở mà không đóng{shown}.", f"Hãy thêm </{name}> ở cuối, hoặc xóa thẻ."
