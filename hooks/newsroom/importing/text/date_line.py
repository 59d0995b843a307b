"""The date line of the old portals: when an article was published and how often it was viewed."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from types import MappingProxyType

from newsroom.text.dates import parse_date
from newsroom.text.fold import fold
from newsroom.text.numbers import parse_count

_WEEKDAYS = MappingProxyType({
    "thu hai": 0, "thu 2": 0, "mon": 0, "monday": 0, "thu ba": 1, "thu 3": 1, "tue": 1,
    "tuesday": 1, "thu tu": 2, "thu 4": 2, "wed": 2, "wednesday": 2, "thu nam": 3, "thu 5": 3,
    "thursday": 3, "thu sau": 4, "thu 6": 4, "fri": 4, "friday": 4, "thu bay": 5, "thu 7": 5,
    "sat": 5, "saturday": 5, "chu nhat": 6, "sun": 6, "sunday": 6,
})  # fmt: skip
_MONTHS = MappingProxyType({
    "mot": 1, "gieng": 1, "hai": 2, "ba": 3, "bon": 4, "tu": 4, "nam": 5, "sau": 6, "bay": 7,
    "tam": 8, "chin": 9, "muoi": 10, "muoi mot": 11, "muoi hai": 12, "chap": 12,
    "january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6, "july": 7,
    "august": 8, "september": 9, "october": 10, "november": 11, "december": 12, "jan": 1, "feb": 2,
    "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "oct": 10, "nov": 11, "dec": 12,
})  # fmt: skip
_NAMED = r"thứ\s+(?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ\s+nhật"
_ENGLISH = (
    r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?"
    r"|(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)"
)
_WEEKDAY = re.compile(rf"(?<!\w)(?:{_NAMED}|{_ENGLISH})(?!\w)\.?", re.IGNORECASE)
_MONTH = (
    r"tháng\s+(?:mười\s+(?:một|hai)|mười|một|giêng|hai|ba|bốn|tư|năm|sáu|bảy|tám|chín|chạp|\d{1,2})"
)
_ABROAD = (
    r"jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sep(?:tember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?"
)
_YEAR = r"(?:năm\s+)?(?P<year>\d{4})(?!\d)"
_DAYS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        r"(?<!\d)(?P<year>\d{4})(?P<mark>[-/.])(?P<month>\d{1,2})(?P=mark)(?P<day>\d{1,2})(?=\D|$)",
        rf"(?<!\d)(?P<day>\d{{1,2}})\s?(?P<mark>[-/.])\s?(?P<month>\d{{1,2}})\s?(?P=mark)\s?{_YEAR}",
        rf"(?<!\d)(?P<day>\d{{1,2}})\s+(?P<name>{_MONTH}|{_ABROAD})\s*[,/-]?\s*{_YEAR}",
        rf"(?P<name>{_MONTH}|{_ABROAD})\s+(?P<day>\d{{1,2}})\s*,\s*{_YEAR}",
    )
)
_TIME = re.compile(
    r"(?<![\d/.-])(?P<hour>\d{1,2})(?:(?:[:hg]|\s*giờ\s*)(?P<minute>\d{2})(?!\d)(?:\s*phút)?"
    r"(?::(?P<second>\d{2})(?:\.\d+)?)?|(?:h|\s*giờ)(?!\w))"
    r"(?:\s*(?P<half>SA|CH|AM|PM|sáng|trưa|chiều|tối)(?!\w))?",
    re.IGNORECASE,
)
_ZONE = re.compile(
    r"\(?(?:GMT|UTC)\s*\+\s*0?7(?::?00)?\)?|(?<=\d)\+07:?00|(?<=\d)Z(?!\w)", re.IGNORECASE
)
_ZONED = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)")
_COUNT = r"\d[\d.,]*\d|\d"
_READ = (
    r"(?:số\s+)?(?:(?:lượt|lần)\s+(?:xem|đọc|truy\s+cập)|đã\s+xem|người\s+xem|đọc|xem|views?|hits?)"
)
_VIEWS = re.compile(
    rf"(?<!\w){_READ}(?:\s+(?:bài|tin))?\s*:?\s*\(?(?P<after>{_COUNT})\)?(?:\s*(?:lượt|lần)(?:\s+xem)?)?(?!\w)"
    rf"|(?<!\d)(?P<before>{_COUNT})\s*{_READ}(?!\w)",
    re.IGNORECASE,
)
_BARE = re.compile(rf"\s*[|,/–-]?\s*(?P<views>{_COUNT})\s*[|.]?\s*")
_LABEL = re.compile(
    r"(?<!\w)(?:(?:ngày|giờ|đăng|tải|cập|nhật|xuất|bản|phát|hành|lúc|vào|thời|gian|tin|bài|viết|lần"
    r"|cuối|gửi|tạo|viết|posted|published|updated|last|date|created|on|at)(?!\w)\s*)+:?",
    re.IGNORECASE,
)
_UPDATED = re.compile(r"cập\s+nhật|updated", re.IGNORECASE)
_CLOCK = re.compile(r"hôm\s+nay|bây\s+giờ|hiện\s+tại|today", re.IGNORECASE)
_NAMED_DAY = re.compile(r"(?<![\d/.,])(\d{1,2})\s?[/-]\s?(\d{1,2})(?:[/-]\d{4})?(?![\d/])")
_SEPARATORS = re.compile(r"[\s|,;:/()\[\]•·–—T-]*\.?")
_LONGEST = 120


@dataclass(frozen=True, slots=True)
class DateLine:
    """What a date line says; moment is None if the day does not exist."""

    text: str
    moment: datetime | None
    views: int | None
    labelled: bool
    month_first: datetime | None = None
    """The moment if the month was written first, where that may be: English AM or PM beside it."""
    updated: bool = False
    """Whether it says when the article was changed, not when it was published."""


def read_date_line(text: str) -> DateLine | None:
    """The line as a date line, or None if it is not one.

    >>> read_date_line("Ngày đăng 01/04/2023 | 18:15  | Lượt xem: 201").views
    201
    >>> read_date_line("Cập nhật lúc 8h30 ngày 5 tháng 12 năm 2023").moment.isoformat()
    '2023-12-05T08:30:00+07:00'
    """
    line = " ".join(text.split())
    day = _first_day(line) if len(line) <= _LONGEST and not _CLOCK.search(line) else None
    if day is None:
        return None
    rest = _without(line, day)
    weekdays = [_WEEKDAYS[_key(found[0])] for found in _WEEKDAY.finditer(rest)]
    views = _VIEWS.search(rest)
    for form in (_ZONE, _VIEWS, _WEEKDAY):
        rest = form.sub("|", rest)
    time = _TIME.search(rest)
    rest = _TIME.sub("|", _without(rest, time) if time else rest)
    labelled = _LABEL.search(rest)
    bare = _BARE.fullmatch(_LABEL.sub("", rest).strip("| ")) if not views else None
    if not bare and _SEPARATORS.fullmatch(_others(_LABEL.sub("|", rest))) is None:
        return None
    count = (views and (views["after"] or views["before"])) or (bare and bare["views"])
    moment, other = _moments(day, time, weekdays)
    if zoned := _ZONED.search(line):
        moment = parse_date(zoned[0])
    updated = bool(_UPDATED.search(line)) and not re.search(r"đăng|xuất bản|posted", line, re.I)
    return DateLine(line, moment, _count(count), labelled is not None, other, updated)


def read_views(text: str) -> int | None:
    """The number of views that a line states, such as “Lượt xem: 1.204”."""
    match = _VIEWS.search(text) if len(text) <= _LONGEST else None
    return _count(match["after"] or match["before"]) if match else None


def _first_day(line: str) -> re.Match[str] | None:
    found = [match for form in _DAYS if (match := form.search(line))]
    return min(found, key=lambda match: match.start(), default=None)


def _without(line: str, match: re.Match[str]) -> str:
    return f"{line[: match.start()]}|{line[match.end() :]}"


def _others(rest: str) -> str:
    """What is left when days that follow the first are taken out, too."""
    for form in _DAYS:
        rest = form.sub("|", rest)
    return rest


def _key(weekday: str) -> str:
    name = fold(weekday).rstrip(".")
    # Else the Vietnamese “thứ” would be Thursday's short form.
    return {"tues": "tue", "thurs": "thursday", "thu": "thursday"}.get(name, name)


def _moments(
    day: re.Match[str], time: re.Match[str] | None, weekdays: list[int]
) -> tuple[datetime | None, datetime | None]:
    """The moment, and the one that is meant if the month stands first; only one where the day of
    the week decides."""
    parts = day.groupdict()
    month = _month(parts)
    moment = _moment(parts["year"], month, parts["day"], time)
    if "mark" not in parts or parts["day"] == month or day.re is _DAYS[0]:
        return moment, None
    other = _moment(parts["year"], parts["day"], month, time)
    fits = [one for one in (moment, other) if one and weekdays and one.weekday() == weekdays[0]]
    if fits:
        return fits[0], None
    english = time is not None and fold(time["half"] or "") in ("am", "pm")
    if not english or weekdays:
        return moment, None
    return (moment, other) if moment else (other, None)


def _moment(year: str, month: str, day: str, time: re.Match[str] | None) -> datetime | None:
    return parse_date(" ".join(filter(None, (f"{day}/{month}/{year}", _clock(time)))))


def _clock(time: re.Match[str] | None) -> str:
    if time is None:
        return ""
    second = f":{time['second']}" if time["second"] else ""
    half = time["half"] or ""
    # “15:30 PM” and “00:10 SA” are written by programs that know both clocks.
    wrong = half and not 1 <= int(time["hour"]) <= 12
    return f"{time['hour']}:{time['minute'] or '00'}{second} {'' if wrong else half}".strip()


def _month(parts: Mapping[str, str | None]) -> str:
    name = parts.get("name")
    if name is None:
        return parts["month"] or ""
    number = fold(name).removeprefix("thang ")
    return number if number.isdecimal() else str(_MONTHS[number])


def days_named(text: str) -> Iterator[tuple[int, int]]:
    """The days that running text names without or with a year, as (day, month): “sáng 10/5”."""
    for match in _NAMED_DAY.finditer(text):
        yield int(match[1]), int(match[2])


def _count(typed: str | None) -> int | None:
    return parse_count(typed) if typed else None
