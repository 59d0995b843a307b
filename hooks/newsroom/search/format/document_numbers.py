"""Document numbers: they ascend with the date and leave gaps.

A number is a moment. It saves renumbering: one document more or less moves only those close behind
it (2.4 of 10,000 in the mean, 17 at worst), and all others keep their postings. Filters by quarter
and sorting by date need no column: the number says it.

It relies on numbers being a function of the documents alone, in whatever order they came and went,
so that an updated index equals one built from scratch. When the busiest quarter of a year grows by
about a fifth, the scale changes and everything is rebuilt once.
Held by tests/newsroom/search/format/test_document_numbers.py; decision 8, "Numbers".
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import accumulate, chain, repeat
from operator import floordiv
from typing import Generic, Protocol, TypeVar
from zlib import crc32

PAGES = 64
"""The least count of numbers reserved for pages without a date, which come first."""

_WINDOW = 1 << 23
"""Seconds, about a quarter of a year: the busiest such window sets the length of a step."""
_USUAL = 64
"""Fewer documents in the busiest window count as so many."""
_ROOM = (3, 2)
"""Three numbers for two documents of the busiest window."""
_MOST_ROOM = 8
"""The most numbers for each document, however far apart some dates are."""
_ERA = 1 << 25
"""Seconds, about a year: the first dated number is the start of one."""
_LAST = 1 << 32
"""2106: later dates count as this one, and those before 1970 as 1970."""


class Dated(Protocol):
    """What the number of a document depends on."""

    @property
    def uri(self) -> str:
        """Its address, which no other document has."""

    @property
    def date(self) -> datetime | None:
        """When it was published; None for a page without a date."""


AnyDated = TypeVar("AnyDated", bound=Dated)


@dataclass(frozen=True, slots=True)
class Scale:
    """How moments become numbers; it rarely changes, since then all numbers do."""

    first: int
    """The number of the first moment; pages without a date have lower ones."""
    start: int
    """The first moment, in seconds since 1970."""
    step: int
    """Seconds that share a number."""

    @classmethod
    def of(cls, moments: Sequence[int], pages: int) -> "Scale":
        """The scale for documents of these moments, oldest first, and so many undated pages."""
        first = max(PAGES, _power_of_two(2 * pages))
        start = moments[0] // _ERA * _ERA if moments else 0
        busiest = max(Counter(map(floordiv, moments, repeat(_WINDOW))).values(), default=0)
        numbers, documents = _ROOM
        step = _rounded(_WINDOW * documents // (numbers * max(_USUAL, busiest)))
        span = moments[-1] - start if moments else 0
        least = _rounded(span // (_MOST_ROOM * max(_USUAL, len(moments))))
        return cls(first, start, max(step, least))


@dataclass(frozen=True, slots=True)
class NumberedDocuments(Generic[AnyDated]):
    """Documents in the order of their numbers: pages without a date, then the others by date."""

    documents: list[AnyDated]
    numbers: tuple[int, ...]
    scale: Scale

    @classmethod
    def of(cls, documents: Iterable[AnyDated]) -> "NumberedDocuments[AnyDated]":
        """The documents numbered, whatever order they come in."""
        given = list(documents)
        pages = sorted((crc32(d.uri.encode()), d.uri, d) for d in given if not d.date)
        dated = sorted((d.date.timestamp(), d.uri, d) for d in given if d.date)
        seconds = (int(moment) for moment, _, _ in dated)
        moments = list(map(min, map(max, seconds, repeat(0)), repeat(_LAST)))
        scale = Scale.of(moments, len(pages))
        # Pages are placed by hash, so that one more does not move the others. Whoever finds a
        # number taken gets the next free one.
        homes = [hashed * scale.first >> 32 for hashed, _, _ in pages]
        homes += [scale.first + (moment - scale.start) // scale.step for moment in moments]
        numbers = accumulate(homes, lambda last, home: home if home > last else last + 1)
        ordered = [document for _, _, document in chain(pages, dated)]
        return cls(ordered, tuple(numbers), scale)


def _rounded(seconds: int) -> int:
    """Rounded down to three binary digits, so that a growing site rarely changes its scale."""
    rest = max(0, seconds.bit_length() - 3)
    return max(1, seconds >> rest << rest)


def _power_of_two(wanted: int) -> int:
    return 1 << max(0, wanted - 1).bit_length()
