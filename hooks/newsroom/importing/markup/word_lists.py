"""Lists of Microsoft Word, which are paragraphs with a mark of their own, as lists."""

import re
from dataclasses import dataclass

from bs4 import Tag

from newsroom.importing.markup.elements import attribute, make, text_of

_CLASS = re.compile(r"\bMsoListParagraph", re.IGNORECASE)
_LIST = re.compile(r"mso-list:\s*l\d+\s+level(\d)", re.IGNORECASE)
_MARK = re.compile(r"mso-list:\s*Ignore", re.IGNORECASE)
_BULLETS = frozenset("·•●○◦▪■□§o-–—+*➢✓ØüÞ")
_TYPED = re.compile(r"^[\s\u00a0]*([·•●○◦▪■□§➢✓])[\s\u00a0]+")
_COUNTED = re.compile(r"([1-9]\d{0,2})\.")
_DEEPEST = 9


@dataclass(slots=True)
class _Open:
    """A list that goes on; next_number: of one that counts 1. 2. 3.; 0 of one with bullets."""

    level: int
    listed: Tag
    next_number: int = 0

    def takes(self, number: int | None) -> bool:
        """Whether an item of that number, 0 for a bullet, goes on with it."""
        return number == self.next_number

    def add(self, item: Tag) -> None:
        """Add the item's words as its next."""
        self.listed.append(make("li", *item.extract().contents))
        self.next_number += self.next_number > 0


def lists_of_word(root: Tag) -> None:
    """Turn the paragraphs that Word calls items of lists into lists, nested as Word says.

    A bullet or “2.” vanishes, since a list has its own; any other label, such as “b)”, stays as
    words in a paragraph of the item around it.
    """
    stack: list[_Open] = []
    before: Tag | None = None
    for item in root.find_all("p"):
        level = _level(item)
        label = None if level is None else _take_label(item)
        if level is None or label is None:
            continue
        if before is None or item.find_previous_sibling() is not before:
            stack = []
        number = _number(label)
        while stack and (stack[-1].level > level or not _may_hold(stack[-1], level, number)):
            stack.pop()
        before = _placed(item, level, number, label, stack) or before


def _may_hold(one: _Open, level: int, number: int | None) -> bool:
    return one.level < level or one.takes(number)


def _placed(
    item: Tag, level: int, number: int | None, label: str, stack: list[_Open]
) -> Tag | None:
    """Put the item into the innermost list or into a new one; what now stands in its place, None
    where that is a list that stood before it."""
    if stack and stack[-1].level == level:
        stack[-1].add(item)
        return None
    if number is None:
        item.insert(0, f"{label} ")
    outer = stack[-1].listed.find_all("li", recursive=False)[-1] if stack else None
    place = item if number is None else make("ol" if number else "ul")
    if outer is not None:
        outer.append(place.extract() if place is item else place)
    elif place is not item:
        item.insert_before(place)
    if number is not None:
        if number > 1:
            place["start"] = str(number)
        stack.append(_Open(level, place, number))
        stack[-1].add(item)
    return None if outer is not None else place


def _level(item: Tag) -> int | None:
    """The level of the item in its list; None if it is none of a list."""
    if found := _LIST.search(attribute(item, "style")):
        return min(int(found[1]), _DEEPEST)
    return 1 if _CLASS.search(attribute(item, "class")) else None


def _number(label: str) -> int | None:
    """What the label counts, 0 if it is a bullet, None where Markdown has no such label."""
    counted = _COUNTED.fullmatch(label)
    return int(counted[1]) if counted else (None if label else 0)


def _take_label(item: Tag) -> str | None:
    """Remove the label and return it, empty for a bullet; None if the item has none."""
    marks = [tag for tag in item.find_all("span") if _MARK.search(attribute(tag, "style"))]
    if marks:
        label = text_of(marks[0])
        marks[0].decompose()
        return "" if label in _BULLETS else label
    first = next((text for text in item.find_all(string=True) if text.strip("\u00a0 \n\t")), None)
    typed = _TYPED.match(str(first) + " ") if first is not None else None
    if first is None or typed is None:
        return None
    first.replace_with(str(first)[typed.end() :] if typed.end() <= len(first) else "")
    return ""
