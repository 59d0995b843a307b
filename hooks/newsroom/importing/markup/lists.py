"""Numbered lists: the label of every item, and what to do if Markdown cannot express it."""

import re
from collections.abc import Iterator

from bs4 import Tag

from newsroom.importing.markup.elements import LISTS, attribute, child_tags, make

LIST_BREAK = "listbreak"
"""An element between two lists that Markdown would join."""
_ALPHABET = 26
_LARGEST_ROMAN = 3999
_NUMBER = re.compile(r"-?\d{1,9}")
"""An item's number in HTML; limited, since Python refuses to parse thousands of digits."""


def labels(ordered: Tag) -> Iterator[tuple[Tag, str]]:
    """The items of an ol, each with the label that a browser shows, such as “7.”."""
    number = _number(ordered, "start", 1)
    for item in child_tags(ordered):
        if item.name == "li":
            number = _number(item, "value", number)
            yield item, f"{written(number, attribute(ordered, 'type'))}."
            number += 1


def settle_lists(root: Tag) -> None:
    """Keep an ol that counts 1, 2, 3 …; of any other, write the labels into the items."""
    for ordered in root.find_all("ol"):
        items = list(labels(ordered))
        filled = [(item, label) for item, label in items if item.contents]
        for item in ordered.find_all("li", recursive=False):
            if not item.contents:
                item.extract()
        if not filled:
            ordered.extract()
        elif [label for _, label in filled] != [f"{n}." for n in range(1, len(filled) + 1)]:
            ordered.replace_with(*_spelt_out(filled))
    for later in root.find_all(list(LISTS)):
        before = later.find_previous_sibling()
        if before is not None and before.name in LISTS:
            later.insert_before(make(LIST_BREAK))


def written(number: int, kind: str) -> str:
    """The number as a list of that kind (a, A, i, I; else digits) shows it.

    >>> written(3, "a"), written(14, "I"), written(27, "a")
    ('c', 'XIV', '27')
    """
    if kind in ("a", "A") and 1 <= number <= _ALPHABET:
        return chr(ord(kind) + number - 1)
    if kind in ("i", "I") and number <= _LARGEST_ROMAN:
        return _roman(number) if kind == "I" else _roman(number).lower()
    return str(number)


def _spelt_out(items: list[tuple[Tag, str]]) -> Iterator[Tag]:
    for item, label in items:
        blocks = child_tags(item)
        if blocks and blocks[0].name == "p":
            blocks[0].insert(0, f"{label} ")
        else:
            blocks.insert(0, make("p", label))
        yield from blocks


def _number(element: Tag, name: str, otherwise: int) -> int:
    value = str(element.get(name, ""))
    return int(value) if _NUMBER.fullmatch(value) else otherwise


def _roman(number: int) -> str:
    signs = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
    written = ""
    for value, sign in signs:
        written += sign * (max(number, 0) // value)
        number -= value * (max(number, 0) // value)
    return written or "0"
