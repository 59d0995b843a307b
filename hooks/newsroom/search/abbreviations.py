"""The ward's abbreviations: which letters stand for which words, in the index and for readers."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache


@dataclass(frozen=True, slots=True)
class Abbreviation:
    """An abbreviation, and the ways its words are written out; readers are shown the first."""

    short: str
    full_forms: tuple[str, ...]

    @property
    def meaning(self) -> str:
        """What a reader is told that it means."""
        return self.full_forms[0]


@dataclass(frozen=True, slots=True)
class Occurrence:
    """Where an abbreviation stands: characters start..end of the text."""

    start: int
    end: int
    abbreviation: Abbreviation


def first_occurrences(text: str, abbreviations: Iterable[Abbreviation]) -> list[Occurrence]:
    """Where each abbreviation stands first in the text, whole words in its own spelling only."""
    by_short = {abbreviation.short: abbreviation for abbreviation in abbreviations}
    if not by_short:
        return []
    found: dict[str, Occurrence] = {}
    for match in _any_of(tuple(by_short)).finditer(text):
        found.setdefault(match[0], Occurrence(*match.span(), by_short[match[0]]))
    return list(found.values())


@lru_cache(maxsize=8)
def _any_of(shorts: tuple[str, ...]) -> re.Pattern[str]:
    longest_first = sorted(shorts, key=lambda short: (-len(short), short))
    either = "|".join(map(re.escape, longest_first))
    return re.compile(rf"(?<![\w&-])(?:{either})(?![\w&])")
