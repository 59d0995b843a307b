"""What stands inside an article and is none of it: other news, share bars, tools of the page."""

from collections.abc import Iterator

from bs4 import Tag

from newsroom.importing.markup.elements import (
    HEADINGS,
    attribute,
    is_blank,
    is_inside,
    is_running_text,
    linked_words,
    short_text_of,
    text_of,
)
from newsroom.importing.page.layout import Layout
from newsroom.importing.page.metadata import is_account
from newsroom.importing.page.taken import quoted_words

_HEADED = (*HEADINGS, "p", "div", "strong", "b", "li", "span", "td")
_LINES = ("p", "div", "span", "li", "a", "button", "small", "font", "strong", "em", "label")
_MAY_BE_OF_TEXT = frozenset({"aside", "footer"})
_LONGEST_HEADING, _LONGEST_LINE = 60, 120
_TOOLS = "công cụ của trang"


def leave_out(content: Tag, layout: Layout) -> list[str]:
    """Remove from the content what is none of the article; returns notes that say so."""
    left = [
        *_named(content, layout),
        *_headed(content, layout),
        *_buttons(content, layout),
        *_lines(content, layout),
        *_account(content),
    ]
    if not left:
        return []
    words: dict[str, list[str]] = {}
    for what, said in left:
        words.setdefault(what, []).append(quoted_words(said))
    listed = "; ".join(f"{what} {', '.join(dict.fromkeys(said))}" for what, said in words.items())
    return [f"không phải của bài, đã bỏ: {listed}."]


def _named(content: Tag, layout: Layout) -> Iterator[tuple[str, str]]:
    """What class, id or element call none of the article."""
    for tag in content.find_all(True):
        what = layout.furniture(tag)
        of_text = tag.name in _MAY_BE_OF_TEXT and is_running_text(tag)
        if what and not of_text and is_inside(tag, content):
            words = text_of(tag)
            tag.extract()
            if words:
                yield what, words


def _headed(content: Tag, layout: Layout) -> Iterator[tuple[str, str]]:
    """Headings such as “Các tin khác:” with the lists of links below them."""
    for heading in content.find_all(_HEADED):
        what = _heading(heading, layout) if is_inside(heading, content) else ""
        if not what:
            continue
        outer = _outermost(heading, content)
        below = list(_links_below(outer))
        # A heading with nothing below it heads what was left out already; else it is the article's.
        if not below and (outer.find_next_sibling() is not None):
            continue
        words = " ".join(map(text_of, [outer, *below]))
        for tag in [outer, *below]:
            tag.extract()
        yield what, words


def _heading(tag: Tag, layout: Layout) -> str:
    words = short_text_of(tag, _LONGEST_HEADING)
    return layout.shapes.heading_of(words) if words else ""


def _outermost(heading: Tag, content: Tag) -> Tag:
    """The widest element that says just what the heading says."""
    words = text_of(heading)
    outer = heading
    while outer.parent is not None and outer.parent is not content:
        if short_text_of(outer.parent, len(words)) != words:
            break
        outer = outer.parent
    return outer


def _links_below(heading: Tag) -> Iterator[Tag]:
    for sibling in heading.next_siblings:
        if isinstance(sibling, Tag) and _is_all_links(sibling):
            yield sibling
        elif not is_blank([sibling]):
            return


def _is_all_links(tag: Tag) -> bool:
    """Whether the element says nothing but links, and perhaps days beside them."""
    linked = linked_words(tag)
    letters = sum(any(char.isalpha() for char in word) for word in text_of(tag).split())
    return linked > 0 and letters <= linked


def _buttons(content: Tag, layout: Layout) -> Iterator[tuple[str, str]]:
    for tag in content.find_all(["button", "a"]):
        leads = tag.name == "a" and attribute(tag, "href").strip().strip("#")
        is_tool = layout.shapes.is_tool(text_of(tag), is_button=True)
        if is_tool and not leads and tag.find("img") is None:
            yield _TOOLS, text_of(tag)
            tag.extract()


def _lines(content: Tag, layout: Layout) -> Iterator[tuple[str, str]]:
    for tag in content.find_all(_LINES):
        words = short_text_of(tag, _LONGEST_LINE)
        if not words or not layout.shapes.is_tool(words):
            continue
        if tag.find("img") is None and tag.find_parent("table") is None and is_inside(tag, content):
            yield _TOOLS, words
            _outermost(tag, content).extract()


def _account(content: Tag) -> Iterator[tuple[str, str]]:
    """The name of the account that typed the article, in the last line."""
    last = next((tag for tag in reversed(content.find_all(["p", "div"])) if text_of(tag)), None)
    if last is not None and is_account(text_of(last)):
        yield "tên tài khoản", text_of(last)
        last.extract()
