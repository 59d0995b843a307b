"""Bare addresses, mail addresses and telephone numbers of a sanitised body become links."""

import re
from html import escape

from newsroom.text.addresses import find_addresses

_TAG = re.compile(r"<(?P<closing>/?)(?P<name>\w+)[^>]*>")
_LEFT_ALONE = {"a", "code", "kbd", "pre", "samp"}


def with_links(html: str) -> str:
    """The body with what a reader would want to tap as links."""
    parts, done, depth = [], 0, 0
    for tag in _TAG.finditer(html):
        if tag["name"] not in _LEFT_ALONE:
            continue
        text = html[done : tag.start()]
        parts += [text if depth else _linked(text), tag[0]]
        done = tag.end()
        depth += -1 if tag["closing"] else 1
    return "".join([*parts, _linked(html[done:])])


def _linked(html: str) -> str:
    """A stretch without links: the texts between its tags."""
    return "".join(
        piece if piece.startswith("<") else _text_linked(piece) for piece in _PIECES.split(html)
    )


_PIECES = re.compile(r"(<[^>]*>)")


def _text_linked(text: str) -> str:
    parts, done = [], 0
    for found in find_addresses(text):
        href = escape(found.href).replace("&amp;amp;", "&amp;")
        link = f'<a class="bare" href="{href}">{text[found.start : found.end]}</a>'
        parts += [text[done : found.start], link]
        done = found.end
    return "".join([*parts, text[done:]])
