"""Plain text of Markdown: what a card, a feed or a description may show."""

import re
from collections.abc import Iterator
from html import unescape

_MARKUP = (
    (re.compile(r"!\[[^\]]*\]\([^)]*\)(?:\{[^}]*\})?"), ""),  # pictures
    (re.compile(r"\[([^\]]*)\]\([^)]*\)"), r"\1"),  # links keep their text
    (re.compile(r"</?[a-zA-Z!][^>]*>"), ""),
    (re.compile(r"(?<!\\)(\*\*|__|`|~~|(?<!\w)[*_](?=\S)|(?<=\S)[*_](?!\w))"), ""),
    (re.compile(r"\\([!-/:-@\[-`{-~])"), r"\1"),  # escaped punctuation
)
_GAP = re.compile(r"\n\s*\n")
_NOT_PROSE = re.compile(r"(?:#|>|\||[-*+]\s|\d+[.)]\s|!\[|<|:::|---)")


def plain(markdown: str) -> str:
    """The words of a piece of inline Markdown on one line."""
    for pattern, replacement in _MARKUP:
        markdown = pattern.sub(replacement, markdown)
    return " ".join(unescape(markdown).split())


def first_paragraph(markdown: str) -> str:
    """The first paragraph of running text as plain text; empty where there is none."""
    for block in _blocks(markdown):
        if not _NOT_PROSE.match(block.strip()) and (text := plain(block)):
            return text
    return ""


def _blocks(markdown: str) -> Iterator[str]:
    """What blank lines part, one after another: of a long text the first are enough."""
    start = 0
    for gap in _GAP.finditer(markdown):
        yield markdown[start : gap.start()]
        start = gap.end()
    yield markdown[start:]
