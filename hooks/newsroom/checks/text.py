"""Checks of a file's characters: what nobody sees, but readers' programs stumble over."""

from collections.abc import Iterator

from newsroom.problem import Edit, Problem
from newsroom.text.encoding import CONTROL, not_nfc


def text_problems(shown: str, text: str) -> Iterator[Problem]:
    """Letters typed as several characters (Unicode tổ hợp) and characters that cannot be seen,
    each stretch with its mending."""
    for control in CONTROL.finditer(text):
        yield Problem(
            shown,
            f"có ký tự ẩn U+{ord(control[0]):04X}, thường do dán từ Word.",
            "Hãy chạy check --fix để thay bằng dấu cách.",
            text.count("\n", 0, control.start()) + 1,
            blocking=False,
            edit=Edit(control.start(), control.end(), " "),
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
