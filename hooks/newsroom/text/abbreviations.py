"""The ward's abbreviations: which letters stand for which words, in the index and for readers."""

import re
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


@lru_cache(maxsize=8)
def any_of(shorts: tuple[str, ...]) -> re.Pattern[str]:
    """A pattern that finds abbreviations: whole words in their exact spelling, the longest first.

    `re` searches fast for a pattern that starts with a literal letter, so what precedes the word
    is a lookbehind after its first letter.
    """
    rests: dict[str, list[str]] = {}
    for short in sorted(shorts, key=lambda short: (-len(short), short)):
        rests.setdefault(short[0], []).append(re.escape(short[1:]))
    either = "|".join(
        rf"{re.escape(first)}(?<![\w&-].)(?:{'|'.join(rest)})" for first, rest in rests.items()
    )
    return re.compile(rf"(?:{either})(?![\w&])")
