"""What a keyboard sends while no input method is on: Telex and VNI, letter by letter."""

import unicodedata
from types import MappingProxyType

_TELEX = MappingProxyType(
    {"ă": "aw", "â": "aa", "đ": "dd", "ê": "ee", "ô": "oo", "ơ": "ow", "ư": "uw"}
)
_VNI = MappingProxyType(
    {"ă": "a8", "â": "a6", "đ": "d9", "ê": "e6", "ô": "o6", "ơ": "o7", "ư": "u7"}
)
_TONES = "\u0301\u0300\u0309\u0303\u0323"
_TELEX_TONES, _VNI_TONES = "sfrxj", "12345"


def telex(word: str, *, tone_last: bool = True) -> str:
    """The keys of a word in lower case: tiếng is tieengs or, with the tone at its letter, tieesng.

    ươ is uow, as most people type it.
    """
    return _typed(word, _TELEX, _TELEX_TONES, tone_last=tone_last)


def vni(word: str, *, tone_last: bool = True) -> str:
    """The same in VNI: tie6ng1 or tie61ng."""
    return _typed(word, _VNI, _VNI_TONES, tone_last=tone_last)


def _typed(word: str, letters: MappingProxyType[str, str], tones: str, *, tone_last: bool) -> str:
    keys, last = "", ""
    for plain, tone in map(_parted, word):
        key = tones[_TONES.index(tone)] if tone else ""
        keys += letters.get(plain, plain) + ("" if tone_last else key)
        last += key if tone_last else ""
    return keys.replace(letters["ư"] + letters["ơ"], "u" + letters["ơ"]) + last


def _parted(letter: str) -> tuple[str, str]:
    """A letter without its tone, and the tone."""
    marks = unicodedata.normalize("NFD", letter)
    tone = next((mark for mark in marks if mark in _TONES), "")
    return unicodedata.normalize("NFC", marks.replace(tone, "") if tone else marks), tone
