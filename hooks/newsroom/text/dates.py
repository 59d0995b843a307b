"""Dates and times as Vietnamese staff write them, and as residents read them.

Time is Asia/Ho_Chi_Minh everywhere; a date without a zone is local time.
"""

import re
from calendar import monthrange
from collections.abc import Mapping
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from newsroom.text.date_forms import ISO, day_within, parts_of
from newsroom.text.fold import fold

VIETNAM = ZoneInfo("Asia/Ho_Chi_Minh")

_HALVES = {
    "sa": range(1, 13), "am": range(1, 13), "ch": range(1, 13), "pm": range(1, 13),
    "sáng": range(13), "trưa": (10, 11, 12, 1, 2), "chiều": range(1, 20),
    "tối": (*range(5, 12), *range(17, 24)),
}  # fmt: skip
"""The hours that may stand beside each half of the day."""
_AFTERNOON = {"ch", "pm", "trưa", "chiều", "tối"}
_OF_TIME = frozenset({"hour", "minute", "second", "half", "zone"})
_OF_WEEK = frozenset({"weekday", "weekday_last"})
_LACKING = (
    (r"(?:ngày\s+)?\d{1,2}[/.-]\d{1,2}", "còn thiếu năm"),
    (r"(?:19|20)\d\d", "còn thiếu ngày và tháng"),
)
_OLDEST_YEAR = 1900
"""An earlier year is a slip of the finger (0203)."""
_WEEKDAYS = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")
_NUMBERED = {f"thu {number}": number - 2 for number in range(2, 8)}
_NAMED = {fold(name): place for place, name in enumerate(_WEEKDAYS)} | _NUMBERED


def parse_date(text: str) -> datetime | None:
    """The moment that the text names, in Vietnam's zone, or None where it names none, or one that
    does not exist."""
    parts = parts_of(text)
    return None if parts is None or why_no_moment(parts) else _moment(parts)


def why_no_date(text: str) -> str:
    """Why a text that looks like a date names no moment; empty where it does not look like one."""
    parts = parts_of(text)
    if parts:
        return why_no_moment(parts)
    return next((what for form, what in _LACKING if re.fullmatch(form, text.strip())), "")


def date_meant(text: str) -> datetime | None:
    """The moment that somebody most likely meant who wrote the month first, half of a year, a
    time or a day of the week that is none of that day, or a day among other words."""
    parts = parts_of(text) or parts_of(day_within(text) or "") or {}
    year, month, day = (parts.get(name, "") for name in ("year", "month", "day"))
    if len(year) == 2:
        parts = {**parts, "year": f"20{year}"}
    elif int(month or 0) > 12:
        parts = {**parts, "month": day, "day": month}
    elif parts and not _why_no_day(parts):
        lacking = _OF_TIME if _why_no_time(parts) else _OF_WEEK
        parts = {name: part for name, part in parts.items() if name not in lacking}
    return _moment(parts) if parts and not why_no_moment(parts) else None


def why_no_moment(parts: Mapping[str, str]) -> str:
    """What is impossible in the parts of a date; empty where nothing is."""
    return _why_no_day(parts) or _why_no_time(parts) or _why_no_weekday(parts)


def _why_no_day(parts: Mapping[str, str]) -> str:
    year, month, day = (int(parts[name]) for name in ("year", "month", "day"))
    if len(parts["year"]) == 2:
        return "năm phải viết đủ bốn chữ số"
    if year < _OLDEST_YEAR:
        return f"không thể là năm {year}"
    if not 1 <= month <= 12:
        return f"không có tháng {month}"
    last = monthrange(year, month)[1]
    if not 1 <= day <= last:
        of_year = f" năm {year}" if month == 2 else ""
        return f"tháng {month}{of_year} chỉ có {last} ngày" if day else "không có ngày 0"
    return ""


def _why_no_time(parts: Mapping[str, str]) -> str:
    hour, minute, second = _time(parts)
    half = parts.get("half", "").lower()
    if half and hour not in _HALVES[half]:
        return f"không có {hour} giờ {half.upper() if len(half) == 2 else half}"
    if (hour, minute, second) != (24, 0, 0) and (hour > 23 or minute > 59 or second > 59):
        if hour > 23 and minute <= 59:
            return f"không có {hour} giờ"
        return f"không có {hour} giờ {minute}" if second <= 59 else f"không có giây {second}"
    return "" if _moment(parts) else "múi giờ không có thật"


def _why_no_weekday(parts: Mapping[str, str]) -> str:
    typed = parts.get("weekday") or parts.get("weekday_last")
    moment = _moment(parts)
    if typed is None or moment is None:
        return ""
    right = moment.weekday()
    is_right = _NAMED[fold(typed)] == right
    return "" if is_right else f"ngày {format_day(moment)} là {_WEEKDAYS[right]}"


def _moment(parts: Mapping[str, str]) -> datetime | None:
    hour, minute, second = _time(parts)
    hour = _hour_of_the_day(hour, parts.get("half", "").lower())
    zone = parts.get("zone", "").upper().replace("Z", "+00:00")
    try:
        year, month, day = (int(parts[name]) for name in ("year", "month", "day"))
        moment = datetime(year, month, day, tzinfo=VIETNAM)
        moment += timedelta(hours=hour, minutes=minute, seconds=second)
        if not zone:
            return moment
        written = moment.replace(tzinfo=None).isoformat() + zone
        return datetime.fromisoformat(written).astimezone(VIETNAM)
    except (ValueError, OverflowError):
        return None


def _time(parts: Mapping[str, str]) -> tuple[int, int, int]:
    hour, minute, second = (int(parts.get(name, 0)) for name in ("hour", "minute", "second"))
    return hour, minute, second


def _hour_of_the_day(hour: int, half: str) -> int:
    if half in _AFTERNOON and hour < 12 and not (half == "trưa" and hour >= 10):
        return hour + 12
    return 0 if half in {"sa", "am"} and hour == 12 else hour


def names_a_time(text: str) -> bool:
    """Whether a text that names a moment says more than its day."""
    return "hour" in (parts_of(text) or {})


def is_iso(text: str) -> bool:
    """Whether the text is written in the form that needs no rewriting."""
    return ISO.fullmatch(text.strip()) is not None


def to_iso(moment: datetime) -> str:
    """The form that front matter holds: 2023-04-01 18:15, seconds only where there are any."""
    return f"{moment:%Y-%m-%d %H:%M:%S}" if moment.second else f"{moment:%Y-%m-%d %H:%M}"


def format_day(moment: datetime) -> str:
    """01/04/2023."""
    return f"{moment:%d/%m/%Y}"


def format_weekday(day: date) -> str:
    """Thứ Bảy, as a line begins with it."""
    name = _WEEKDAYS[day.weekday()]
    return name[0].upper() + name[1:]


def format_time(moment: datetime) -> str:
    """18:15."""
    return f"{moment:%H:%M}"
