"""Making text visible: what a terminal, a workflow log or a reader would obey instead of show."""

import re

_LOG_COMMAND = re.compile(r"#(?=#\[)")
"""GitHub's log obeys ##[…] wherever it stands in a line."""


def visible(text: str) -> str:
    r"""The text on one line, with control and other unseen characters written as \x1b, \u202e."""
    if not text.isprintable():
        text = "".join(char if char.isprintable() else _escaped(char) for char in text)
    return _LOG_COMMAND.sub(r"\\x23", text)


def _escaped(char: str) -> str:
    return char.encode("unicode_escape").decode()
