"""Proof that no word was lost: the words that a reader sees, of HTML and of Markdown."""

from collections import Counter
from collections.abc import Iterator
from itertools import zip_longest

import markdown
from bs4 import Tag
from bs4.element import NavigableString, PageElement, PreformattedString

from newsroom.content.proof import EXTENSIONS
from newsroom.importing.markup.elements import WITHIN_WORDS, parse
from newsroom.importing.markup.lists import labels
from newsroom.importing.text.white_space import words

_MOST_TOLD = 12


def shown_words(html: str) -> list[str]:
    """The words that a browser shows for the HTML, the numbers of lists among them."""
    return words("".join(_shown(parse(html))))


def rendered(body: str) -> str:
    """The Markdown as HTML."""
    return markdown.markdown(body, extensions=[name for name in EXTENSIONS if name != "toc"])


def first_difference(html: str, body: str) -> str | None:
    """The first word that the Markdown renders differently, or None if all words are kept."""
    pairs = zip_longest(shown_words(html), shown_words(rendered(body)), fillvalue="")
    return next((f"“{wanted}” thành “{got}”" for wanted, got in pairs if wanted != got), None)


def lost_words(before: str, after: str) -> list[str]:
    """The words of the HTML before that the HTML after does not show, in order; where they stand
    does not matter."""
    kept = Counter(shown_words(after))
    lost = []
    for word in shown_words(before):
        kept[word] -= 1
        if kept[word] < 0:
            lost.append(word)
    return lost


def lost_note(before: str, after: str) -> list[str]:
    """A note for staff on the words that the HTML after does not show; none where it shows all."""
    lost = lost_words(before, after)
    return [f"mất chữ: “{' '.join(lost[:_MOST_TOLD])}” ({len(lost)} chữ)."] if lost else []


def _shown(node: PageElement) -> Iterator[str]:
    if isinstance(node, NavigableString):
        yield "" if isinstance(node, PreformattedString) else str(node)
    elif isinstance(node, Tag):
        apart = "" if node.name in WITHIN_WORDS else " "
        numbers = {id(item): label for item, label in labels(node)} if node.name == "ol" else {}
        yield apart
        for child in node.children:
            if id(child) in numbers and isinstance(child, Tag) and words(child.get_text()):
                yield f" {numbers[id(child)]} "
            yield from _shown(child)
        yield apart
