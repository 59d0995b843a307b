"""Whether an article reviews a quarter, by what its title and lead say, and whose review it is."""

import re
import unicodedata
from collections.abc import Iterator
from datetime import datetime
from types import MappingProxyType

from newsroom.content.newsroom import Organization
from newsroom.content.quarter import YEAR_SO_FAR, Quarter, number_so_far, year_of
from newsroom.text.fold import strip_marks

_REVIEW = re.compile(r"(?:sơ|tổng)\s+kết")
_QUARTER = re.compile(
    r"qu[ýí]\s+(?P<number>iv|i{1,3}|[1-4])\b(?:\s*(?:[-/,]|năm|của\s+năm)?\s*(?:năm\s+)?(?P<year>\d{4}))?"
)
_ORDER = MappingProxyType({"i": 1, "ii": 2, "iii": 3, "iv": 4})
_WORD = re.compile(r"\w+")

Spelling = tuple[str, tuple[str, ...]]


def reviewed_quarter(title: str, lead: str, published: datetime) -> Quarter | None:
    """The quarter that title and lead say is reviewed, where the date allows it, else None.

    “3 tháng đầu năm”, “6 tháng đầu năm” and “9 tháng” are the first, second and third quarter.
    """
    text = f"{title} . {lead}".lower()
    review = _REVIEW.search(text)
    if review is None:
        return None
    # What follows “sơ kết” is what was reviewed; “nhiệm vụ quý II” may stand before it.
    places = (*_named(text, review.end(), published), *_named(text, 0, published))
    return next((q for q in places if q.reviewed_within(published)), None)


def reporting_organization(
    title: str, lead: str, organizations: tuple[Organization, ...]
) -> Organization | None:
    """The organization whose keyword comes first in the title, or else in the lead."""
    for text in (title, lead):
        spelt = [_spelling(word) for word in _WORD.findall(text)]
        found = [
            (place, -len(key), number)
            for number, organization in enumerate(organizations)
            for keyword in (*organization.keywords, organization.title)
            if (key := [_spelling(word) for word in _WORD.findall(keyword)])
            and (place := _place(key, spelt)) is not None
        ]
        if found:
            return organizations[min(found)[2]]
    return None


def _named(text: str, start: int, published: datetime) -> Iterator[Quarter]:
    found = [
        *((m.start(), _number(m["number"]), m["year"]) for m in _QUARTER.finditer(text, start)),
        *((m.start(), number_so_far(m), year_of(m)) for m in YEAR_SO_FAR.finditer(text, start)),
    ]
    for _, number, year in sorted(found, key=lambda one: one[0]):
        years = [int(year)] if year else [published.year, published.year - 1]
        yield from (Quarter(each, number) for each in years)


def _number(typed: str) -> int:
    return _ORDER.get(typed) or int(typed)


def _spelling(word: str) -> Spelling:
    """Letters and marks of the word: “Uỷ” is spelt as “Ủy”, “ăn” not as “an”."""
    marks = (char for char in unicodedata.normalize("NFD", word) if unicodedata.combining(char))
    return strip_marks(word).lower(), tuple(sorted(marks))


def _place(key: list[Spelling], spelt: list[Spelling]) -> int | None:
    last = len(spelt) - len(key)
    return next((n for n in range(last + 1) if spelt[n : n + len(key)] == key), None)
