"""Folding: Vietnamese text without its marks, as residents type it on a phone."""

import re
import unicodedata

_D_STROKE = str.maketrans({"đ": "d", "Đ": "D", "Ð": "D", "ð": "d"})
_MARKS = re.compile("[\u0300-\u034e\u0350-\u036f]+")
"""The combining marks that Latin letters bear."""


def strip_marks(text: str) -> str:
    """The text without tone and vowel marks, đ as d; case and everything else kept.

    >>> strip_marks("Uống phở, lễ Ức Thọ ở Đông Đô")
    'Uong pho, le Uc Tho o Dong Do'
    """
    if text.isascii():
        return text
    decomposed = unicodedata.normalize("NFD", text.translate(_D_STROKE))
    bare = _MARKS.sub("", decomposed)
    if not bare.isascii():  # there may be marks of other scripts
        bare = "".join(char for char in bare if not unicodedata.combining(char))
    return unicodedata.normalize("NFC", bare)


def fold(text: str) -> str:
    """A key under which spellings of the same words meet: no marks, lower case, single spaces."""
    return " ".join(strip_marks(text).lower().split())
