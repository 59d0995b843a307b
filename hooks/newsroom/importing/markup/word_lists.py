"""Lists of Microsoft Word, which are paragraphs with a mark of their own, as lists."""

import re

from bs4 import Tag

from newsroom.importing.markup.elements import attribute, make, text_of

_CLASS = re.compile(r"\bMsoListParagraph", re.IGNORECASE)
_LIST = re.compile(r"mso-list:\s*l\d+\s+level(\d)", re.IGNORECASE)
_MARK = re.compile(r"mso-list:\s*Ignore", re.IGNORECASE)
_BULLETS = frozenset("·•●○◦▪■□§o-–—+*➢✓ØüÞ")
_TYPED = re.compile(r"^[\s\u00a0]*([·•●○◦▪■□§➢✓])[\s\u00a0]+")
_DEEPEST = 9


def lists_of_word(root: Tag) -> None:
    """Turn the paragraphs that Word calls items of lists into lists, nested as Word says.

    A bullet vanishes, since a list has its own; the label of a numbered item stays as it is typed:
    what looks like “1. … 2. …” is made a list later, as on any page.
    """
    stack: list[tuple[int, Tag]] = []
    before: Tag | None = None
    for item in root.find_all("p"):
        level = _level(item)
        if level is None or not _take_bullet(item):
            continue
        if before is None or item.find_previous_sibling() is not before:
            stack = []
        while stack and stack[-1][0] > level:
            stack.pop()
        if not stack or stack[-1][0] < level:
            listed = make("ul")
            outer = stack[-1][1].find_all("li", recursive=False) if stack else []
            if outer:
                outer[-1].append(listed)
            else:
                item.insert_before(listed)
                before = listed
            stack.append((level, listed))
        stack[-1][1].append(make("li", *item.extract().contents))


def _level(item: Tag) -> int | None:
    """The level of the item in its list; None if it is none of a list."""
    if found := _LIST.search(attribute(item, "style")):
        return min(int(found[1]), _DEEPEST)
    return 1 if _CLASS.search(attribute(item, "class")) else None


def _take_bullet(item: Tag) -> bool:
    """Remove the bullet; False if the item has none, so that it is numbered or no item at all."""
    marks = [tag for tag in item.find_all("span") if _MARK.search(attribute(tag, "style"))]
    if marks:
        if text_of(marks[0]) not in _BULLETS:
            return False
        marks[0].decompose()
        return True
    first = next((text for text in item.find_all(string=True) if text.strip("\u00a0 \n\t")), None)
    typed = _TYPED.match(str(first) + " ") if first is not None else None
    if first is None or typed is None:
        return False
    first.replace_with(str(first)[typed.end() :] if typed.end() <= len(first) else "")
    return True
