"""Encodings: UTF-8 and NFC are right; legacy Vietnamese encodings are recognised and named."""

import re
import unicodedata

from newsroom.text.spelling import is_syllable

# A word is looked through from its start only: from each of its letters, a long one takes minutes.
_TCVN3_WORD = re.compile(r"(?:(?<!\w)\w*|)[µ¸¶·¹¨»¾¼½©®ª«¬ÆÇÈÉËÌÎÏÐÑ×ÞßÖØÜÝ¦§£¤¢¥¡]\w*")
_VNI_WORD = re.compile(r"(?<!\w)\w*(?:[aoeuyi][øùûõïåèäàáâêëéæ]|ñ[aeiouyôö])\w*", re.IGNORECASE)
_VIETNAMESE_LETTER = re.compile("[\u0102\u0103\u0110\u0111\u01a0\u01a1\u01af\u01b0\u1ea0-\u1ef9]")
_WORD = re.compile(r"[^\W\d_]+")
_FEWEST_WORDS = 6
_BULLET = "·"
"""Also ã of TCVN3, which begins no word."""
_UNICODE_SHARE = 0.15
_TCVN3_SHARE, _VNI_SHARE = 0.15, 0.35
"""Right spellings such as hoà and toà look like VNI, so more of it must stand together."""


def legacy_encoding(text: str) -> str | None:
    """'TCVN3' or 'VNI' where the text was typed with such a font, else None.

    Text in Unicode has letters that neither encoding knows (ư, ơ, đ, ạ, ế ...) in every
    other word; legacy text has none, but marks in the middle of many words.
    """
    if has_letters_of_unicode(text):
        return None
    words = len(_WORD.findall(text))
    if words < _FEWEST_WORDS:
        return None
    if _share(_TCVN3_WORD, text, words) > _TCVN3_SHARE:
        return "TCVN3"
    if _share(_VNI_WORD, text, words) > _VNI_SHARE:
        return "VNI"
    return None


def has_letters_of_unicode(text: str) -> bool:
    """Whether it has as many letters that only Unicode has (ư, ơ, đ, ạ …) as a Vietnamese text."""
    letters = len(_VIETNAMESE_LETTER.findall(text))
    if letters > _UNICODE_SHARE * _most_words(text):
        return True
    return letters > _UNICODE_SHARE * len(_WORD.findall(text))


def _most_words(text: str) -> float:
    """A text has no more words than this: something must stand between two of them."""
    return (len(text) + 1) / 2


def _share(pattern: re.Pattern[str], text: str, words: int) -> float:
    """Of the words with such signs. What is spelt as a Vietnamese syllable is one in Unicode, and a
    sign alone is a bullet, ©, ½ …"""
    found = (word.lstrip(_BULLET) for word in pattern.findall(text))
    strange = [word for word in found if len(word) > 1 and not is_syllable(word)]
    return len(strange) / words


def nfc(text: str) -> str:
    """The text in Unicode form NFC, in which macOS does not name files."""
    return text if text.isascii() else unicodedata.normalize("NFC", text)


def not_nfc(text: str) -> list[tuple[int, int, str]]:
    """The stretches that are not in Unicode form NFC: start, end, the text in NFC."""
    if unicodedata.is_normalized("NFC", text):
        return []
    pieces = re.finditer(r"\S+", text)
    return [
        (piece.start(), piece.end(), unicodedata.normalize("NFC", piece[0]))
        for piece in pieces
        if not unicodedata.is_normalized("NFC", piece[0])
    ]
