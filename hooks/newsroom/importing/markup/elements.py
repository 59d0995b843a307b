"""HTML elements: parsing, making and querying them."""

import re
import warnings
from collections.abc import Callable, Container, Iterable, Iterator
from functools import cache

from bs4 import BeautifulSoup, MarkupResemblesLocatorWarning, Tag, XMLParsedAsHTMLWarning
from bs4.element import NavigableString, PageElement, PreformattedString

from newsroom.importing.text.white_space import tidy

INLINE = frozenset({"a", "strong", "em", "del", "sup", "sub", "br", "img"})
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
LISTS = ("ul", "ol")
MOST_LINKED = 0.3
"""The share of running text that may be links."""
_FEWEST_WORDS = 12
_MANY = 200
_MOST_ATTRIBUTES = 300
"""The parser of browsers compares each attribute of an element with all others."""
_HIDING = frozenset({"hidden", "hide", "d-none", "collapse", "sr-only", "visually-hidden"})
_SHOWN_WIDE = re.compile(r"d-(?:sm|md|lg|xl|xxl)-(?:block|flex|inline|inline-block|grid)|show|in")
_NOT_DISPLAYED = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)
_UNREADABLE = re.compile(
    r"(?P<comment><!--.*?(?:-->|\Z))|<!\[[^>]*>?|&#\d{8,};?", re.IGNORECASE | re.DOTALL
)
"""Word's <![if …]> and the like, and references to characters that do not exist: browsers show
neither, and the parser fails on some. A comment may end in one, and stays whole."""
WITHIN_WORDS = INLINE - {"br", "img"} | {
    "abbr", "b", "big", "cite", "font", "i", "ins", "label", "mark", "o:p", "s", "small", "span",
    "strike", "u",
}  # fmt: skip
"""What does not part the words before it from those behind it."""


def parse(html: str) -> BeautifulSoup:
    """The HTML as a tree; a page that calls itself XML is read as browsers read it."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", XMLParsedAsHTMLWarning)
        warnings.simplefilter("ignore", MarkupResemblesLocatorWarning)
        readable = _UNREADABLE.sub(lambda found: found["comment"] or "", html)
        return BeautifulSoup(readable, "html.parser")


def drop_comments(root: Tag) -> None:
    """Remove all comments. Parsers disagree on where one ends, so what this one hides another might
    show."""
    for comment in root.find_all(string=lambda text: isinstance(text, PreformattedString)):
        comment.extract()


def make(name: str, *children: PageElement | str) -> Tag:
    """A new element with the children in it."""
    element = _maker().new_tag(name)
    element.extend(children)
    return element


@cache
def _maker() -> BeautifulSoup:
    return BeautifulSoup("", "html.parser")


def change_texts(root: Tag, change: Callable[[str], str]) -> None:
    """Change every text of the element."""
    texts = root.find_all(string=True)
    many = {id(text.parent) for text in texts if text.parent and len(text.parent) > _MANY}
    for text in texts:
        changed = change(str(text))
        if changed != text and id(text.parent) not in many:
            text.replace_with(NavigableString(changed))
    for tag in [root, *root.find_all(True)] if many else ():
        if id(tag) in many:
            # To replace one of n children bs4 looks for it among all of them.
            children = [
                child if isinstance(child, Tag) else NavigableString(change(str(child)))
                for child in tag.contents
            ]
            tag.clear()
            tag.extend(children)


def attribute(element: Tag, name: str) -> str:
    """The attribute's value as text; empty where there is none."""
    value = element.get(name, "")
    return " ".join(value) if isinstance(value, list) else str(value or "")


def text_of(element: Tag) -> str:
    """The words that a browser shows: blocks and line breaks separate words, nothing else."""
    return tidy("".join(_shown(element)))


def short_text_of(element: Tag, longest: int) -> str:
    """The words of the element if they are few; empty if they have more characters than that."""
    room = longest
    for node in element.descendants:
        room -= 0 if isinstance(node, Tag) else len(str(node).strip())
        if room < 0:
            return ""
    words = text_of(element)
    return words if len(words) <= longest else ""


def loose_text_of(element: Tag) -> str:
    """The words of the element, split at every tag: for matching, not for the article."""
    return tidy(element.get_text(" "))


def child_tags(element: Tag) -> list[Tag]:
    """The elements directly inside."""
    return [child for child in element.children if isinstance(child, Tag)]


def is_beyond(element: Tag, most: int, deepest: int) -> bool:
    """Whether the element has more than `most` descendants, some deeper than `deepest`, or one
    with more attributes than anybody writes."""
    level, seen = [element], 0
    for _ in range(deepest):
        level = [child for parent in level for child in child_tags(parent)]
        seen += len(level)
        if not level or seen > most or any(len(tag.attrs) > _MOST_ATTRIBUTES for tag in level):
            break
    return bool(level)


def is_inline(node: PageElement) -> bool:
    """Whether the node is text or an element of running text that holds no block."""
    if not isinstance(node, Tag):
        return not isinstance(node, PreformattedString)
    tags = (one for one in node.descendants if isinstance(one, Tag))
    return node.name in INLINE and all(one.name in INLINE for one in tags)


def is_blank(nodes: Iterable[PageElement]) -> bool:
    """Whether the nodes show nothing: no word, no picture."""
    return not any(
        (node.name == "img" or node.find("img") or tidy(node.get_text()))
        if isinstance(node, Tag)
        else tidy(str(node))
        for node in nodes
    )


def is_inside(node: PageElement, element: Tag) -> bool:
    """Whether the node stands in the element (bs4 compares elements by content, this does not)."""
    return any(parent is element for parent in node.parents)


def holds(element: Tag, names: Container[str]) -> bool:
    """Whether an element of these names stands in this one, whatever else they are."""
    return any(isinstance(node, Tag) and node.name in names for node in element.descendants)


def linked_words(element: Tag) -> int:
    """The number of words in links."""
    links = [element] if element.name == "a" else element.find_all("a")
    return sum(len(link.get_text(" ").split()) for link in links)


def plain_words(node: PageElement) -> int:
    """The number of words outside links."""
    if isinstance(node, Tag):
        return max(0, len(node.get_text(" ").split()) - linked_words(node))
    return 0 if isinstance(node, PreformattedString) else len(str(node).split())


def is_running_text(tag: Tag) -> bool:
    """Whether the element holds enough text, and little of it in links."""
    plain, linked = plain_words(tag), linked_words(tag)
    return plain + linked >= _FEWEST_WORDS and linked <= (plain + linked) * MOST_LINKED


def is_hidden(tag: Tag) -> bool:
    """Whether the page shows the element only after a click, or never."""
    names = {*attribute(tag, "class").split()}
    shown_somewhere = any(_SHOWN_WIDE.fullmatch(name) for name in names)
    return (
        tag.has_attr("hidden")
        or (bool(names & _HIDING) and not shown_somewhere)
        or _NOT_DISPLAYED.search(attribute(tag, "style")) is not None
    )


def _shown(element: Tag) -> Iterator[str]:
    for child in element.children:
        if not isinstance(child, Tag):
            yield "" if isinstance(child, PreformattedString) else str(child)
        elif child.name in WITHIN_WORDS:
            yield from _shown(child)
        else:
            yield from (" ", *_shown(child), " ")
