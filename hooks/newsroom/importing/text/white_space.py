"""White space of the sources: what is tidied away so that only words are left to compare."""

import re
import unicodedata

from newsroom.text.encoding import without_controls

_INVISIBLE = re.compile("[\u00ad\u200b\u200e\u200f\u2060\ufeff]")
"""Soft hyphens, zero-width spaces and marks of direction, which copies from the web are full of."""


def visible(text: str) -> str:
    """The text in Unicode form NFC, without the characters that nobody can see."""
    return without_controls(_INVISIBLE.sub("", unicodedata.normalize("NFC", text)))


def tidy(text: str) -> str:
    """The visible words of the text with one space between them."""
    return " ".join(words(text))


def words(text: str) -> list[str]:
    """The visible words of the text."""
    return visible(text).split()
