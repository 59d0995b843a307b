"""The body of the article in a saved page, found among menus, sidebars and footers."""

import heapq
from collections.abc import Iterator
from itertools import pairwise

from bs4 import Tag
from bs4.element import PageElement

from newsroom.importing.markup.elements import (
    HEADINGS,
    MOST_LINKED,
    holds,
    is_inside,
    text_of,
)
from newsroom.importing.page.layout import Layout
from newsroom.importing.page.word_counts import WordCounts
from newsroom.text.fold import fold

_PARAGRAPHS = frozenset({"p", "div", "ul", "ol", "blockquote", "table", *HEADINGS})
_NO_BODIES = frozenset({
    "a", "b", "em", "font", "html", "i", "p", "span", "strong", "u", *HEADINGS
})  # fmt: skip
_PARTS_OF_LAYOUT = frozenset({"td", "tr", "tbody", "thead", "body", "html", "[document]"})
_FEWEST_WORDS = 12
_OF_PORTAL, _OF_ANY_PAGE = 4, 2
"""What a known class counts for: Liferay gives some of them to every block of a page."""
_OF_TITLE = 4
"""What a text counts for that has all of the title's pairs of words."""
_UNLIKELY = 0.05
_MOST_AROUND = 8
"""So many elements of known classes may stand around one; more are no page that anybody made."""
_MOST_DENSE = 8
"""How many of the elements with most words are weighed: weighing takes longer than counting."""


def find_body(layout: Layout, title: Tag) -> Tag | None:
    """The element that holds the article's text, None if nothing looks like one.

    It is the one of most words outside links: those of a known class count for more, those that
    share the title's words too; what stands above the title, in a sidebar or in an imprint counts
    for little.
    """
    named, counts = list(_known(layout)), layout.counts
    known = {id(tag): weight for tag, weight in named}
    everything = [layout.page, *layout.page.find_all(True)]  # a plain page has no frame
    own = [(_own_words(tag, counts), tag) for tag in everything]
    dense = heapq.nlargest(_MOST_DENSE, own, key=lambda pair: pair[0])
    words = [(counts.plain(tag) * weight, tag) for tag, weight in named] + [
        (few, tag) for few, tag in dense if few >= _FEWEST_WORDS and id(tag) not in known
    ]
    candidates = [tag for _, tag in words]
    pairs = _pairs(text_of(title))
    weighed = [(_likelihood(tag, title, pairs, layout) * count, tag) for count, tag in words]
    best, body = max(weighed, key=lambda pair: pair[0], default=(0, None))
    if body is None or best <= 0:
        return next((tag for tag in candidates if tag.find("img")), None)  # pictures alone
    return body if id(body) in known else _widened(body, title, layout)


def known_bodies(layout: Layout) -> list[Tag]:
    """The elements that the portal or any portal keeps bodies in."""
    return [tag for tag, _ in _known(layout)]


def _known(layout: Layout) -> Iterator[tuple[Tag, float]]:
    seen: set[int] = set()
    for portal in layout.portals:
        weight = _OF_PORTAL if portal.recognized_by else _OF_ANY_PAGE
        for selector in portal.body:
            for tag in layout.selection.all([selector]):
                if id(tag) in seen or tag.name in _NO_BODIES or _is_deep(tag, seen):
                    continue
                if layout.counts.any(tag) or tag.find("img"):
                    seen.add(id(tag))
                    yield tag, weight


def _is_deep(tag: Tag, seen: set[int]) -> bool:
    """Whether too many known ones stand around it, each of which is read as a whole."""
    return sum(id(around) in seen for around in tag.parents) > _MOST_AROUND


def _likelihood(tag: Tag, title: Tag, pairs: set[str], layout: Layout) -> float:
    words = text_of(tag)
    weight = 1.0
    if not is_inside(title, tag):
        aside = layout.is_aside(tag) or layout.comes_before(tag, title)
        weight *= _UNLIKELY if aside else 1
    weight *= _UNLIKELY if layout.shapes.is_imprint(words) else 1
    shared = len(pairs & _pairs(words)) / len(pairs) if pairs else 0
    return weight * (1 + _OF_TITLE * shared)


def _pairs(words: str) -> set[str]:
    """The pairs of neighbouring words, which say more in Vietnamese than the words do."""
    folded = fold(words).split()
    return {f"{one} {other}" for one, other in pairwise(folded)}


def _own_words(tag: Tag, counts: WordCounts) -> int:
    """The count of words in paragraphs and bare text directly inside, links excluded."""
    if tag.name in _NO_BODIES:
        return 0
    return sum(counts.plain(child) for child in tag.children if not _is_layout(child))


def _is_layout(child: PageElement) -> bool:
    if not isinstance(child, Tag):
        return False
    return child.name in _PARTS_OF_LAYOUT or holds(child, _PARAGRAPHS)


def _widened(best: Tag, title: Tag, layout: Layout) -> Tag:
    """The widest element around the text that adds text rather than links, to get all its parts."""
    if is_inside(title, best):
        return best
    body = best
    while (around := body.parent) is not None and around.name not in ("body", "html", "[document]"):
        added = layout.counts.plain(around) - layout.counts.plain(body)
        linked = layout.counts.linked(around) - layout.counts.linked(body)
        if linked > added * MOST_LINKED or is_inside(title, around) or _has_others(around, layout):
            break
        body = around
    return body


def _has_others(around: Tag, layout: Layout) -> bool:
    return any(
        isinstance(child, Tag)
        and (layout.furniture(child) or layout.shapes.is_imprint(text_of(child)))
        for child in around.children
    )
