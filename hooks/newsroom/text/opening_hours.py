"""Opening hours as Vietnamese offices write them, understood wholly or not at all.

"Thứ Hai đến thứ Sáu: 8:00–12:00, 13:30–17:00; sáng thứ Bảy: 8h–12h"
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from newsroom.text.fold import fold

_DAYS = {
    "2": 0, "hai": 0, "3": 1, "ba": 1, "4": 2, "tu": 2, "5": 3, "nam": 3, "6": 4, "sau": 4,
    "7": 5, "bay": 5, "chu nhat": 6,
}  # fmt: skip
_DAY = r"(?:thu (?:hai|bay?|tu|nam|sau|[2-7])|chu nhat)"
_TO = r"\s*(?:-|–|den)\s*"
_AND = r"\s*(?:,|\bva\b)\s*"
_RANGE = rf"{_DAY}(?:{_TO}{_DAY})?"
_TIME = r"\d{1,2}\s*(?::\d{2}|(?:h|gio)(?:\s*\d{2})?)"
_SPAN = rf"(?:(?:sang|chieu)\s*(?:tu\s*)?)?{_TIME}{_TO}{_TIME}"
_PART = re.compile(
    rf"(?:(?:cac )?(?:buoi )?(?:sang|chieu) |tu )?(?P<days>{_RANGE}(?:{_AND}{_RANGE})*)"
    rf"\s*[:,]?\s*(?:tu )?(?P<spans>{_SPAN}(?:{_AND}{_SPAN})*)"
)
_CLOCK = re.compile(r"(\d{1,2})\s*(?::|h|gio)\s*(\d{2})?")


class Hours(NamedTuple):
    """A span of time in which an office is open."""

    days: tuple[int, ...]
    """From 0 for Monday to 6 for Sunday."""
    opens: str
    """As 08:00."""
    closes: str


def opening_hours(text: str) -> tuple[Hours, ...]:
    """The hours that the text tells; none if any part of it says something else."""
    found: list[Hours] = []
    for part in filter(None, map(str.strip, fold(text).rstrip(". ").split(";"))):
        match = _PART.fullmatch(part)
        if not match:
            return ()
        days = tuple(_days(match["days"]))
        clocks = [_clock(*parts) for parts in _CLOCK.findall(match["spans"])]
        found += (Hours(days, *span) for span in zip(clocks[::2], clocks[1::2], strict=True))
    return tuple(found) if all(_is_span(one) for one in found) else ()


def _days(text: str) -> Iterator[int]:
    for one in re.split(_AND, text):
        named = [_DAYS[day.removeprefix("thu ")] for day in re.findall(_DAY, one)]
        yield from range(named[0], named[-1] + 1)


def _clock(hour: str, minute: str) -> str:
    return f"{int(hour):02}:{minute or '00'}"


def _is_span(hours: Hours) -> bool:
    return bool(hours.days) and "00:00" <= hours.opens < hours.closes <= "24:00"
