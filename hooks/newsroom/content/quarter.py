"""A quarter of a year (quý), as a date belongs to it and as a review reports on it."""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from types import MappingProxyType
from typing import Self

from newsroom.text.encoding import nfc
from newsroom.text.fold import strip_marks

_ROMAN = ("I", "II", "III", "IV")
_FORM = re.compile(r"(?P<year>(?:19|20|21)\d{2})-Q(?P<number>[1-4])")
_NUMBER = "[1-4]|I{1,3}|IV|mot|hai|ba|bon|tu"
_UNDERSTOOD = re.compile(
    rf"(?:qu[yi]\s*)?(?:(?P<year>(?:19|20|21)\d{{2}})\s*[-/.]?\s*(?:Q|quy\s*)?(?P<number>{_NUMBER})"
    rf"|Q?(?P<number2>{_NUMBER})\s*(?:[-/,.]|nam|\s)\s*(?:nam\s*)?(?P<year2>(?:19|20|21)\d{{2}}))",
    re.IGNORECASE,
)
YEAR_SO_FAR = re.compile(
    r"\b0?(?P<months>3|6|9|12|ba|sáu|chín)\s+th[áa]ng(?:\s+(?:đầu|dau)(?:\s+n[ăa]m)?"
    r"(?:\s+(?P<year>\d{4}))?|\s+(?:n[ăa]m\s+)?(?P<bare_year>\d{4}))",
    re.IGNORECASE,
)
"""What a report on the year so far is called; it stands with the quarter that ends it."""
_MONTHS = MappingProxyType({"ba": 3, "sáu": 6, "chín": 9})
_WORDS = ("mot", "hai", "ba", "bon")

_LATEST_REVIEW = 2
"""Years after its quarter."""
_TIME_TO_WRITE = timedelta(days=15)
"""How long after its quarter a review is due."""


@dataclass(frozen=True, slots=True, order=True)
class Quarter:
    """Quarter number (1..4) of a year."""

    year: int
    number: int

    @classmethod
    def of(cls, day: date) -> Self:
        """The quarter that the day lies in."""
        return cls(day.year, (day.month + 2) // 3)

    @classmethod
    def parse(cls, text: str) -> Self | None:
        """The quarter written as 2023-Q1, or None."""
        match = _FORM.fullmatch(text.strip())
        return cls(int(match["year"]), int(match["number"])) if match else None

    @classmethod
    def understand(cls, text: str) -> Self | None:
        """The quarter in any form staff write: quý I/2023, Q1-2023, 2023-1, I năm 2023."""
        if (months := YEAR_SO_FAR.fullmatch(nfc(text).strip())) and (year := year_of(months)):
            return cls(year, number_so_far(months))
        match = _UNDERSTOOD.fullmatch(strip_marks(text).strip())
        if not match:
            return None
        number = (match["number"] or match["number2"]).lower().replace("tu", "bon")
        names = _WORDS if number in _WORDS else [roman.lower() for roman in _ROMAN]
        order = names.index(number) + 1 if number in names else int(number)
        return cls(int(match["year"] or match["year2"]), order)

    @property
    def roman(self) -> str:
        """I, II, III or IV, as Vietnamese reports number quarters."""
        return _ROMAN[self.number - 1]

    @property
    def title(self) -> str:
        """quý I/2023."""
        return f"quý {self.roman}/{self.year}"

    @property
    def months(self) -> tuple[int, int, int]:
        """The numbers of its three months."""
        first = self.number * 3 - 2
        return first, first + 1, first + 2

    @property
    def first_day(self) -> date:
        """The day on which it begins."""
        return date(self.year, self.months[0], 1)

    @property
    def last_day(self) -> date:
        """The day on which it ends."""
        return self.next.first_day - timedelta(days=1)

    @property
    def deadline(self) -> date:
        """The day by which its reviews are due."""
        return self.last_day + _TIME_TO_WRITE

    @property
    def year_before(self) -> Self:
        """The same quarter of the year before (cùng kỳ năm trước)."""
        return type(self)(self.year - 1, self.number)

    @property
    def next(self) -> Self:
        """The quarter after this one."""
        return type(self)(self.year + self.number // 4, self.number % 4 + 1)

    @property
    def previous(self) -> Self:
        """The quarter before this one."""
        return type(self)(self.year - (self.number == 1), (self.number - 2) % 4 + 1)

    def reviewed_within(self, day: date) -> bool:
        """Whether a review of this quarter can carry the date: its last month up to the end of
        the quarter that follows."""
        return self <= Quarter.of(day) <= self.next and (
            Quarter.of(day) != self or day.month == self.months[2]
        )

    def is_likely_on(self, day: date) -> bool:
        """Whether a review of this quarter, if late or told of ahead, can carry the date at all;
        2032 for 2023 cannot."""
        return self <= Quarter.of(day) and day.year - self.year <= _LATEST_REVIEW

    def __str__(self) -> str:
        return f"{self.year}-Q{self.number}"


def number_so_far(so_far: re.Match[str]) -> int:
    """The number of the quarter that ends the months: 2 of “6 tháng đầu năm”."""
    months = so_far["months"].lower()
    return (_MONTHS.get(months) or int(months)) // 3


def year_of(so_far: re.Match[str]) -> int | None:
    """The year that the months are of, where it is said."""
    year = so_far["year"] or so_far["bare_year"]
    return int(year) if year else None


def why_no_quarter(text: str) -> str:
    """What a text lacks to be a quarter, or has too much; empty where nobody knows."""
    text = strip_marks(text).strip()
    if re.fullmatch(rf"(?:qu[yi]\s*|Q)?(?:{_NUMBER})", text, re.IGNORECASE):
        return "còn thiếu năm"
    numbers = re.search(r"(?:Q|qu[yi])\s*(?:[05-9]|[1-4]\d)", text, re.IGNORECASE)
    return "một năm chỉ có bốn quý" if numbers and re.search(r"\b(?:19|20)\d\d\b", text) else ""
