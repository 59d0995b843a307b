"""What an article shows from its title to the footer, in one element."""

import math
from collections.abc import Iterator, Sequence

from bs4 import Tag
from bs4.element import PageElement

from newsroom.importing.markup.elements import is_inside, make, plain_words, text_of
from newsroom.importing.page.layout import Layout
from newsroom.importing.page.pieces import Sorter
from newsroom.text.fold import fold

_MOST_BESIDE = 10
"""Words next to the title or the date that may be dropped along with it."""


def article_content(
    body: Tag, title: Tag, dated: Tag | None, layout: Layout, said: Sequence[str]
) -> tuple[Tag, list[str]]:
    """A div with the body and whatever of the article stands around it, and notes for staff; said
    are words that are known elsewhere already, such as the section's."""
    taken = Sorter(body, title, dated, layout, {fold(words) for words in said if words}).sorted()
    for container in [*taken.above, body, *taken.below]:
        if is_inside(title, container):
            _cut(title, container, math.inf)
        if dated is not None and is_inside(dated, container):
            _cut(dated, container, _MOST_BESIDE)
    return make("div", *taken.above, body, *taken.below), taken.notes


def _cut(tag: Tag, container: Tag, most_above: float) -> None:
    """Remove the tag from the container, with the few words around it and at most most_above words
    above it."""
    most = len(text_of(tag).split()) + _MOST_BESIDE
    around = tag
    while (parent := around.parent) is not None and parent is not container:
        if len(text_of(parent).split()) > most or parent.find("img"):
            break
        around = parent
    above = list(_above(around, container))
    if sum(map(plain_words, above)) <= most_above:
        for node in above:
            node.extract()
    around.extract()


def _above(tag: Tag, container: Tag) -> Iterator[PageElement]:
    node = tag
    while node is not container and node.parent is not None:
        yield from list(node.previous_siblings)
        node = node.parent
