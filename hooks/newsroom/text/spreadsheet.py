"""Texts in cells of a spreadsheet."""

_ACTS = tuple("=+-@\t\r")
"""What a spreadsheet takes for the beginning of a formula."""


def as_text(text: str) -> str:
    """The text for a cell, with an apostrophe before one that a spreadsheet would run."""
    return f"'{text}" if text.startswith(_ACTS) else text
