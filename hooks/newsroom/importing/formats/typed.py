"""What people type in documents for want of a button: lists with dashes, rules of underscores."""

import re
from collections.abc import Iterator

from bs4 import Tag
from bs4.element import NavigableString

from newsroom.importing.markup.elements import attribute, child_tags, make, text_of

_BULLET = re.compile(r"\s*([-–•●▪*+])\s+(?=\S)")
_DEEPER = "+"
"""Vietnamese offices put “+” below “-”."""
_RULE = re.compile(r"[-–—_=*~.…]{3,}|[-–—_=*~.…](?:\s*[-–—_=*~.…]){4,}")
_SHORTEST = 2


def settle_typed(root: Tag) -> None:
    """Mark paragraphs that begin with a dash as items of a list, as Word does where it writes HTML
    itself, and take out those that are a line drawn with signs. A dash alone is no list."""
    run: list[Tag] = []
    for block in [*child_tags(root), make("p")]:
        if block.name == "p" and _RULE.fullmatch(text_of(block)) and not block.find("img"):
            block.extract()
        elif _begins(block) is not None:
            run.append(block)
            continue
        if len(run) >= _SHORTEST:
            for level, item in _levels(run):
                _mark(item, level)
        run = []


def _begins(block: Tag) -> re.Match[str] | None:
    """The dash that a paragraph begins with; None where it has none, or is an item already."""
    if block.name != "p" or "mso-list" in attribute(block, "style"):
        return None
    first = block.find(string=True)
    return _BULLET.match(str(first)) if first else None


def _levels(run: list[Tag]) -> Iterator[tuple[int, Tag]]:
    signs = [match[1] for item in run if (match := _begins(item))]
    has_two = signs[0] != _DEEPER and _DEEPER in signs
    for sign, item in zip(signs, run, strict=True):
        yield 2 if has_two and sign == _DEEPER else 1, item


def _mark(item: Tag, level: int) -> None:
    first = item.find(string=True)
    if isinstance(first, NavigableString):
        first.replace_with(_BULLET.sub("", str(first), count=1))
    mark = make("span", "·")
    mark["style"] = "mso-list:Ignore"
    item["style"] = f"mso-list:l0 level{level}"
    item.insert(0, mark)
