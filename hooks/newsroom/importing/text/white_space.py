"""White space and invisible characters: removed, so that only words are left to compare."""

import re
import unicodedata

from newsroom.text.characters import without_controls

_INVISIBLE = re.compile("[\u00ad\u200b\u200e\u200f\u2060\ufeff]")
"""Soft hyphens, zero-width spaces and direction marks, frequent in text copied from the web."""


def visible(text: str) -> str:
    """The text in Unicode form NFC, without invisible characters."""
    return without_controls(_INVISIBLE.sub("", unicodedata.normalize("NFC", text)))


def tidy(text: str) -> str:
    """The visible words of the text with one space between them."""
    return " ".join(words(text))


def words(text: str) -> list[str]:
    """The visible words of the text."""
    return visible(text).split()
