"""A block of Markdown, what an empty line parts from the next one, and how blocks are written."""

from collections.abc import Sequence
from typing import NamedTuple

PARAGRAPH, LIST, NUMBERED, OTHER = "paragraph", "list", "numbered", "other"
_PARTED = "<!-- -->"
"""Between two lists, which the library would make one of."""
_INDENT = " " * 4


class Block(NamedTuple):
    """Lines of Markdown as the library understands them."""

    kind: str
    lines: Sequence[str]
    is_close: bool = False
    """Whether the writer left no empty line before it."""


def lines_of(blocks: Sequence[Block]) -> list[str]:
    """The lines of the blocks, an empty one between any two of them."""
    lines: list[str] = []
    last = None
    for block in blocks:
        if last is not None:
            is_list_again = block.kind == last.kind and block.kind in (LIST, NUMBERED)
            lines += ["", _PARTED, ""] if is_list_again else [""]
        lines += block.lines
        last = block
    return lines


def item_lines(mark: str, blocks: Sequence[Block]) -> list[str]:
    """The lines of a list item: a list within it stands right below its words."""
    head, *rest = blocks
    if rest and rest[0].is_close and head.kind == PARAGRAPH and rest[0].kind in (LIST, NUMBERED):
        lines = [*lines_of([head]), *lines_of(rest)]
    else:
        lines = lines_of(blocks)
    return [f"{mark} {lines[0]}", *indented(lines[1:])]


def indented(lines: Sequence[str]) -> list[str]:
    """The lines as part of what stands above them."""
    return [_INDENT + line if line else line for line in lines]
