"""What a body must not carry: scripts, event attributes, javascript: addresses, and pictures
that a reader's phone would fetch from somebody else."""

import html
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from newsroom.content.links import Link
from newsroom.text.videos import watched_at

_ACTIVE_TAG = re.compile(
    r"<\s*(script|iframe|object|embed|form|style|base|meta|link|svg|math)\b", re.IGNORECASE
)
_SIGN = re.compile(r"""<[a-z]|["'>{\n]|(?<=[\s"'/{:])(on[a-z]+)\s*=""", re.IGNORECASE)
"""What begins or ends a place where attributes may stand, and names of events."""
_BEFORE_ADDRESS = r"\]\(|\]:|<"
_ADDRESS, _ADDRESS_OR_ATTRIBUTE = (
    re.compile(rf"(?:{before})[\s<\"']*+(?=([^)>\"']{{5,200}})?)", re.IGNORECASE)
    for before in (_BEFORE_ADDRESS, rf"{_BEFORE_ADDRESS}|(?:href|src|action)\s*=")
)
"""The second takes forty times as long, since any letter may begin it. Signs that open one address
after another are passed over at once, whether an address follows or not."""
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
        plain = _IGNORED_IN_SCHEME.sub("", html.unescape(address[1] or "")).lower()
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
    """The first event that each place of attributes has; each sign of the body is read once."""
    if "=" not in body:  # as in most articles
        return
    places = _Places()
    for sign in _SIGN.finditer(body):
        if sign[1] is None:
            places.pass_sign(sign[0][0])
        elif places.may_have_attributes:
            yield sign
            places = _Places(quoted=places.quoted - {""})


@dataclass(slots=True)
class _Places:
    """Where attributes may stand, whatever a parser makes of quotes that nobody closes."""

    in_tag: bool = False
    """In a tag that ends at the next `>`."""
    quoted: set[str] = field(default_factory=set)
    """In tags whose quoted values may hold a `>`: the quote that each is in, "" where in none.
    Tags that began at different places and are in the same quote go on alike."""
    in_list: bool = False
    """In a list of Python-Markdown: {onclick=...}"""

    @property
    def may_have_attributes(self) -> bool:
        """Whether a name is an attribute here."""
        return self.in_tag or self.in_list or "" in self.quoted

    def pass_sign(self, sign: str) -> None:
        """What stands behind the sign."""
        match sign:
            case "<":
                self.in_tag = True
                self.quoted.add("")
            case ">":
                self.in_tag = False
                self.quoted.discard("")
            case "{" | "\n":
                self.in_list = sign == "{"
            case _:
                ends = {"": sign, sign: ""}
                self.quoted = {ends.get(quote, quote) for quote in self.quoted}
