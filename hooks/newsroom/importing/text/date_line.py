"""The date line of the old portals: when an article was published and how often it was viewed."""

import re
from dataclasses import dataclass
from datetime import datetime

from newsroom.text.dates import parse_date
from newsroom.text.numbers import parse_count

_BREAK = r"\s*[|,/–-]?\s*"
_LABEL = (
    r"(?P<label>(?:(?:ngày|giờ|đăng|tải|cập|nhật|xuất|bản|lúc|vào|thời|gian|tin|bài|viết)\s*)+"
    r"[:-]?\s*)?"
)
_WEEKDAY = (
    r"(?:(?:thứ\s+(?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ\s+nhật)\s*[,–-]?\s*(?:ngày\s+)?)?"
)  # fmt: skip
_DAY = r"\d{1,2}[/.-]\d{1,2}[/.-]\d{4}"
_TIME = (
    r"\d{1,2}[:hg]\d{2}(?::\d{2})?(?:\s*(?:SA|CH|AM|PM|sáng|trưa|chiều|tối)\b)?"
    r"(?:\s*\(?GMT\s*\+?\s*0?7\)?)?"
)
_COUNT = r"\d[\d.,]*\d|\d"
_READ = r"(?:số\s+)?(?:lượt\s+(?:xem|đọc|truy\s+cập)|đã\s+xem|xem|views?)"
_VIEWS = (
    rf"(?:{_BREAK}(?:{_READ}\s*:?\s*(?P<views>{_COUNT})(?:\s*lượt)?"
    rf"|(?P<bare>{_COUNT})(?:\s*{_READ})?))?"
)
_LINE = re.compile(
    rf"{_LABEL}{_WEEKDAY}"
    rf"(?:(?P<day>{_DAY})(?:{_BREAK}(?:lúc\s+)?(?P<time>{_TIME}))?"
    rf"|(?P<time_first>{_TIME}){_BREAK}(?:ngày\s+)?(?P<day_last>{_DAY})){_VIEWS}\s*[|.]?",
    re.IGNORECASE,
)
_VIEWS_ALONE = re.compile(rf"{_READ}\s*:?\s*({_COUNT})|({_COUNT})\s*{_READ}", re.IGNORECASE)
_ZONE = re.compile(r"\s*\(?GMT.*", re.IGNORECASE)
_LONGEST = 120


@dataclass(frozen=True, slots=True)
class DateLine:
    """What a date line says; moment is None if the day does not exist."""

    text: str
    moment: datetime | None
    views: int | None
    labelled: bool


def read_date_line(text: str) -> DateLine | None:
    """The line as a date line, or None if it is not one.

    >>> read_date_line("Ngày đăng 01/04/2023 | 18:15  | Lượt xem: 201").views
    201
    """
    line = " ".join(text.split())
    match = _LINE.fullmatch(line) if len(line) <= _LONGEST else None
    if match is None:
        return None
    day = match["day"] or match["day_last"]
    time = _ZONE.sub("", match["time"] or match["time_first"] or "")
    count = match["views"] or match["bare"]
    return DateLine(
        line, parse_date(f"{day} {time}".strip()), _count(count), match["label"] is not None
    )


def read_views(text: str) -> int | None:
    """The number of views that a line states, such as «Lượt xem: 1.204»."""
    match = _VIEWS_ALONE.search(text) if len(text) <= _LONGEST else None
    return _count(match[1] or match[2]) if match else None


def _count(typed: str | None) -> int | None:
    return parse_count(typed) if typed else None
