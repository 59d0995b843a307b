"""Bold, italic and struck text of old pages, reduced to what Markdown can say without ambiguity."""

from types import MappingProxyType

from bs4 import Tag
from bs4.element import PageElement

from newsroom.importing.markup.elements import HEADINGS, parse
from newsroom.importing.text.white_space import tidy

_SAME = MappingProxyType({"b": "strong", "i": "em", "s": "del", "strike": "del"})


def name_emphasis(root: Tag) -> None:
    """Give each kind the one name that is written: strong, em, del."""
    for tag in root.find_all(list(_SAME)):
        tag.name = _SAME[tag.name]


def settle_emphasis(root: Tag) -> None:
    """Merge adjacent strong and em; unwrap those that are empty, nested or in headings."""
    for tag in root.find_all(["strong", "em"]):
        if tag.parent is not None:
            _settle(tag)


def without_emphasis(html: str) -> str:
    """The HTML with the words of bold and italic text, no longer bold or italic."""
    root = parse(html)
    for tag in root.find_all(["strong", "em"]):
        tag.unwrap()
    return str(root)


def _settle(tag: Tag) -> None:
    empty = not tidy(tag.get_text()) or tag.find("img") is not None
    if empty or tag.find_parent([tag.name, *HEADINGS]):
        tag.unwrap()
        return
    while _is(tag.next_sibling, tag.name):
        follower = tag.next_sibling
        assert isinstance(follower, Tag)  # noqa: S101 - told to the type checker
        tag.extend(list(follower.children))
        follower.extract()
    other = "em" if tag.name == "strong" else "strong"
    for neighbour in (tag.next_sibling, tag.previous_sibling):
        if isinstance(neighbour, Tag) and neighbour.name == other:
            neighbour.unwrap()


def _is(node: PageElement | None, name: str) -> bool:
    return isinstance(node, Tag) and node.name == name
