"""Telephone numbers within a text, as links that a phone dials."""

import re
from collections.abc import Iterator

from markupsafe import Markup

_NUMBER = re.compile(
    r"(?<![\w.+/-])(?:(?:\+84|0)(?:[ .-]?\d){8,10}|1[89]00(?:[ .-]?\d){4,6})(?![\w/])"
)
"""As they are written here: of a landline or a mobile phone, or a hotline."""


def with_phones(text: str) -> Markup:
    """The text with a link on each number in it."""
    return Markup().join(_parts(text))


def _parts(text: str) -> Iterator[str]:
    end = 0
    for found in _NUMBER.finditer(text):
        yield text[end : found.start()]
        dialled = re.sub(r"[^+\d]", "", found[0])
        yield Markup('<a href="tel:{}">{}</a>').format(dialled, found[0])
        end = found.end()
    yield text[end:]
