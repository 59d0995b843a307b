"""What a body must not carry: scripts, event attributes, javascript: addresses, and pictures
that a reader's phone would fetch from somebody else."""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass

from newsroom.content.links import find_links

_ACTIVE_TAG = re.compile(
    r"<\s*(script|iframe|object|embed|form|style|base|meta|link|svg|math)\b", re.IGNORECASE
)
_EVENTS = tuple(
    re.compile(opening + r"(?<=[\s\"'/{:])(on[a-z]+)\s*=", re.IGNORECASE)
    for opening in (
        r"<[a-z][^>]*?",
        r"<[a-z](?:\"[^\"]*\"|'[^']*'|[^>\"'])*?",  # a quoted value may hold a '>'
        r"\{[^\n]*?",  # the attribute lists of Python-Markdown: {onclick=...}
    )
)
_ADDRESS = re.compile(
    r"(?:\]\(|\]:|(?:href|src|action)\s*=|<)[\s<\"']*(?=([^)>\"']{5,200}))", re.IGNORECASE
)
_ACTIVE_SCHEME = re.compile(
    r"(javascript|vbscript|data(?=:(?:[a-z]+/|[;,]))):(?!image/(?:png|jpeg|gif|webp);)"
)
_REMOTE = re.compile(r"\s*(?:(?!data:)[a-z][a-z0-9+.-]*:|[/\\]{2})", re.IGNORECASE)
_FETCHED = re.compile(
    r"(?:\b(srcset|poster|background)|(?:\{[^\n]*?|<(?:video|audio|source|input)\b[^>]*?)\b(src))"
    r"\s*=\s*[\"']?\s*((?:https?:)?//[^\s\"'>}]*)",
    re.IGNORECASE,
)
_IGNORED_IN_SCHEME = re.compile(r"[\x00-\x20]+")
_OWN_PICTURE = "Hãy tải ảnh về thư mục images cạnh bài viết rồi chèn: ![mô tả](images/anh.jpg)"


@dataclass(frozen=True, slots=True)
class Danger:
    """Active content: what it is and where it stands in the body."""

    what: str
    offset: int
    cure: str = "Hãy xóa đoạn mã này; bài viết chỉ có chữ, ảnh, bảng và liên kết."


def find_dangers(body: str) -> Iterator[Danger]:
    """The active content of a Markdown body, whether it would run in a browser or not."""
    for tag in _ACTIVE_TAG.finditer(body):
        yield Danger(f"thẻ <{tag[1].lower()}>", tag.start())
    for place, name in sorted({(e.start(1), e[1].lower()) for e in _events(body)}):
        yield Danger(f"thuộc tính {name}=", place)
    for address in _ADDRESS.finditer(body):
        plain = _IGNORED_IN_SCHEME.sub("", html.unescape(address[1])).lower()
        if scheme := _ACTIVE_SCHEME.match(plain):
            yield Danger(f"liên kết {scheme[1]}:", address.start())
    for link in find_links(body):
        if link.is_image and _REMOTE.match(link.destination):
            yield Danger(f"ảnh lấy từ trang khác: {link.destination}", link.offset, _OWN_PICTURE)
    for fetched in _FETCHED.finditer(body):
        yield Danger(f"tệp lấy từ trang khác: {fetched[3]}", fetched.start(), _OWN_PICTURE)


def _events(body: str) -> Iterator[re.Match[str]]:
    for form in _EVENTS:
        yield from form.finditer(body)
