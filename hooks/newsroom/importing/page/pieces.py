"""The pieces of a page from the title to the footer: those of the article, and those in doubt."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from bs4 import Tag
from bs4.element import NavigableString, PageElement, PreformattedString

from newsroom.importing.markup.elements import (
    HEADINGS,
    is_inside,
    is_running_text,
    linked_words,
    make,
    plain_words,
    text_of,
)
from newsroom.importing.page.body import known_bodies
from newsroom.importing.page.documents import is_document
from newsroom.importing.page.layout import Layout
from newsroom.importing.page.taken import Taken
from newsroom.importing.page.trail import is_trail
from newsroom.importing.text.date_line import read_date_line, read_views
from newsroom.importing.text.white_space import tidy
from newsroom.text.fold import fold

_MOST_BESIDE = 10
"""Words of a line that counts views."""
_COLUMNS = frozenset({"td", "tr", "tbody"})
_FEWEST_IN_COLUMN = 40
"""A piece in another column of a table that lays out the page is told from so many words on."""
_FEWEST_IN_DOUBT, _FEWEST_FAR = 3, 12
_LONGEST_HEADING = 20


@dataclass(slots=True)
class Sorter:
    """Sorts the pieces around a body."""

    body: Tag
    title: Tag
    dated: Tag | None
    layout: Layout
    said: set[str]
    taken: Taken = field(default_factory=Taken)
    bodies: list[Tag] = field(default_factory=list)
    in_column: bool = False
    """Whether the pieces now looked at stand in other columns than the body."""
    under_others: bool = False
    """Whether the last heading was that of other news or the like."""

    def sorted(self) -> Taken:
        """The pieces from the title to the footer."""
        self.bodies = known_bodies(self.layout)
        for piece in self._above():
            if self._is_of_header(piece):
                self.taken.above.append(piece)
        waiting: list[Tag] = []
        for piece, near in self._below():
            if self._continues(piece, near):
                self.taken.below += [*waiting, piece]
                waiting = []
            elif near and self._may_stand_between(piece):
                waiting.append(piece)
            else:
                self._doubt(piece, near)
        for piece in waiting:
            self._doubt(piece, near=True)
        return self.taken

    def _above(self) -> list[Tag]:
        """The pieces between title and body, in order."""
        return self._pieces(list(self._between())[::-1])

    def _between(self) -> Iterator[PageElement]:
        """The nodes between title and body, the last first."""
        node = self.body
        while node.parent is not None and not is_inside(self.title, node):
            for sibling in list(node.previous_siblings):
                if sibling is self.title:
                    return
                if isinstance(sibling, Tag) and is_inside(self.title, sibling):
                    yield from _after(self.title, sibling)
                    return
                yield sibling
            node = node.parent

    def _below(self) -> Iterator[tuple[Tag, bool]]:
        """The pieces from the body to the footer, each with whether it is one of the body's
        neighbours."""
        node, near = self.body, True
        while node.parent is not None:
            self.in_column = column = node.name in _COLUMNS
            for piece in self._pieces(list(node.next_siblings)):
                if self.layout.shapes.is_imprint(text_of(piece)):
                    return
                yield piece, near and not column
            near = near and not column and not is_inside(self.title, node.parent)
            node = node.parent

    def _pieces(self, nodes: Sequence[PageElement]) -> list[Tag]:
        """The nodes as elements that are of the article or not as a whole, those left out that are
        known to be none of it."""
        pieces: list[Tag] = []
        for node in nodes:
            if not isinstance(node, Tag):
                if tidy(str(node)) and not isinstance(node, PreformattedString):
                    pieces.append(_wrapped(node))
            elif self.layout.furniture(node) or self.layout.is_hidden(node):
                pieces += self._folded(node)
            elif not self._is_alike(node) and self._is_mixed(node):
                pieces += self._pieces(list(node.children))
            elif text_of(node) or node.find("img") or node.name == "img":
                pieces.append(node)
        return pieces

    def _is_mixed(self, node: Tag) -> bool:
        if node.name in ("ul", "ol", "p", *HEADINGS):
            return False
        headed = any(
            isinstance(child, Tag) and self.layout.shapes.heading_of(text_of(child))
            for child in node.children
        )
        return (
            headed
            or self.layout.holds_aside(node)
            or any(is_inside(known, node) for known in self.bodies)
        )

    def _folded(self, node: Tag) -> list[Tag]:
        """What is hidden beside the body is told if it says something, unless it is no article."""
        is_known = self.layout.furniture(node) and not self._holds_a_body(node)
        if not is_known and is_running_text(node) and not is_inside(self.body, node):
            self.taken.doubts.append(text_of(node))
        return []

    def _holds_a_body(self, node: Tag) -> bool:
        """Whether something in it is of a class that holds bodies, which may be one after all."""
        return any(known is node or is_inside(known, node) for known in self.bodies)

    def _is_of_header(self, piece: Tag) -> bool:
        if self._is_known_otherwise(piece):
            return False
        words = text_of(piece)
        if self.layout.shapes.is_imprint(words):
            return self._doubt(piece, near=True)
        if any(piece is one for one in self.bodies):
            return self._is_alike(piece) or self._doubt(piece, near=True)
        lead = any(is_inside(tag, piece) or tag is piece for tag in self.layout.select("lead"))
        if lead or piece.name in ("figure", "img", *HEADINGS) or piece.find(["figure", "img"]):
            return True
        return is_running_text(piece) or self._doubt(piece, near=True)

    def _continues(self, piece: Tag, near: bool) -> bool:
        """Whether the piece is of the article: of the body's kind, going on with it, or a list of
        its documents."""
        if self._is_known_otherwise(piece) or self._is_of_others(piece):
            return False
        if piece.find(is_document) is not None:
            return True
        if self._is_alike(piece) and not _is_list_of_links(piece):
            return True
        return near and is_running_text(piece)

    def _is_alike(self, piece: Tag) -> bool:
        kind = self.body.get("class")
        return kind is not None and piece.get("class") == kind and piece.name == self.body.name

    def _may_stand_between(self, piece: Tag) -> bool:
        if self._is_known_otherwise(piece) or self.under_others:
            return False
        return not _is_list_of_links(piece)

    def _is_of_others(self, piece: Tag) -> bool:
        """Whether the piece heads other news, or is a list of it."""
        words = text_of(piece)
        if self.layout.shapes.heading_of(words):
            self.under_others = True
        elif piece.name in HEADINGS or (self.under_others and not _is_list_of_links(piece)):
            self.under_others = False
        return self.under_others

    def _is_known_otherwise(self, piece: Tag) -> bool:
        """Whether the piece says nothing that is not known: date, views, trail, tools, credits."""
        words = text_of(piece)
        if not words:
            return piece.name != "img" and piece.find("img") is None
        parts = [text_of(tag) for tag in piece.find_all(True) if tag.find(True) is None]
        lines = [line for line in (words, *parts) if line]
        return (
            piece is self.dated
            or is_trail(piece)
            or fold(words) in self.said
            or self.layout.shapes.is_tool(words, is_button=True)
            or all(self._is_data(line) for line in lines[1:] or lines)
            or self._is_data(words)
        )

    def _is_data(self, line: str) -> bool:
        short = len(line.split()) <= _LONGEST_HEADING
        return fold(line) in self.said or (
            short
            and (
                read_date_line(line) is not None
                or (read_views(line) is not None and len(line.split()) <= _MOST_BESIDE)
                or self.layout.shapes.is_tool(line, is_button=True)
            )
        )

    def _doubt(self, piece: Tag, near: bool) -> bool:
        """Note that the piece is left out; False, since it is not taken."""
        words = text_of(piece)
        far = _FEWEST_IN_COLUMN if self.in_column else _FEWEST_FAR
        fewest = _FEWEST_IN_DOUBT if near else far
        known = self._is_known_otherwise(piece) or self.under_others
        if not known and plain_words(piece) >= fewest and not _is_list_of_links(piece):
            self.taken.doubts.append(words)
        return False


def _is_list_of_links(piece: Tag) -> bool:
    return linked_words(piece) > plain_words(piece)


def _after(title: Tag, container: Tag) -> list[PageElement]:
    """What stands behind the title in the element that holds it, the last first."""
    found: list[PageElement] = []
    node: PageElement = title
    while node is not container and node.parent is not None:
        found += node.next_siblings
        node = node.parent
    return found[::-1]


def _wrapped(text: PageElement) -> Tag:
    return text.wrap(make("p")) if isinstance(text, NavigableString) else make("p")
