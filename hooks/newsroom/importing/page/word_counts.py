"""How many words each element of a page has, in links and outside them, counted once for all."""

from bs4 import CData, Tag
from bs4.element import NavigableString, PageElement

from newsroom.importing.markup.elements import plain_words

_SHOWN = (NavigableString, CData)
"""Just these types: comments and scripts are derived of the first."""


class WordCounts:
    """The counts of a page, as it is now: to count each element on its own takes the page's size
    times its depth."""

    def __init__(self, page: Tag) -> None:
        self._all: dict[int, int] = {}
        self._linked: dict[int, int] = {}
        for tag in reversed([page, *page.find_all(True)]):  # what is inside an element comes first
            words = linked = 0
            for child in tag.children:
                if isinstance(child, Tag):
                    words += self._all[id(child)]
                    linked += self._linked[id(child)]
                elif type(child) in _SHOWN:
                    words += len(str(child).split())
            self._all[id(tag)] = words
            self._linked[id(tag)] = words if tag.name == "a" else linked

    def linked(self, tag: Tag) -> int:
        """The number of words in links."""
        return self._linked[id(tag)]

    def plain(self, node: PageElement) -> int:
        """The number of words outside links."""
        if isinstance(node, Tag):
            return self._all[id(node)] - self._linked[id(node)]
        return plain_words(node)

    def any(self, tag: Tag) -> bool:
        """Whether the element has words."""
        return self._all[id(tag)] > 0
