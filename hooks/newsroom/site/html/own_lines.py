"""Lines of a paragraph that hold one thing alone: each can become a block of its own."""

import re
from collections.abc import Callable

_PARAGRAPH = re.compile(r"<p>(?P<inner>(?:(?!</?p\b).)*)</p>", re.DOTALL)
_BREAK = re.compile(
    r"(?:(?<!\s)\s++)?(?:<br>\s*|(?=<(?:video|audio)\b))|(?:(?<=</video>)|(?<=</audio>))\s*"
)
"""A player always has a line of its own. Only the first of many blanks begins a break, since each
would be followed by all the others."""
_TAG = re.compile(r"<(?P<slash>/?)(?P<name>[a-z][a-z0-9]*)\b[^>]*>")
_VOID = {"img", "source", "track", "wbr"}

Block = Callable[[str], str | None]
"""What a line becomes as a block; None where it stays a line of its paragraph."""


def with_blocks(html: str, block: Block) -> str:
    """The sanitised body with such lines taken out of their paragraphs."""

    def parted(paragraph: re.Match[str]) -> str:
        lines = list(filter(None, _BREAK.split(paragraph["inner"].strip())))
        blocks = [block(line) for line in lines]
        if not any(blocks) or not all(map(_is_whole, lines)):
            return paragraph[0]
        parts: list[str] = []
        text: list[str] = []
        for line, made in [*zip(lines, blocks, strict=True), ("", "")]:
            if made is None:
                text.append(line)
                continue
            together = "<br>\n".join(text)
            parts += [part for part in (f"<p>{together}</p>" if text else "", made) if part]
            text = []
        return "\n".join(parts)

    return _PARAGRAPH.sub(parted, html)


def _is_whole(line: str) -> bool:
    """Whether all that opens in the line ends in it."""
    opened = 0
    for tag in _TAG.finditer(line):
        if tag["name"] not in _VOID:
            opened += -1 if tag["slash"] else 1
    return opened == 0
