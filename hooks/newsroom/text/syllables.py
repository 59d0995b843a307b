"""Tokens: Vietnamese syllables, each with its written form and the fold it is looked up by.

docs/javascripts/search/text.js says the same thing in JavaScript; the golden file
tests/search/tokens.json holds both to it.
"""

import re
import unicodedata
from functools import lru_cache
from itertools import groupby
from types import MappingProxyType
from typing import NamedTuple

MAX_LENGTH = 32
"""Characters of a token; the rest is cut off."""
BREAK = "|"
"""Separates two phrases in a list of words."""

_TONES = MappingProxyType(
    {"\u0300": "`", "\u0301": "'", "\u0309": "?", "\u0303": "~", "\u0323": "."}
)
_MARK = re.compile("[\u0300-\u036f]")
_QUOTES = "\"'“”„‘’«»"
"""Quotation marks do not end a phrase: quỹ “Vì người nghèo” is searched as one."""

# `re` searches fast for a literal first character, so what precedes is a lookbehind after it.
_GROUPED = re.compile(r"[0-9](?<![^\W_].)[0-9]{0,2}(?:\.[0-9]{3})+(?![^\W_])")
"""Digits in groups: 2.000 is the number 2000."""
_THREE_DIGITS = re.compile(r"\.[0-9]{3}")
"""Part of every such number, and faster to rule out."""
_CONSONANT = "[b-df-hj-np-tv-xzđ]"
_CONSONANTS = "|".join(rf"(?<=(?<![^\W_]){_CONSONANT * count}\.)" for count in range(1, 5))
_SHORTENED = re.compile(rf"\.(?=\s)(?:{_CONSONANTS})")
"""A word without a vowel before a full stop is an abbreviation (TP. HCM), not a sentence's end."""
_JOINER = re.compile(r"[-–/.,:+](?<=[^\W_].)(?=[^\W_])")
"""Punctuation inside a word (Covid-19, 18:15, 19/8) does not end a phrase."""
_ZERO_BEFORE = re.compile("0[0-9]")
"""05/09 is the fifth of September as 5/9 is."""
_USUAL = "a-z0-9 àáâãèéêìíòóôõùúýăđĩũơưạ-ỹ"
"""Listed first, so that Vietnamese letters need no lookup in the tables of Unicode."""
_PUNCTUATION = re.compile(rf"[^{_USUAL}\w\s]")
_PARTING_TOO = "_\n\r"


class Syllable(NamedTuple):
    """A token: `fold` without any mark; `form` with vowel marks, its tone as a sign at the end.

    The tone belongs to the syllable, not to a letter: hòa and hoà, qúy and quý are one form.
    """

    fold: str
    form: str


def phrases(text: str) -> list[list[Syllable]]:
    """The tokens of a text, parted where punctuation or a line's end parts them."""
    parted = groupby(words_of(text), key=BREAK.__eq__)
    return [list(map(syllable, words)) for is_break, words in parted if not is_break]


def words_of(text: str) -> list[str]:
    """The words of a text in lower case and NFC, with BREAK where something parts them."""
    return spaced(text).split()


def spaced(text: str) -> str:
    """A text as it is split into words: without "\\n", a BREAK in its place."""
    text = _MARK.sub("", unicodedata.normalize("NFC", text).lower())
    for mark in _QUOTES:
        text = text.replace(mark, " ")
    if _THREE_DIGITS.search(text):
        text = _GROUPED.sub(_without_stops, text)
    text = text.replace("&", " và ")
    text = _JOINER.sub(" ", _SHORTENED.sub(" ", text))
    for mark in _PARTING_TOO:
        text = text.replace(mark, BREAK)
    return _PUNCTUATION.sub(f" {BREAK} ", text)


@lru_cache(maxsize=1 << 16)
def syllable(word: str) -> Syllable:
    """The token of a word in lower case and NFC.

    >>> syllable("thủy"), syllable("đường")
    (Syllable(fold='thuy', form='thuy?'), Syllable(fold='duong', form='đương`'))
    """
    word = word[:MAX_LENGTH]
    if word.isascii():
        word = word[1:] if _ZERO_BEFORE.fullmatch(word) else word
        return Syllable(word, word)
    parts = unicodedata.normalize("NFD", word.replace("ð", "đ"))
    tone = "".join(_TONES.get(char, "") for char in parts)
    letters = unicodedata.normalize("NFC", "".join(c for c in parts if c not in _TONES))
    return Syllable(_MARK.sub("", parts).replace("đ", "d"), letters + tone)


def _without_stops(match: re.Match[str]) -> str:
    return match[0].replace(".", "")
