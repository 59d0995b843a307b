"""Captions of the pictures on a saved page: in the figure, or in the line under the picture."""

import re
from itertools import islice, takewhile

from bs4 import Tag
from bs4.element import PageElement

from newsroom.importing.markup.elements import HEADINGS, attribute, is_inside, text_of
from newsroom.importing.text.plain_blocks import looks_like_caption

_BLOCKS = ("p", "div", "td", "th", "li", "center", "figure", "section", *HEADINGS)
_NAMED = re.compile(r"caption|chu-?thich|note|align-?center|text-center", re.IGNORECASE)
_CENTERED = re.compile(r"text-align:\s*center", re.IGNORECASE)
_LONGEST = 45
_MOST_NODES = 300


def take_caption(img: Tag, content: Tag) -> str:
    """The picture's caption, removed from the content; empty if it has none."""
    element = _in_figure(img) or _in_block(img, content) or _below(img, content)
    if element is None or _has_link(element, img):
        return ""  # a caption is words alone; with a link it stays below the picture
    if not is_inside(img, element):
        words = text_of(element)
        element.extract()
        return words
    words = text_of(element)
    for text in element.find_all(string=True):
        text.extract()
    for line_break in element.find_all("br"):
        line_break.extract()
    return words


def is_centred(tag: Tag) -> bool:
    """Whether the page shows what is in it in the middle."""
    named = "text-center" in attribute(tag, "class")
    styled = _CENTERED.search(attribute(tag, "style")) or attribute(tag, "align") == "center"
    return named or bool(styled)


def _has_link(element: Tag, img: Tag) -> bool:
    return any(not is_inside(img, link) for link in element.find_all("a", href=True))


def _in_figure(img: Tag) -> Tag | None:
    figure = img.find_parent("figure")
    if figure is None or _picture_follows(img, figure):
        return None
    caption = figure.find("figcaption")
    return caption if isinstance(caption, Tag) and text_of(caption) else None


def _in_block(img: Tag, content: Tag) -> Tag | None:
    """The picture's own block, if its only text is a caption after the picture."""
    block = img.find_parent(_BLOCKS)
    if block is None or block is content or not _is_alone(block):
        return None
    within = takewhile(lambda node: is_inside(node, block), img.next_elements)
    after = "".join(str(node) for node in within if not isinstance(node, Tag))
    alone = "".join(after.split()) == "".join(block.get_text().split())
    return block if alone and _is_caption(block) else None


def _is_alone(block: Tag) -> bool:
    """Whether the picture is the only one of its block, which is no larger than one with a caption
    is: else each of a thousand pictures would be asked about all others."""
    nodes = list(islice(block.descendants, _MOST_NODES + 1))
    pictures = [node for node in nodes if isinstance(node, Tag) and node.name == "img"]
    return len(nodes) <= _MOST_NODES and len(pictures) == 1


def _below(img: Tag, content: Tag) -> Tag | None:
    """The block below the picture, if it looks like a caption."""
    block = img.find_parent(_BLOCKS) or img
    if block is content or _picture_follows(img, block):
        return None
    while block is not content and not text_of(block):
        following = _next_shown(block)
        if following is not None:
            return following if _is_caption(following) and not following.find("img") else None
        if block.parent is None or block.parent is content:
            return None
        block = block.parent
    return None


def _picture_follows(img: Tag, block: Tag) -> bool:
    following = img.find_next("img")
    return following is not None and is_inside(following, block)


def _next_shown(block: Tag) -> Tag | None:
    """The next sibling that shows something, unless bare text comes first."""
    sibling: PageElement | None = block.next_sibling
    while sibling is not None:
        if isinstance(sibling, Tag) and (text_of(sibling) or sibling.find("img")):
            return sibling
        if not isinstance(sibling, Tag) and str(sibling).strip():
            return None
        sibling = sibling.next_sibling
    return None


def _is_caption(element: Tag) -> bool:
    words = text_of(element)
    if not words or len(words.split()) > _LONGEST or element.name in (*HEADINGS, "ul", "ol"):
        return False
    if _is_all(element, ["em", "i"]) or any(map(_is_set_apart, [element, *element.find_all(True)])):
        return True
    return looks_like_caption(words) and not _is_all(element, ["strong", "b"])


def _is_set_apart(tag: Tag) -> bool:
    named = f"{attribute(tag, 'class')} {attribute(tag, 'id')}"
    return bool(_NAMED.search(named)) or is_centred(tag)


def _is_all(element: Tag, names: list[str]) -> bool:
    marked = "".join(
        tag.get_text() for tag in [element, *element.find_all(names)] if tag.name in names
    )
    return bool(marked) and "".join(marked.split()) == "".join(element.get_text().split())
