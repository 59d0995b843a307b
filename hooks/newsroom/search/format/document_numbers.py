"""The numbers of the documents: they ascend with the date and leave room between them.

A number is a moment. So one document more or less moves only those that stand close behind it, and
the others keep their numbers. All is a function of the documents alone, in whatever order they
came and went.
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
"""The first numbers, for pages without a date, are at least so many."""

_WINDOW = 1 << 23
"""Seconds, about a quarter of a year: the busiest one decides on how long a number is."""
_USUAL = 64
"""Documents that a window may have before it decides."""
_ROOM = (3, 2)
"""So many numbers for so many documents of the busiest window."""
_MOST_ROOM = 8
"""Numbers for each of all documents, however far apart some dates are."""
_ERA = 1 << 25
"""Seconds, about a year: the first dated number is the start of one."""
_LAST = 1 << 32
"""2106: later dates count as this one, and those before 1970 as 1970."""


class Dated(Protocol):
    """What decides on the number of a document."""

    @property
    def uri(self) -> str:
        """Its address, which no other document has."""

    @property
    def date(self) -> datetime | None:
        """When it was published; None for a page without a date."""


AnyDated = TypeVar("AnyDated", bound=Dated)


@dataclass(frozen=True, slots=True)
class Scale:
    """How moments become numbers; changes seldom, since all numbers change with it."""

    first: int
    """The number of the first moment; pages without a date have lower ones."""
    start: int
    """That moment, in seconds since 1970."""
    step: int
    """Seconds that have one number."""

    @classmethod
    def of(cls, moments: Sequence[int], pages: int) -> "Scale":
        """The scale for documents of these moments, oldest first, and so many pages."""
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
        # Pages lie where chance puts them, so that one more does not move the others.
        homes = [hashed * scale.first >> 32 for hashed, _, _ in pages]
        homes += [scale.first + (moment - scale.start) // scale.step for moment in moments]
        numbers = accumulate(homes, lambda last, home: home if home > last else last + 1)
        ordered = [document for _, _, document in chain(pages, dated)]
        return cls(ordered, tuple(numbers), scale)


def _rounded(seconds: int) -> int:
    """Down to three binary digits, so that a growing site seldom has another scale."""
    rest = max(0, seconds.bit_length() - 3)
    return max(1, seconds >> rest << rest)


def _power_of_two(wanted: int) -> int:
    return 1 << max(0, wanted - 1).bit_length()
