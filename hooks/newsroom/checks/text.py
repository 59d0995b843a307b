"""Checks of a file's characters."""

from collections.abc import Iterator

from newsroom.problem import Edit, Problem
from newsroom.text.encoding import not_nfc


def text_problems(shown: str, text: str) -> Iterator[Problem]:
    """Letters typed as several characters (Unicode tổ hợp), each stretch with its mending."""
    for start, end, right in not_nfc(text):
        yield Problem(
            shown,
            f'"{text[start:end]}" gõ bằng Unicode tổ hợp.',
            "Hãy chạy check --fix để chuyển sang Unicode dựng sẵn.",
            text.count("\n", 0, start) + 1,
            blocking=False,
            edit=Edit(start, end, right),
        )
