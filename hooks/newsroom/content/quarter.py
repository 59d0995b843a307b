"""A quarter of a year (quý), as a date belongs to it and as a review reports on it."""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Self

_ROMAN = ("I", "II", "III", "IV")
_FORM = re.compile(r"(?P<year>(?:19|20|21)\d{2})-Q(?P<number>[1-4])")
_UNDERSTOOD = re.compile(
    r"(?:quý\s*)?(?:(?P<year>(?:19|20|21)\d{2})\s*[-/]?\s*(?:Q|quý\s*)?(?P<number>[1-4]|I{1,3}|IV)"
    r"|Q?(?P<number2>[1-4]|I{1,3}|IV)\s*(?:[-/,]|năm|\s)\s*(?:năm\s*)?(?P<year2>(?:19|20|21)\d{2}))",
    re.IGNORECASE,
)

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
        match = _UNDERSTOOD.fullmatch(text.strip())
        if not match:
            return None
        number = (match["number"] or match["number2"]).upper()
        order = _ROMAN.index(number) + 1 if number in _ROMAN else int(number)
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
