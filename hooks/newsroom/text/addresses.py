"""Addresses, mail addresses and telephone numbers, as people write them into a text."""

import re
from collections.abc import Iterator
from typing import NamedTuple

_MAIL = r"[A-Za-z0-9][A-Za-z0-9._%+-]*+@[A-Za-z0-9-]++(?:\.[A-Za-z0-9-]++)++"
_PATH = r"(?:(?!&[lg]t;|&quot;)[^\s<>\"“”«»])*+"
_WEB = (
    rf"(?:https?://|www\.)[A-Za-z0-9][A-Za-z0-9._:@%-]*+(?:[/?#]{_PATH})?"
    rf"|(?:[a-z0-9-]++\.)+vn(?![\w@.-]*@|[\w-])(?:/{_PATH})?"
)
_PHONE = r"(?:\(0\d{2,3}\)|\+84|0\d|1[89]00)(?:[ .-]?\d){4,10}"
_FOUND = re.compile(
    rf"(?<![\w@./:&#=%+-])(?:(?P<mail>{_MAIL})|(?P<web>{_WEB})|(?P<phone>{_PHONE})(?![\w/]|[.,-]\d))"
    r"|(?<=[Gg]ọi )(?P<short>11[1-5])(?![\w.,/-]*\d)"
)
_HINT = re.compile(r"@|https?://|www\.|\.vn|11[1-5]|\(0|\+84|0\d(?:[ .-]?\d){4}|1[89]00")
"""Without any of these there is none. That each begins with a given sign lets Python pass over all
others, so that to find nothing in a text takes a third of the time."""
_END = re.compile(r"(?:[.,;:!?…*_'’\]]|&#39;)+$")
_NO_PHONE = re.compile(
    r"(?:tài khoản|stk|căn cước|cccd|cmnd|định danh|mã|mst|hồ sơ|số hiệu|biển số|số lô)\D{0,20}$",
    re.IGNORECASE,
)
_BEFORE = 40
_TYPED_SCHEME = re.compile(
    r"h{1,2}t{1,3}p(?P<s>s?)\s?(?::/{1,3}|//|:)(?=[\w-]+\.\w)", re.IGNORECASE
)
_WHOLE_MAIL, _WHOLE_PHONE = re.compile(_MAIL), re.compile(_PHONE)

_DOCUMENT = re.compile(
    r"[^?#]*\.(?:csv|docx?|od[pst]|pdf|pptx?|rar|rtf|txt|xlsx?|zip|3gp|avi|flv|m4v|mkv|mov|mpg|mts|wmv)"
    r"\s*(?:[?#]|$)",
    re.IGNORECASE,
)


class Address(NamedTuple):
    """Where something that can be followed stands in a text, and where it leads."""

    start: int
    end: int
    href: str


def find_addresses(text: str) -> Iterator[Address]:
    """What a reader would want to tap, as far as it is certain, in the text of a page's HTML."""
    for found in _FOUND.finditer(text) if _HINT.search(text) else ():
        typed = found[0]
        if found["phone"]:
            before = text[max(0, found.start() - _BEFORE) : found.start()]
            if (number := _number(typed)) and not _NO_PHONE.search(before):
                yield Address(found.start(), found.end(), f"tel:{number}")
        elif found["short"]:
            yield Address(found.start(), found.end(), f"tel:{typed}")
        else:
            typed = _without_end(typed)
            yield Address(found.start(), found.start() + len(typed), meant_address(typed))


def is_no_picture(address: str) -> bool:
    """Whether a file can only be followed to, not shown in its place: ![Kế hoạch](kh.pdf)."""
    return _DOCUMENT.match(address) is not None


def meant_address(typed: str) -> str:
    """What an address leads to of which somebody forgot or mistyped the beginning."""
    typed = typed.strip("“”‘’«»")
    if scheme := _TYPED_SCHEME.match(typed):
        return f"http{scheme['s'].lower()}://{typed[scheme.end() :].lstrip('/')}"
    if _WHOLE_MAIL.fullmatch(typed):
        return f"mailto:{typed}"
    if _WHOLE_PHONE.fullmatch(typed) and (number := _number(typed)):
        return f"tel:{number}"
    is_bare = re.match(rf"(?:{_WEB})\Z", typed) and "://" not in typed
    return f"https://{typed}" if is_bare else typed


def _number(typed: str) -> str | None:
    """The digits of a telephone number of Vietnam; None of another number."""
    digits = re.sub(r"\D", "", typed)
    national = f"0{digits[2:].lstrip('0')}" if typed.startswith("+") else digits
    is_mobile = len(national) == 10 and re.match("0[35789]", national)
    is_fixed = len(national) == 11 and national.startswith("02")
    is_service = national.startswith(("1800", "1900")) and 8 <= len(national) <= 10
    if not (is_mobile or is_fixed or is_service):
        return None
    return f"+{digits}" if typed.startswith("+") else digits


def _without_end(typed: str) -> str:
    """The address without the signs that end a sentence, and a bracket that opens before it."""
    cut = _END.sub("", typed)
    if cut.endswith(")") and cut.count(")") > cut.count("("):
        return _without_end(cut[:-1])
    return cut
