"""Escaping: plain text written so that Markdown renders exactly that text."""

import re
from types import MappingProxyType

from newsroom.text.characters import BULLETS

_ALWAYS = re.compile(r"[\\`*_{\[\]]")
_MARKS = MappingProxyType(
    {
        "<": "&lt;",
        "&": "&amp;",
        "=": "&#61;",
        "~": "&#126;",
        "^": "&#94;",
        "+": r"\+",
    }
)
_SOMETIMES = re.compile(r"<|&(?=#|\w+;)|=(?==)|\+(?=\+)|[~^](?=\S)")
"""HTML, and what extensions of Python-Markdown read as marked, deleted, raised or inserted text."""

_NUMBER = re.compile(r"^(\d+)\.(?=\s|$)", re.MULTILINE)
_MARKER = re.compile(r"^(?:[-+](?=[\s-]|$)|#|>|!(?=!!))", re.MULTILINE)
_BULLET = re.compile(rf"^[{BULLETS}]", re.MULTILINE)
_REFERENCE = re.compile(r"^(\[[^\[\]]*\]):", re.MULTILINE)
"""A link whose words begin with `]:` would be taken for the address of a reference."""
_SIGN = re.compile(r"^(?::(?=\s)|=|\?(?=\?\?)|/(?=//))", re.MULTILINE)
_SIGNS = MappingProxyType({":": "&#58;", "=": "&#61;", "?": "&#63;", "/": "&#47;"})

_IN_ADDRESS = MappingProxyType({
    " ": "%20", '"': "%22", "(": "%28", ")": "%29", "<": "%3C", ">": "%3E", "\\": "%5C",
    "`": "%60", "|": "%7C", "{": "%7B", "}": "%7D", "[": "%5B", "]": "%5D", "*": "%2A",
})  # fmt: skip


def escape_words(text: str) -> str:
    """Escape what Markdown or HTML would interpret inside a line."""
    text = _SOMETIMES.sub(lambda match: f"\0{match[0]}", text)
    text = _ALWAYS.sub(lambda match: f"\\{match[0]}", text)
    return re.sub(r"\0(.)", lambda match: _MARKS[match[1]], text)


def escape_line_starts(text: str) -> str:
    """Escape what Markdown would interpret at the start of a block."""
    text = _NUMBER.sub(r"\1\\.", text)
    text = _MARKER.sub(lambda match: f"\\{match[0]}", text)
    text = _BULLET.sub(lambda match: f"&#{ord(match[0])};", text)
    text = _REFERENCE.sub(r"\1&#58;", text)
    return _SIGN.sub(lambda match: _SIGNS[match[0]], text)


def escape_address(address: str) -> str:
    """Percent-encode what would end or alter a Markdown link."""
    return "".join(_IN_ADDRESS.get(char, char) for char in address.strip())
