"""Bytes of an old file as text in Unicode: only where the encoding is certain, else a reason."""

import codecs
import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from html import escape, unescape

from newsroom.importing.record import Refusal
from newsroom.text.encoding import has_letters_of_unicode, legacy_encoding
from newsroom.text.fold import strip_marks
from newsroom.text.mojibake import find_mojibake
from newsroom.text.old_fonts import in_unicode, pieces_in_unicode

_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_DECLARED = re.compile(rb"charset\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)
_HEAD = 4096
_LATIN_1 = frozenset({"iso-8859-1", "latin-1", "latin1", "us-ascii", "ascii"})
_LETTER = re.compile(r"[^\W\d_]")
_MARKED_LETTER = re.compile("[\u0102\u0103\u0110\u0111\u01a0\u01a1\u01af\u01b0\u1ea0-\u1ef9]")
_FEWEST_MARKED = 0.1

_TAG = re.compile("(<[^<>]*>)")
_HOLDS_CODE = re.compile(r"<(?:script|style)\b", re.IGNORECASE)
_TOLD = re.compile(r"""(\b(?:alt|content|title)\s*=\s*)(["'])(.*?)\2""", re.IGNORECASE | re.DOTALL)
"""Attributes whose words are told to readers."""

_SAVE_AS_UTF8 = "Hãy mở tệp, chọn Lưu thành… (Save As), mã hóa UTF-8, rồi nhập lại."


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text of a file, in Unicode and NFC, and what staff should know of how it was read."""

    text: str
    notes: tuple[str, ...] = ()


def decode_text(data: bytes) -> Decoded | Refusal:
    """The text of a .txt file in UTF-8, UTF-16 with its mark, windows-1258, TCVN3 or VNI."""
    text = _checked(data, ())
    return text if isinstance(text, Refusal) else _with_notes(text, data, lines_in_unicode)


def decode_page(data: bytes, said: str = "") -> Decoded | Refusal:
    """The text of an HTML file; where it is no UTF-8, the encoding is tried that was said of it,
    and the one that it declares."""
    match = _DECLARED.search(data[:_HEAD])
    declared = match[1].decode("ascii") if match else ""
    html = _checked(data, tuple(filter(None, (said, declared))))
    return html if isinstance(html, Refusal) else _with_notes(html, data, html_in_unicode)


def legacy_refusal(text: str) -> Refusal | None:
    """A refusal if the text was typed for a TCVN3 or VNI font."""
    encoding = legacy_encoding(text)
    if encoding is None:
        return None
    cure = "Hãy chuyển sang Unicode bằng UniKey (Ctrl+Shift+F6) rồi nhập lại."
    return Refusal(f"chữ gõ bằng bảng mã {encoding}.", cure)


def legacy_note(encoding: str | None) -> tuple[str, ...]:
    """What staff are told of a text that was in such an encoding; empty where it was in none."""
    if encoding is None:
        return ()
    capitals = ", nhất là chữ hoa" if encoding == "TCVN3" else ""
    return (f"chữ gõ bằng bảng mã {encoding}: đã chuyển sang Unicode, hãy đọc lại{capitals}.",)


def html_in_unicode(html: str) -> tuple[str, str | None]:
    """The HTML with the words that a reader sees in Unicode, and the encoding they were in."""
    if next(find_mojibake(html), None):
        return html, None  # not typed so, but read wrongly
    parts = _TAG.split(html)
    shown = _shown(parts)
    texts = [_unescaped(parts[place]) for place in shown]
    converted, encoding = pieces_in_unicode(texts)
    if encoding is None:
        return html, None
    for place, typed, text in zip(shown, texts, converted, strict=True):
        if typed != text:
            parts[place] = escape(text, quote=False)
    parts[1::2] = (_TOLD.sub(partial(_attribute, encoding), tag) for tag in parts[1::2])
    return "".join(parts), encoding


def lines_in_unicode(text: str) -> tuple[str, str | None]:
    """The text in Unicode, and the encoding it was in; None where it was typed in Unicode."""
    if next(find_mojibake(text), None):
        return text, None
    lines, encoding = pieces_in_unicode(text.splitlines())
    return ("\n".join(lines), encoding) if encoding else (text, None)


def _shown(parts: Sequence[str]) -> list[int]:
    """The places of what stands between tags, in which every other part is one, but for code."""
    return [n for n in range(0, len(parts), 2) if not (n and _HOLDS_CODE.match(parts[n - 1]))]


def _unescaped(text: str) -> str:
    try:
        return unescape(text)
    except ValueError:  # the number of a character with thousands of digits
        return text


def _attribute(encoding: str, match: re.Match[str]) -> str:
    told = _unescaped(match[3])
    if has_letters_of_unicode(told):
        return match[0]
    return f"{match[1]}{match[2]}{escape(in_unicode(told, encoding))}{match[2]}"


def _with_notes(
    text: str, data: bytes, convert: Callable[[str], tuple[str, str | None]]
) -> Decoded:
    converted, encoding = convert(text)
    if encoding is None and _is_1258(text, data):
        return Decoded(text, legacy_note("windows-1258"))
    return Decoded(unicodedata.normalize("NFC", converted), legacy_note(encoding))


def _is_1258(text: str, data: bytes) -> bool:
    decoded = None if _strict(data, "utf-8") is not None else _strict(data, "cp1258")
    return decoded is not None and unicodedata.normalize("NFC", decoded) == text


def _checked(data: bytes, declared: tuple[str, ...]) -> str | Refusal:
    if not data.removeprefix(codecs.BOM_UTF8).strip():
        return Refusal("tệp trống.", "Hãy chép lại bài từ cổng cũ rồi lưu tệp.")
    text = _decoded(data, declared)
    if "\0" in (data.decode("latin-1") if text is None else text):
        return Refusal("tệp không phải là chữ.", "Hãy chọn tệp .txt hoặc trang .html đã lưu.")
    if text is None:
        return Refusal("không nhận ra bảng mã của tệp.", _SAVE_AS_UTF8)
    text = unicodedata.normalize("NFC", text.removeprefix("\ufeff"))
    if not text.strip():
        return Refusal("tệp trống.", "Hãy chép lại bài từ cổng cũ rồi lưu tệp.")
    return text


def _decoded(data: bytes, declared: tuple[str, ...]) -> str | None:
    if data.startswith(_UTF16):
        return _strict(data, "utf-16")
    for encoding in ("utf-8-sig", *declared):
        text = _strict(data, "cp1252" if encoding.lower() in _LATIN_1 else encoding)
        if text is not None:
            return text
    text = _strict(data, "cp1258")
    if text is not None and _surely_vietnamese(text):
        return text
    text = data.decode("cp1252", "replace")
    return text if html_in_unicode(text)[1] else None


def _strict(data: bytes, encoding: str) -> str | None:
    """The decoded text; None if it is not valid, or not a text encoding (as zlib and rot13)."""
    try:
        return data.decode(encoding)
    except (UnicodeError, LookupError, ValueError):
        return None


def _surely_vietnamese(text: str) -> bool:
    """Whether every letter is Vietnamese, and enough of them occur in no other language."""
    text = unicodedata.normalize("NFC", text)
    letters = _LETTER.findall(text)
    foreign = [letter for letter in letters if not strip_marks(letter).isascii()]
    stray = [char for char in text if unicodedata.combining(char)]
    marked = len(_MARKED_LETTER.findall(text))
    return not (foreign or stray) and marked > _FEWEST_MARKED * len(letters)
