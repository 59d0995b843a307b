"""Plain text of Markdown: what a card, a feed or a description may show."""

import re
from collections.abc import Iterator
from html import unescape

from newsroom.text.spans import without_comments
from newsroom.text.tags import without_tags

# No pattern looks on behind a sign that begins another match: a text that is nothing but opening
# brackets would take minutes.
_MARKUP = (
    (re.compile(r"!\[[^\[\]]*+\]\((?:[^()]|\([^()]*+\))*+\)(?:\{[^{}]*+\})?"), ""),  # pictures
    (re.compile(r"\[([^\[\]]*+)\]\((?:[^()]|\([^()]*+\))*+\)"), r"\1"),  # links keep their text
    (re.compile(r"<((?:https?|ftp)://[^<>]*+|[^<> !]+@[^@<> ]+)>", re.IGNORECASE), r"\1"),
    (re.compile(r"(?<!\\)(\*\*|__|`|~~|(?<!\w)[*_](?=\S)|(?<=\S)[*_](?!\w))"), ""),
    (re.compile(r"\\([!-/:-@\[-`{-~])"), r"\1"),  # escaped punctuation
)
_GAP = re.compile(r"\n\s*\n")
_NOT_PROSE = re.compile(r"(?:#|>|\||[-*+]\s|\d+[.)]\s|!\[|<|:::|---)")
_MARKS = re.compile(r"\s*+(?:(?:[-*+]|\d{1,9}[.)])\s++|>\s*+)*+")
"""What stands before the words of an item or a quotation."""
_NO_WORDS = re.compile(r"\s*+#|[\s|:=+*_~-]*+$")
"""A heading, a rule, the line under the head of a table."""
_CELLS = re.compile(r"(?<!\\)\|")
_ALT = re.compile(r"!\[([^\[\]]*+)\]\(")
_ENOUGH = 160
DESCRIPTION = 300
"""Characters of a description; search engines and chats cut it off long before."""


def plain(markdown: str) -> str:
    """The words of a piece of inline Markdown on one line."""
    markdown = without_tags(without_comments(markdown))
    for pattern, replacement in _MARKUP:
        markdown = pattern.sub(replacement, markdown)
    return " ".join(unescape(markdown).split())


def shortened(text: str, limit: int = DESCRIPTION) -> str:
    """The text, cut off behind a word where it is longer."""
    if len(text) <= limit:
        return text
    words = text[: limit - 1].rpartition(" ")[0] or text[: limit - 2]
    return f"{words} …"


def lead_of(markdown: str) -> str:
    """What a text begins with, as plain text: its first paragraph of running text; where it is
    nothing but a table, a list or a quotation, the first words of that; of pictures alone, what the
    first one shows."""
    shown = without_comments(markdown)
    for block in _blocks(shown):
        if not _NOT_PROSE.match(block.strip()) and (text := plain(block)):
            return text
    return _first_items(shown) or " ".join(plain(alt) for alt in _ALT.findall(shown)[:1])


def _blocks(markdown: str) -> Iterator[str]:
    """What blank lines part, one after another: of a long text the first are enough."""
    start = 0
    for gap in _GAP.finditer(markdown):
        yield markdown[start : gap.start()]
        start = gap.end()
    yield markdown[start:]


def _first_items(markdown: str) -> str:
    """Items and rows, as many as a lead has room for: "Ngày, Giờ; 1/12, 8:00"."""
    words = ""
    for item in _items(markdown):
        if len(words) + len(item) > _ENOUGH and words:
            return f"{words} …"
        words = f"{words}; {item}" if words else item
    return words


def _items(markdown: str) -> Iterator[str]:
    for line in markdown.splitlines():
        if not _NO_WORDS.match(line):
            cells = map(plain, _CELLS.split(_MARKS.sub("", line, count=1)))
            if item := ", ".join(filter(None, cells)):
                yield item.rstrip(";")
