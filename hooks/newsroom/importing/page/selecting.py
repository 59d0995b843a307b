"""CSS selectors asked of a page, most of which match nothing and are not searched for."""

import re
from collections.abc import Iterable, Iterator

from bs4 import Tag

from newsroom.importing.markup.elements import attribute

_NAMES = ("class", "id", "itemprop", "name", "content", "property", "rel", "type", "datetime")
_SIMPLE = re.compile(r"[.#][\w-]+")
_TOKEN = re.compile(r"[.#]([\w-]+)|=\"([^\"]+)\"")


class Selection:
    """A page as selectors see it.

    A search walks all elements; that of a selector whose names occur nowhere on the page is spared,
    which is nearly every one: without this a page takes seconds.
    """

    def __init__(self, page: Tag) -> None:
        self._page = page
        tags = page.find_all(True)
        named = (attribute(tag, name) for tag in tags for name in _NAMES)
        self._names = " ".join(filter(None, named)).lower()
        self._simple: dict[str, list[Tag]] = {}
        for tag in tags:
            names = {f".{name}" for name in attribute(tag, "class").split()}
            for key in names | {f"#{attribute(tag, 'id')}"}:
                self._simple.setdefault(key, []).append(tag)

    def all(self, selectors: Iterable[str]) -> Iterator[Tag]:
        """The elements that match one of the selectors, in the order of the selectors."""
        for selector in selectors:
            if _SIMPLE.fullmatch(selector):
                yield from self._simple.get(selector, ())
                continue
            tokens = (one or other for one, other in _TOKEN.findall(selector))
            if all(token.lower() in self._names for token in tokens):
                yield from self._page.select(selector)
