"""Numbers of a text that contradict each other: something to look at, never to be changed.

A false alarm costs more than a miss, since staff stop reading what is often wrong: where a sentence
can be meant in another way, nothing is told.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from newsroom.content.front_matter import FrontMatter
from newsroom.content.table_sums import wrong_sums
from newsroom.text.numbers import NUMBER, format_number, parse_number, rounded
from newsroom.text.spans import blanked

_FROM = r"(?<![\w/.,+-])"
_TO = r"(?![\w/]|[.,][0-9])"
_SHARE = rf"(?P<share>{NUMBER})\s?%"
_SAYS = (
    r"(?:(?:đạt|chiếm|bằng|tương đương|tương ứng)(?: với)?(?: (?:tỷ|tỉ) lệ)?|(?:tỷ|tỉ) lệ(?: đạt)?)"
)
_NOT_OF_PLAN = (
    r"(?!(?:\s[^\s\d]+){0,3}? (?:kế hoạch|chỉ tiêu|dự toán|mục tiêu|yêu cầu|so với|cùng kỳ))"
)
_THEN = rf"(?P<between>[^\d%()+\n.;:]{{0,60}}?)[\s,(]{{1,3}}{_SAYS}\s{_SHARE}{_NOT_OF_PLAN}"
_RATIOS = (
    re.compile(rf"{_FROM}(?P<part>{NUMBER})\s?/\s?(?P<whole>{NUMBER}){_TO}{_THEN}", re.I),
    re.compile(
        rf"{_FROM}(?P<part>{NUMBER})"
        r"(?:(?:\s[^\W\d]+){0,3}\s(?:trong|trên) tổng số| trong| trên)\s"
        rf"(?P<whole>{NUMBER}){_TO}{_THEN}",
        re.I,
    ),
    re.compile(
        rf"\btrong (?:tổng )?(?:số )?(?P<whole>{NUMBER})\s(?P<noun>[^\W\d]+)\b"
        rf"[^\d%()\n.;:]{{0,80}}?{_FROM}(?P<part>{NUMBER})\s(?P=noun)\b{_THEN}",
        re.I,
    ),
    re.compile(rf"{_SHARE}\s\(\s?(?P<part>{NUMBER})\s?/\s?(?P<whole>{NUMBER}){_TO}(?P<between>)"),
)
_OTHER = re.compile(r"\b(?:tăng|giảm|vượt|hơn|kém|trong đó|còn|riêng|ngày|tháng|năm|giờ|tuần)\b")
"""Between a ratio and a share they make it a share of something else."""
_BEFORE = re.compile(
    r"\b(?:ngày|tháng|quý|năm|đến|từ|hết|trước|sau|sáng|trưa|chiều|tối|đêm|dịp|số|điều|luật"
    r"|hơn|gần|khoảng|trên|dưới)\s*$",
    re.I,
)
"""Before a ratio they make it a day, the number of a document, or no exact number."""
_STATED = re.compile(rf"\b{_SAYS}\s{_SHARE}", re.I)
_OVERFULL = re.compile(rf"\bchiếm(?: (?:tỷ|tỉ) lệ)?\s{_SHARE}", re.I)
_ADDENDS = re.compile(
    rf"{_FROM}(?P<whole>{NUMBER})(?:\s[^\W\d]+){{0,4}}\s?\((?P<parts>[^()\n]{{1,300}})\)"
)
_EQUATION = re.compile(
    rf"{_FROM}(?P<parts>{NUMBER}(?:\s?\+\s?{NUMBER}){{1,12}})\s?=\s?(?P<whole>{NUMBER}){_TO}"
)
_ADDEND = re.compile(rf"\s*(?P<part>{NUMBER})(?:\s[^\W\d]+){{0,6}}\s*")
_LISTED = re.compile(
    rf"{_FROM}(?P<whole>{NUMBER})\s(?P<noun>[^\W\d]+)\b[^\d\n.;()]{{0,60}}"
    rf"(?:[\s,(:]{{1,2}}(?:bao gồm|gồm)\b|\.?\s?\()(?P<parts>[^\n.()]{{1,300}})"
)
_COUNTED = re.compile(rf"{_FROM}(?P<part>{NUMBER}){_TO}(?:\s(?P<noun>[^\W\d]+))?")
_UNSURE = re.compile(
    r"\b(?:một|hai|ba|bốn|sáu|bảy|tám|chín|mười|trong đó|trong số|khác|còn lại|mỗi|hơn|gần|khoảng"
    r"|chưa kể|như)\b"
)
"""Words by which the addends of a list may be others than its digits say."""


@dataclass(frozen=True, slots=True)
class Contradiction:
    """What contradicts what, and where in the text."""

    found: str
    offset: int = 0


@dataclass(frozen=True, slots=True)
class Doubt:
    """A contradiction, and where in the article's file."""

    found: str
    line: int
    field: str | None = None


CURE = "Hãy xem lại số nào đúng; máy không tự sửa."


def doubts_about(parts: FrontMatter) -> Iterator[Doubt]:
    """What contradicts itself in the title, the lead and the text of an article."""
    for name in ("title", "summary"):
        entry = parts.entries.get(name)
        if entry and isinstance(entry.value, str):
            yield from (Doubt(c.found, entry.line, name) for c in find_contradictions(entry.value))
    for one in find_contradictions(parts.body):
        yield Doubt(one.found, parts.body_line + parts.body.count("\n", 0, one.offset))


def find_contradictions(markdown: str) -> list[Contradiction]:
    """Shares that are not those of their numbers, sums that are not those of their addends."""
    text = blanked(markdown)
    found = [*_shares(text), *_overfull(text), *_sums(text), *_lists(text)]
    of_places = {one.offset: one for one in reversed(found)}  # a sum may be a list as well
    of_tables = [Contradiction(told, offset) for offset, told in wrong_sums(text)]
    return sorted([*of_places.values(), *of_tables], key=lambda one: one.offset)


def stated_shares(text: str) -> Iterator[tuple[str, Decimal, int]]:
    """The shares that a text states of something that it does not name: "đạt 46,4%"; the words, the
    share and its decimals."""
    for stated in _STATED.finditer(text):
        share = parse_number(stated["share"])
        if share is not None:
            yield stated[0], share, len(stated["share"].partition(",")[2])


def contradicts(share: Decimal, decimals: int, part: Decimal, whole: Decimal) -> bool:
    """Whether the share is not that of the part, however it was rounded."""
    return abs(share - part * 100 / whole) >= Decimal(1).scaleb(-decimals)


def _shares(text: str) -> Iterator[Contradiction]:
    for pattern in _RATIOS:
        for ratio in pattern.finditer(text):
            numbers = [parse_number(ratio[name]) for name in ("part", "whole", "share")]
            part, whole, share = (number or Decimal(0) for number in numbers)
            decimals = len(ratio["share"].partition(",")[2])
            if not whole or _is_something_else(text, ratio, part, whole):
                continue
            if contradicts(share, decimals, part, whole):
                right = format_number(rounded(part * 100 / whole, max(decimals, 1)))
                told = f"{format_number(part)} trên {format_number(whole)} là {right}%."
                yield _told(ratio, told)


def _is_something_else(text: str, ratio: re.Match[str], part: Decimal, whole: Decimal) -> bool:
    """Whether it may be a date, the number of a document, or a share of another whole."""
    if _OTHER.search(ratio["between"].lower()):
        return True
    if part > whole:
        return True
    is_day = part <= 31 and whole <= 12 and not ratio["between"].strip()
    is_year = 1900 <= whole <= 2100 and part <= 366 and "." not in ratio["whole"]
    before = text[max(0, ratio.start() - 12) : ratio.start("part")]
    return bool(is_day or is_year or _BEFORE.search(before))


def _overfull(text: str) -> Iterator[Contradiction]:
    for share in _OVERFULL.finditer(text):
        if (parse_number(share["share"]) or 0) > 100:
            yield _told(share, "không phần nào chiếm quá 100%.")


def _sums(text: str) -> Iterator[Contradiction]:
    for pattern in (_ADDENDS, _EQUATION):
        for told in pattern.finditer(text):
            addends = [_ADDEND.fullmatch(part) for part in told["parts"].split("+")]
            if len(addends) > 1 and None not in addends:
                yield from _wrong(told, [addend["part"] for addend in addends if addend])


def _lists(text: str) -> Iterator[Contradiction]:
    """36 mô hình, gồm 20 mô hình … và 16 mô hình …: of one noun all along, and of nothing else."""
    for told in _LISTED.finditer(text):
        counted = list(_COUNTED.finditer(told["parts"]))
        nouns = {(count["noun"] or "").lower() for count in counted}
        is_sure = nouns == {told["noun"].lower()} and not _UNSURE.search(told["parts"].lower())
        if len(counted) > 1 and is_sure:
            yield from _wrong(told, [count["part"] for count in counted])


def _wrong(told: re.Match[str], parts: list[str]) -> Iterator[Contradiction]:
    whole, *addends = (parse_number(number) for number in (told["whole"], *parts))
    known = [addend for addend in addends if addend is not None]
    if whole is not None and len(known) == len(addends) and sum(known) != whole:
        sum_ = format_number(sum(known, Decimal(0)))
        yield _told(told, f"cộng các phần là {sum_}, không phải {format_number(whole)}.")


def _told(match: re.Match[str], why: str) -> Contradiction:
    return Contradiction(f"“{' '.join(match[0].split())}”: {why}", match.start())
