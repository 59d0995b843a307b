"""What a body must not carry: scripts, event attributes, javascript: addresses, and pictures
that a reader's phone would fetch from somebody else."""

import html
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from newsroom.content.links import Link
from newsroom.text.videos import watched_at

_ACTIVE_TAG = re.compile(
    r"<\s*(script|iframe|object|embed|form|style|base|meta|link|svg|math)\b", re.IGNORECASE
)
_EVENTS = tuple(
    re.compile(rf"{opening}(?:{inside}?(?<=[\s\"'/{{:])(on[a-z]+)\s*=|{without})", re.IGNORECASE)
    for opening, inside, without in (
        (r"<[a-z]", r"[^>]*", r"[^>]*"),
        # a quoted value may hold a '>'
        (r"<[a-z]", r"(?:\"[^\"]*\"|'[^']*'|[^>\"'])*", r"[^>\"']*"),
        # the attribute lists of Python-Markdown: {onclick=...}
        (r"\{", r"[^\n]*", r"[^\n]*"),
    )
)
"""Where an opening has no event, all behind it is passed over in which another has none either."""
_BEFORE_ADDRESS = r"\]\(|\]:|<"
_ADDRESS, _ADDRESS_OR_ATTRIBUTE = (
    re.compile(rf"(?:{before})[\s<\"']*(?=([^)>\"']{{5,200}}))", re.IGNORECASE)
    for before in (_BEFORE_ADDRESS, rf"{_BEFORE_ADDRESS}|(?:href|src|action)\s*=")
)
"""The second takes forty times as long, since any letter may begin it."""
_ACTIVE_SCHEME = re.compile(
    r"(javascript|vbscript|data(?=:(?:[a-z]+/|[;,]))):(?!image/(?:png|jpeg|gif|webp);)"
)
_REMOTE = re.compile(r"\s*(?:(?!data:)[a-z][a-z0-9+.-]*:|[/\\]{2})", re.IGNORECASE)
_FETCHED = re.compile(
    r"(?:\b(srcset|poster|background)|(?:\{[^\n{]*?|<(?:video|audio|source|input)\b[^<>]*?)\b(src))"
    r"\s*=\s*[\"']?\s*((?:https?:)?//[^\s\"'>}]*)",
    re.IGNORECASE,
)
_FOREIGN_VALUE = re.compile(r"=\s*(?:[\"']\s*)?(?:https?:)?//", re.IGNORECASE)
"""Without such a value nothing is fetched."""
_FRAME = re.compile(
    r"(?><iframe\b[^<>]*?\bsrc\s*=)\s*+[\"']?(?P<address>[^\"'\s<>]++)[^<>]*>(?:\s*</iframe\s*>)?",
    re.IGNORECASE,
)
"""What is opened and never closed is read once, up to the next `<`."""
_RECORDING = re.compile(r"<(?:video|audio|source)\b[^<>]*$", re.IGNORECASE)
_BEFORE = 500
_ON_A_LINE = "Hãy thay đoạn mã này bằng địa chỉ của video, viết trên một dòng riêng: "
_IGNORED_IN_SCHEME = re.compile(r"[\x00-\x20]+")
_OWN_PICTURE = "Hãy tải ảnh về thư mục images cạnh bài viết rồi chèn: ![mô tả](images/anh.jpg)"


@dataclass(frozen=True, slots=True)
class Danger:
    """Active content: what it is and where it stands in the body."""

    what: str
    offset: int
    cure: str = "Hãy xóa đoạn mã này; bài viết chỉ có chữ, ảnh, bảng và liên kết."
    typed: str = ""
    """The code, where it is certain what stands for it."""
    right: str = ""


def find_dangers(body: str, links: Iterable[Link]) -> Iterator[Danger]:
    """The active content of a Markdown body, whether it would run in a browser or not.

    links: those of the body.
    """
    for tag in _ACTIVE_TAG.finditer(body):
        yield _of_tag(body, tag)
    for place, name in sorted({(e.start(1), e[1].lower()) for e in _events(body)}):
        yield Danger(f"thuộc tính {name}=", place)
    for address in (_ADDRESS_OR_ATTRIBUTE if "=" in body else _ADDRESS).finditer(body):
        plain = _IGNORED_IN_SCHEME.sub("", html.unescape(address[1])).lower()
        if scheme := _ACTIVE_SCHEME.match(plain):
            yield Danger(f"liên kết {scheme[1]}:", address.start())
    for link in links:
        if link.is_image and _REMOTE.match(link.destination):
            yield Danger(f"ảnh lấy từ trang khác: {link.destination}", link.offset, _OWN_PICTURE)
    for fetched in _FETCHED.finditer(body) if _FOREIGN_VALUE.search(body) else ():
        is_recording = _RECORDING.search(body[: fetched.start(3)][-_BEFORE:])
        cure = f"{_ON_A_LINE}{fetched[3]}" if is_recording else _OWN_PICTURE
        yield Danger(f"tệp lấy từ trang khác: {fetched[3]}", fetched.start(), cure)


def _of_tag(body: str, tag: re.Match[str]) -> Danger:
    frame = _FRAME.match(body, tag.start())
    watched = watched_at(frame["address"]) if frame else None
    if frame is None or watched is None:
        return Danger(f"thẻ <{tag[1].lower()}>", tag.start())
    is_alone = (
        body[max(0, tag.start() - 1) : tag.start()] in "\n" and body[frame.end() :][:1] in "\n"
    )
    right = watched if is_alone else f"\n\n{watched}\n\n"
    return Danger("video nhúng bằng mã", tag.start(), f"{_ON_A_LINE}{watched}", frame[0], right)


def _events(body: str) -> Iterator[re.Match[str]]:
    for form in _EVENTS:
        yield from (match for match in form.finditer(body) if match[1])
