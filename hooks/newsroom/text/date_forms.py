"""The forms in which people write a moment, and the parts of a text that has one of them."""

import re
import unicodedata
from functools import cache

from newsroom.text.date_spellings import as_usual

ISO = re.compile(
    r"(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})"
    r"(?:[T ](?P<hour>[01]\d|2[0-3]):(?P<minute>\d{2})(?::(?P<second>\d{2}))?"
    r"(?:\s?(?P<zone>Z|[+-]\d{2}:?\d{2}))?)?"
)
"""What is accepted silently: 2023-04-01, 2023-04-01 18:15, with seconds and zone if need be."""

_MINUTE = r"(?:[:hg]|\s*giờ\s*)(?P<minute>\d{2})(?::(?P<second>\d{2}))?"
_HALF_DAY = r"(?:\s*(?P<half>SA|CH|sáng|trưa|chiều|tối|AM|PM))?"
_HOUR = rf"(?P<hour>\d{{1,2}})(?:{_MINUTE}|[hg]|\s*giờ)"
_AFTER = rf"(?:(?:\s*[,|T-]\s*|\s+|\s+lúc\s+){_HOUR}?{_HALF_DAY})?"
_BEFORE = rf"(?:lúc\s+)?{_HOUR}{_HALF_DAY}(?:\s*[,|-]\s*|\s+)"
_NAME = r"(?:thứ\s+(?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ\s+nhật)"
_WEEKDAY = rf"(?:(?P<weekday>{_NAME})\s*[,–-]?\s*)?"
_WEEKDAY_LAST = rf"(?:\s*,?\s*\(?(?P<weekday_last>{_NAME})\)?)?"
_DAYS = (
    r"(?:ngày\s+)?(?P<day>\d{1,2})(?P<mark>[/.-])(?P<month>\d{1,2})(?P=mark)(?P<year>\d{4}|\d\d)",
    r"(?P<year>\d{4})(?P<mark>[/.-])(?P<month>\d{1,2})(?P=mark)(?P<day>\d{1,2})",
    r"(?:ngày\s+)?(?P<day>\d{1,2})\s+tháng\s+(?P<month>\d{1,2})\s*,?\s+(?:năm\s+)?(?P<year>\d{4})",
)
_OTHERS = (
    r"(?P<year>\d{4})(?P<month>\d{2})(?P<day>\d{2})(?:[T ]?(?P<hour>\d{2}):?(?P<minute>\d{2}))?",
    (
        r"(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})[T ](?P<hour>\d{2}):(?P<minute>\d{2})"
        r":(?P<second>\d{2})[.,]\d+\s?(?P<zone>Z|[+-]\d{2}:?\d{2})?"
    ),
)
_QUOTES = "\"'“”„‘’«» \t"
_DAY_WITHIN = re.compile(r"(?<!\d)\d{1,2}([/.-])\d{1,2}\1\d{4}(?!\d)|(?<!\d)\d{4}-\d\d-\d\d(?!\d)")
_LONGEST = 80


def parts_of(text: str) -> dict[str, str] | None:
    """The parts that the text names (year, month, day, hour, …); None where it has no known form.

    Understands ISO 8601 and the Vietnamese order, with the time or the day of the week before or
    behind (01/04/2023 18:15, 8h ngày 1 tháng 4 năm 2023, thứ Bảy, 1-4-2023, 6:15:00 CH).
    """
    text = unicodedata.normalize("NFC", text).strip(_QUOTES)
    if len(text) > _LONGEST:
        return None
    text = as_usual(text)
    match = ISO.fullmatch(text)
    match = match or next(filter(None, (form.fullmatch(text) for form in _understood())), None)
    return {name: part for name, part in match.groupdict().items() if part} if match else None


@cache
def _understood() -> list[re.Pattern[str]]:
    """The other forms. To compile them takes 15 ms, and most builds read no date but of ISO."""
    return [
        re.compile(form, re.IGNORECASE)
        for day in _DAYS
        for form in (rf"{_WEEKDAY}{day}{_AFTER}{_WEEKDAY_LAST}", rf"{_BEFORE}{_WEEKDAY}{day}")
    ] + [re.compile(form) for form in _OTHERS]


def day_within(text: str) -> str | None:
    """The first day that stands among other words."""
    found = _DAY_WITHIN.search(text)
    return found[0] if found else None
