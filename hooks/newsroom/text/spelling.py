"""Whether a word is spelt as a Vietnamese syllable can be: an onset, a nucleus, a coda."""

import re
import unicodedata
from functools import lru_cache

_TONES = re.compile("[\u0300\u0301\u0303\u0309\u0323]")
_ONSET = "(?:b|ch?|d|đ|gh?|gi|h|kh?|l|m|ngh?|nh?|ph?|qu|r|s|th?|tr|v|x)?"
_OPEN = (
    "ai|ao|au|ay|âu|ây|eo|êu|ia|iu|oi|ôi|ơi|ua|ui|ưa|ưi|ưu|iêu|yêu|oai|oao|oay|oeo|uây|uôi|uyu|ươi|"
    "ươu|uya|uơ"
)
"""Vowels that no consonant follows."""
_CLOSED = "a|ă|â|e|ê|i|o|ô|ơ|u|ư|y|iê|yê|oa|oă|oe|oo|uâ|uê|uô|uy|uyê|ươ"
_SYLLABLE = re.compile(rf"{_ONSET}(?:{_OPEN}|(?:{_CLOSED})(?:ch?|m|ng?|nh|p|t)?)")


@lru_cache(maxsize=1 << 14)
def is_syllable(word: str) -> bool:
    """Whether a word can be a Vietnamese syllable, whichever letter bears its tone.

    >>> is_syllable("giáo"), is_syllable("hoà"), is_syllable("tröôøng")
    (True, True, False)
    """
    parts = unicodedata.normalize("NFD", word.lower())
    bare, tones = _TONES.subn("", parts)
    return tones <= 1 and _SYLLABLE.fullmatch(unicodedata.normalize("NFC", bare)) is not None
