"""Bytes of an old file as text: only where the encoding is certain, else a reason."""

import codecs
import re
import unicodedata

from newsroom.importing.record import Refusal
from newsroom.text.encoding import legacy_encoding
from newsroom.text.fold import strip_marks

_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_DECLARED = re.compile(rb"charset\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)
_HEAD = 4096
_LATIN_1 = frozenset({"iso-8859-1", "latin-1", "latin1", "us-ascii", "ascii"})
_LETTER = re.compile(r"[^\W\d_]")
_MARKED_LETTER = re.compile("[\u0102\u0103\u0110\u0111\u01a0\u01a1\u01af\u01b0\u1ea0-\u1ef9]")
_FEWEST_MARKED = 0.1

_SAVE_AS_UTF8 = "Hãy mở tệp, chọn Lưu thành… (Save As), mã hóa UTF-8, rồi nhập lại."


def decode_text(data: bytes) -> str | Refusal:
    """The text of a .txt file: UTF-8, UTF-16 with its mark, windows-1258 if all else fails."""
    return _checked(data, ())


def decode_page(data: bytes) -> str | Refusal:
    """The text of an HTML file: UTF-8, or else the encoding that the page declares."""
    match = _DECLARED.search(data[:_HEAD])
    return _checked(data, (match[1].decode("ascii"),) if match else ())


def legacy_refusal(text: str) -> Refusal | None:
    """A refusal if the text was typed for a TCVN3 or VNI font."""
    encoding = legacy_encoding(text)
    if encoding is None:
        return None
    cure = "Hãy chuyển sang Unicode bằng UniKey (Ctrl+Shift+F6) rồi nhập lại."
    return Refusal(f"chữ gõ bằng bảng mã {encoding}.", cure)


def _checked(data: bytes, declared: tuple[str, ...]) -> str | Refusal:
    if not data.removeprefix(codecs.BOM_UTF8).strip():
        return Refusal("tệp trống.", "Hãy chép lại bài từ cổng cũ rồi lưu tệp.")
    text = _decoded(data, declared)
    if "\0" in (data.decode("latin-1") if text is None else text):
        return Refusal("tệp không phải là chữ.", "Hãy chọn tệp .txt hoặc trang .html đã lưu.")
    if text is None:
        return legacy_refusal(data.decode("cp1252", "replace")) or Refusal(
            "không nhận ra bảng mã của tệp.", _SAVE_AS_UTF8
        )
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
    return text if text is not None and _surely_vietnamese(text) else None


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
