"""An RTF file as its tokens: groups, control words with their numbers, and bytes of text.

Source: Rich Text Format (RTF) Specification 1.9.1 (Microsoft, 2008), “RTF Syntax”.
"""

import re
from collections.abc import Iterator
from types import MappingProxyType
from typing import NamedTuple

OPEN, CLOSE, TEXT = "{", "}", "text"
_TOKEN = re.compile(
    rb"(?P<brace>[{}])"
    rb"|\\(?P<word>[a-zA-Z]{1,32})(?P<number>-?\d{1,10})?[ ]?"
    rb"|\\(?P<sign>[^a-zA-Z'])"
    rb"|(?P<text>(?:[^\\{}\r\n]++|\\'[0-9a-fA-F]{2})++)",
    re.DOTALL,
)
_HEX = re.compile(rb"\\'(..)")
_BYTES = "bin"
"""Is followed by so many bytes that are no RTF."""
_SIGNS = MappingProxyType({
    b"{": (TEXT, b"{"), b"}": (TEXT, b"}"), b"\\": (TEXT, b"\\"), b"_": (TEXT, b"-"),
    b"\n": ("par", b""), b"\r": ("par", b""), b"~": ("~", b""), b"*": ("*", b""),
})  # fmt: skip


class Token(NamedTuple):
    """kind: OPEN, CLOSE, TEXT, the name of a control word, or one of the signs ~ and *."""

    kind: str
    number: int | None = None
    text: bytes = b""


def tokens_of(data: bytes) -> Iterator[Token]:
    """The tokens in order, each looked at once; what is none of them is passed over."""
    place = 0
    while found := _TOKEN.search(data, place):
        place = found.end()
        token = _token(found)
        if token.kind == _BYTES:
            place += max(0, token.number or 0)
        else:
            yield token


def _token(found: re.Match[bytes]) -> Token:
    kind = found.lastgroup
    if kind == "brace":
        return Token(found["brace"].decode())
    if kind == "text":
        # As one, since in Chinese two bytes make a letter, in UTF-8 up to four.
        return Token(
            TEXT, text=_HEX.sub(lambda byte: bytes.fromhex(byte[1].decode()), found["text"])
        )
    if kind == "sign":
        kind, text = _SIGNS.get(found["sign"], (TEXT, b""))
        return Token(kind, text=text)
    number = found["number"]
    return Token(found["word"].decode(), None if number is None else int(number))
