"""Checks of a file's characters: what nobody sees, but readers' programs stumble over."""

from collections.abc import Iterator

from newsroom.content.front_matter import front_matter_end
from newsroom.content.problem import Edit, Problem
from newsroom.text.characters import (
    CONTROL,
    HARD_SPACE,
    INVISIBLE,
    LINE_BREAK,
    line_break_at,
    styled_words,
)
from newsroom.text.encoding import legacy_encoding, not_nfc
from newsroom.text.mojibake import find_mojibake

_SOFT_HYPHEN = "\u00ad"
"""In TCVN3 it is the letter ư, which no mending may take away."""
_RUN_FIX = "Hãy chạy check --fix để bỏ đi."


def text_problems(shown: str, text: str) -> Iterator[Problem]:
    """Letters typed as several characters (Unicode tổ hợp) or in styled signs, and characters that
    cannot be seen, each stretch with its mending."""
    for edit, found, cure in sorted(_faults(text), key=lambda fault: fault[0].start):
        line = text.count("\n", 0, edit.start) + 1
        yield Problem(shown, found, cure, line, blocking=False, edit=edit)


def _faults(text: str) -> Iterator[tuple[Edit, str, str]]:
    body = front_matter_end(text)
    hidden = {
        found.start(): found[0] for form in (CONTROL, LINE_BREAK) for found in form.finditer(text)
    }
    garbled = list(find_mojibake(text))  # whose hidden characters are parts of letters
    for place, sign in hidden.items():
        if any(line.start <= place < line.end for line in garbled):
            continue
        if sign == _SOFT_HYPHEN and legacy_encoding(_line_of(text, place)):
            continue
        found = f"có ký tự ẩn U+{ord(sign):04X}, thường do dán từ Word hoặc từ trang web."
        ends_line = LINE_BREAK.match(sign) and place >= body
        right = "" if INVISIBLE.match(text, place) else " "
        right = line_break_at(text, place) if ends_line else right
        yield Edit(place, place + 1, right), found, _RUN_FIX
    for space in HARD_SPACE.finditer(text, 0, body):
        found = "có dấu cách cứng (thường do dán từ Word) ở phần đầu bài."
        yield Edit(space.start(), space.end(), " "), found, "Hãy chạy check --fix để thay."
    styled = styled_words(text)
    for start, end, right in styled:
        found = f"“{text[start:end]}” là chữ kiểu chép từ Facebook: máy đọc và tìm kiếm không hiểu."
        yield Edit(start, end, right), found, f"Hãy viết: {right}"
    for start, end, right in not_nfc(text):
        if not any(begun <= start < ended for begun, ended, _ in styled):
            found = f"“{text[start:end]}” gõ bằng Unicode tổ hợp."
            cure = "Hãy chạy check --fix để chuyển sang Unicode dựng sẵn."
            yield Edit(start, end, right), found, cure


def _line_of(text: str, place: int) -> str:
    end = text.find("\n", place)
    return text[text.rfind("\n", 0, place) + 1 : end if end >= 0 else len(text)]
