"""What an article shows under its title and date line: lead, pictures and body."""

import math
import re
from collections.abc import Iterator

from bs4 import Tag
from bs4.element import PageElement

from newsroom.importing.markup.elements import attribute, is_inside, make, plain_words, text_of
from newsroom.importing.page.body import is_chrome, is_running_text

_LEAD = re.compile(r"sapo|hometext|lead|summary|tom-?tat|trich", re.IGNORECASE)
_MOST_BESIDE = 10
"""Words next to the title or the date that may be dropped along with it."""


def article_content(body: Tag, title: Tag, dated: Tag | None) -> Tag:
    """A div with the body and whatever stands between it and the title."""
    above = [tag for tag in reversed(list(_between(body, title))) if tag is not title]
    for container in [*above, body]:
        if is_inside(title, container):
            _cut(title, container, math.inf)
        if dated is not None and is_inside(dated, container):
            _cut(dated, container, _MOST_BESIDE)
    shown = [tag for tag in above if tag is not dated and _is_of_article(tag)]
    return make("div", *shown, body)


def _between(body: Tag, title: Tag) -> Iterator[Tag]:
    """The elements between body and title, the nearest to the body first."""
    node = body
    while node.parent is not None and not is_inside(title, node):
        for sibling in node.find_previous_siblings():
            yield sibling
            if sibling is title or is_inside(title, sibling):
                return
        node = node.parent


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


def _is_of_article(tag: Tag) -> bool:
    if is_chrome(tag):
        return False
    named = f"{attribute(tag, 'class')} {attribute(tag, 'id')}"
    if tag.name in ("figure", "img") or tag.find("figure") or _LEAD.search(named):
        return True
    return is_running_text(tag)
