"""Whole numbers as Vietnamese text writes them: 1.234.567."""

import re

_PLAIN = re.compile(r"\d{1,15}")
"""More digits count nothing; Python refuses to read thousands of them."""
_GROUPED = re.compile(r"\d{1,3}(?P<mark>[. ,])\d{3}(?:(?P=mark)\d{3}){0,4}")


def parse_count(text: str) -> int | None:
    """The count that the text states, digits grouped by full stop, comma or space, or None.

    >>> parse_count("1.234"), parse_count("0201"), parse_count("-3"), parse_count("1.5")
    (1234, 201, None, None)
    """
    text = text.strip()
    if _PLAIN.fullmatch(text):
        return int(text)
    if _GROUPED.fullmatch(text):
        return int(re.sub(r"[. ,]", "", text))
    return None


def format_count(number: int) -> str:
    """The number with a full stop between thousands."""
    return f"{number:,}".replace(",", ".")


def format_size(size: int) -> str:
    """A size in bytes as thousands or, from a million on, millions of them.

    >>> format_size(84_200)
    '84 kB'
    >>> format_size(1_234_567_890)
    '1.234,6 MB'
    """
    if size < 999_500:
        return f"{max(1, round(size / 1000))} kB"
    whole, tenth = divmod(round(size / 100_000), 10)
    return f"{format_count(whole)},{tenth} MB"
