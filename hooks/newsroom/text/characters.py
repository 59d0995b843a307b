"""Characters that nobody sees or means, as they come along from Word, Zalo and Facebook."""

import re
import unicodedata

_EMOJI = "\u2190-\u2bff\u3030\u303d\ufe0f\U0001f000-\U0001faff"
_UNSEEN = "\u00ad\u200b\u200c\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff"
_ANY_UNSEEN = re.compile(f"[{_UNSEEN}\u200d]")
INVISIBLE = re.compile(f"[{_UNSEEN}]|(?<![{_EMOJI}])\u200d|\u200d(?![{_EMOJI}])")
"""Soft hyphens, joiners, marks of direction: a word goes on across them. The joiner between two
emoji makes them one."""
_CONTROLS = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff"
CONTROL = re.compile(f"[{_CONTROLS}]|{INVISIBLE.pattern}")
_LINE_BREAKS = "\x0b\x85\u2028\u2029"
LINE_BREAK = re.compile(f"[{_LINE_BREAKS}]")
"""Word's and Unicode's own ends of lines."""
_ROW = re.compile(r"^[ \t]*+\|[^\n]*\|[ \t]*$", re.MULTILINE)
BREAK_IN_CELL = "<br>"
_HARD_SPACES = "\u00a0\u2000-\u200a\u202f\u205f\u3000"
HARD_SPACE = re.compile(f"[{_HARD_SPACES}]")
"""Blanks of other kinds and widths."""
ANY_UNUSUAL = re.compile(f"[{_CONTROLS}{_LINE_BREAKS}{_HARD_SPACES}{_UNSEEN}\u200d]")
"""Any of all these: one look at a text that has none, as most, saves four."""
_STYLED = "\U0001d400-\U0001d7ff\uff21-\uff3a\uff41-\uff5a"
_ANY_STYLED = re.compile(f"[{_STYLED}]")
_AROUND = "\\s\"'“”‘’()\\[\\]*_,;:!?"
_STYLED_WORD = re.compile(rf"(?<![^{_AROUND}])[^{_AROUND}{_STYLED}]*+[{_STYLED}][^{_AROUND}]*+")
"""Words in signs of mathematics that look like bold letters, or in letters as wide as Chinese ones.
"""
BULLETS = "•●▪■◦○‣∙·❖➢➤\uf0b7\uf0a7\uf0d8\uf0fc\uf076"
"""Signs that begin an item wherever they stand; the last are letters of Word's fonts of symbols."""


def without_controls(text: str) -> str:
    """The text, as long as it was, with a blank for each character that nobody can see or print.

    Word's line break (U+000B) is one; YAML and XML allow none of them.
    """
    return CONTROL.sub(" ", text)


def line_break_at(text: str, place: int) -> str:
    """What Markdown has for a line break that stands there: within the row of a table a tag."""
    start = text.rfind("\n", 0, place) + 1
    row = _ROW.match(text, start)
    return BREAK_IN_CELL if row and row.start() < place < row.end() else "\n"


def with_lines_ended(text: str) -> str:
    """The text with all line breaks as Markdown has them."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not LINE_BREAK.search(text):
        return text
    rows = _ROW.sub(lambda row: LINE_BREAK.sub(BREAK_IN_CELL, row[0]), text)
    return LINE_BREAK.sub("\n", rows)


def as_read(text: str) -> str:
    """The text as a reader has it: nothing invisible within words, letters for signs that look like
    such, each letter one character."""
    if text.isascii():
        return text
    if _ANY_UNSEEN.search(text):
        text = INVISIBLE.sub("", text)
    if _ANY_STYLED.search(text):
        text = _STYLED_WORD.sub(lambda word: plain_letters(word[0]), text)
    return unicodedata.normalize("NFC", text)


def styled_words(text: str) -> list[tuple[int, int, str]]:
    """The words in styled letters: start, end, the word in letters."""
    if not _ANY_STYLED.search(text):
        return []
    return [(w.start(), w.end(), plain_letters(w[0])) for w in _STYLED_WORD.finditer(text)]


def plain_letters(word: str) -> str:
    """A word in styled letters, in letters."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFKC", word))
