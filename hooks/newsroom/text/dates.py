"""Dates and times as Vietnamese staff write them, and as residents read them.

Time is Asia/Ho_Chi_Minh everywhere; a date without a zone is local time.
"""

import re
import unicodedata
from datetime import date, datetime
from zoneinfo import ZoneInfo

VIETNAM = ZoneInfo("Asia/Ho_Chi_Minh")

_MINUTE = r"(?:[:hg]|\s*giờ\s*)(?P<minute>\d{2})(?::(?P<second>\d{2}))?"
_TIME = rf"(?P<hour>\d{{1,2}})(?:{_MINUTE}|[hg]|\s*giờ)?"
_HALF_DAY = r"(?:\s*(?P<half>SA|CH|sáng|trưa|chiều|tối|AM|PM))?"
_TAIL = rf"(?:(?:\s*[,|T-]\s*|\s+|\s+lúc\s+){_TIME}{_HALF_DAY})?"

ISO = re.compile(
    r"(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})"
    r"(?:[T ](?P<hour>\d{2}):(?P<minute>\d{2})(?::(?P<second>\d{2}))?"
    r"(?:\s?(?P<zone>Z|[+-]\d{2}:?\d{2}))?)?"
)
"""What is accepted silently: 2023-04-01, 2023-04-01 18:15, with seconds and zone if need be."""

_UNDERSTOOD = tuple(
    re.compile(pattern + _TAIL, re.IGNORECASE)
    for pattern in (
        r"(?:ngày\s+)?(?P<day>\d{1,2})(?P<mark>[/.-])(?P<month>\d{1,2})(?P=mark)(?P<year>\d{4})",
        r"(?P<year>\d{4})(?P<mark>[/.-])(?P<month>\d{1,2})(?P=mark)(?P<day>\d{1,2})",
        r"(?:ngày\s+)?(?P<day>\d{1,2})\s+tháng\s+(?P<month>\d{1,2})\s*,?\s+năm\s+(?P<year>\d{4})",
    )
)
_HALVES = {
    "sa": range(1, 13), "am": range(1, 13), "ch": range(1, 13), "pm": range(1, 13),
    "sáng": range(13), "trưa": (10, 11, 12, 1, 2), "chiều": range(1, 20),
    "tối": (*range(5, 12), *range(17, 24)),
}  # fmt: skip
"""The hours that may stand beside each half of the day."""
_WEEKDAYS = ("Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ nhật")
_AFTERNOON = {"ch", "pm", "trưa", "chiều", "tối"}
_OLDEST_YEAR = 1900
"""An earlier year is a slip of the finger (0203)."""


def parse_date(text: str) -> datetime | None:
    """The moment that the text names, in Vietnam's zone, or None where it names none.

    Understands ISO 8601 and the Vietnamese order (01/04/2023 18:15, 1-4-2023,
    ngày 1 tháng 4 năm 2023, 01/04/2023 6:15:00 CH). A day that does not exist is None.
    """
    text = unicodedata.normalize("NFC", text).strip()
    for form in (ISO, *_UNDERSTOOD):
        if match := form.fullmatch(text):
            return _moment(match.groupdict())
    return None


def _moment(parts: dict[str, str | None]) -> datetime | None:
    year, month, day, hour, minute, second = (
        int(parts.get(name) or 0) for name in ("year", "month", "day", "hour", "minute", "second")
    )
    half = (parts.get("half") or "").lower()
    if year < _OLDEST_YEAR or (half and hour not in _HALVES[half]):
        return None
    hour = _hour_of_the_day(hour, half)
    zone = (parts.get("zone") or "").replace("Z", "+00:00")
    try:
        moment = datetime(year, month, day, hour, minute, second, tzinfo=VIETNAM)
        if not zone:
            return moment
        written = moment.replace(tzinfo=None).isoformat() + zone
        return datetime.fromisoformat(written).astimezone(VIETNAM)
    except (ValueError, OverflowError):
        return None


def _hour_of_the_day(hour: int, half: str) -> int:
    if half in _AFTERNOON and hour < 12 and not (half == "trưa" and hour >= 10):
        return hour + 12
    return 0 if half in {"sa", "am"} and hour == 12 else hour


def names_a_time(text: str) -> bool:
    """Whether a text that names a moment says more than its day."""
    return parse_date(f"{text.strip()} 01:00") is None


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
    """Thứ Bảy."""
    return _WEEKDAYS[day.weekday()]


def format_time(moment: datetime) -> str:
    """18:15."""
    return f"{moment:%H:%M}"
