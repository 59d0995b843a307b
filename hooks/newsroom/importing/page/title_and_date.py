"""The visible header of a saved page: the title, the date line and the views."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bs4 import BeautifulSoup, Tag

from newsroom.importing.markup.elements import HEADINGS, is_inside, loose_text_of, text_of
from newsroom.importing.page.metadata import is_trail
from newsroom.importing.text.date_line import DateLine, read_date_line, read_views
from newsroom.text.fold import fold

_TITLE_HEADINGS = HEADINGS[:3]
_OTHER_TITLES = ("div", "span", "p", "td")
_BLOCKS = ("div", "p", "td", "table", *HEADINGS)
_FEWEST_WORDS = 3
_LONGEST_LINE = 250


@dataclass(frozen=True, slots=True)
class Published:
    """What the line under the title says, and its element; all None if there is none."""

    line: DateLine | None = None
    element: Tag | None = None
    views: int | None = None


def find_title(page: BeautifulSoup, names: Sequence[str]) -> Tag | None:
    """The element that shows the article's title; names are those of the page itself."""
    headline = page.select_one('[itemprop="headline"]:not(meta)')
    if headline is not None and text_of(headline):
        return headline
    folded = [fold(name) for name in names]
    shown = [tag for name in _TITLE_HEADINGS for tag in page.find_all(name) if _can_be_title(tag)]
    shown += [tag for tag in page.find_all(_OTHER_TITLES) if _can_be_title(tag)]
    for tag in shown:
        words = fold(text_of(tag))
        if len(words.split()) >= _FEWEST_WORDS and any(words in name for name in folded):
            return tag
    alone = [tag for tag in page.find_all("h1") if _can_be_title(tag)]
    return alone[0] if len(alone) == 1 else None


def find_published(title: Tag, body: Tag) -> Published:
    """The date line and the views, searched from the title to the end of the body."""
    views = next((n for tag in _header(title, body) if (n := _views(tag)) is not None), None)
    for tag in _until_end(title, body):
        line = read_date_line(_line(tag))
        if line is not None:
            return Published(line, tag, views if line.views is None else line.views)
    return Published(views=views)


def _can_be_title(tag: Tag) -> bool:
    words = text_of(tag)
    if not words or is_trail(tag) or tag.find_parent(is_trail):
        return False
    if tag.name in HEADINGS:
        return True
    link = tag.find("a")
    return tag.find(_BLOCKS) is None and (link is None or text_of(link) != words)


def _until_end(title: Tag, body: Tag) -> Iterator[Tag]:
    """The elements after the title, up to the end of the body."""
    entered = is_inside(title, body)
    for tag in title.find_all_next(True):
        inside = is_inside(tag, body)
        if entered and not inside:
            return
        entered = entered or tag is body
        if not is_inside(tag, title):
            yield tag


def _header(title: Tag, body: Tag) -> Iterator[Tag]:
    """The elements from the title to the body, or to its end if it holds the title."""
    for tag in _until_end(title, body):
        if tag is body:
            return
        yield tag


def _views(tag: Tag) -> int | None:
    return read_views(_line(tag))


def _line(tag: Tag) -> str:
    line = loose_text_of(tag)
    return line if len(line) < _LONGEST_LINE else ""
