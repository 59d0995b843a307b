"""What a body must not carry: scripts, event attributes, javascript: addresses, and pictures
that a reader's phone would fetch from somebody else."""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass

from newsroom.content.links import find_links

_ACTIVE_TAG = re.compile(
    r"<\s*(script|iframe|object|embed|form|style|base|meta|link)\b", re.IGNORECASE
)
_EVENT = re.compile(r"<[a-z][^>]*?[\s\"'/](on[a-z]+)\s*=", re.IGNORECASE)
_ADDRESS = re.compile(
    r"(?:\]\(|\]:|href\s*=|src\s*=|<)\s*[<\"']?\s*([^\s)>\"']{5,})", re.IGNORECASE
)
_ACTIVE_SCHEME = re.compile(r"(javascript|vbscript|data):(?!image/(?:png|jpeg|gif|webp);)")
_REMOTE = re.compile(r"(?:https?:)?//", re.IGNORECASE)
_IGNORED_IN_SCHEME = re.compile(r"[\x00-\x20]+")


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
    for event in _EVENT.finditer(body):
        yield Danger(f"thuộc tính {event[1].lower()}=", event.start())
    for address in _ADDRESS.finditer(body):
        plain = _IGNORED_IN_SCHEME.sub("", html.unescape(address[1])).lower()
        if scheme := _ACTIVE_SCHEME.match(plain):
            yield Danger(f"liên kết {scheme[1]}:", address.start())
    for link in find_links(body):
        if link.is_image and _REMOTE.match(link.destination):
            cure = "Hãy tải ảnh về thư mục images cạnh bài viết rồi chèn: ![mô tả](images/anh.jpg)"
            yield Danger(f"ảnh lấy từ trang khác: {link.destination}", link.offset, cure)
