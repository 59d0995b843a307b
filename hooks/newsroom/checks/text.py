"""Checks of a file's characters: what nobody sees, but readers' programs stumble over."""

from collections.abc import Iterator

from newsroom.content.problem import Edit, Problem
from newsroom.text.encoding import CONTROL, INVISIBLE, legacy_encoding, not_nfc

_SOFT_HYPHEN = "\u00ad"
"""In TCVN3 it is the letter ư, which no mending may take away."""


def text_problems(shown: str, text: str) -> Iterator[Problem]:
    """Letters typed as several characters (Unicode tổ hợp) and characters that cannot be seen,
    each stretch with its mending."""
    for control in CONTROL.finditer(text):
        if control[0] == _SOFT_HYPHEN and legacy_encoding(_line_of(text, control.start())):
            continue
        yield Problem(
            shown,
            f"có ký tự ẩn U+{ord(control[0]):04X}, thường do dán từ Word hoặc từ trang web.",
            "Hãy chạy check --fix để bỏ đi.",
            text.count("\n", 0, control.start()) + 1,
            blocking=False,
            edit=Edit(control.start(), control.end(), "" if control[0] in INVISIBLE else " "),
        )
    for start, end, right in not_nfc(text):
        yield Problem(
            shown,
            f'"{text[start:end]}" gõ bằng Unicode tổ hợp.',
            "Hãy chạy check --fix để chuyển sang Unicode dựng sẵn.",
            text.count("\n", 0, start) + 1,
            blocking=False,
            edit=Edit(start, end, right),
        )


def _line_of(text: str, place: int) -> str:
    end = text.find("\n", place)
    return text[text.rfind("\n", 0, place) + 1 : end if end >= 0 else len(text)]
