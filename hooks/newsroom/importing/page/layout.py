"""The layout of a page: what is no part of the article, and where its parts stand."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from bs4 import Tag

from newsroom.importing.markup.elements import is_hidden, is_inside
from newsroom.importing.page.portals import Portal, Shapes
from newsroom.importing.page.selecting import Selection
from newsroom.importing.page.word_counts import WordCounts

_ELSEWHERE = "phần khác của cổng"


@dataclass(slots=True)
class Layout:
    """What surrounds the article on a page, found once."""

    page: Tag
    shapes: Shapes
    portals: Sequence[Portal]
    selection: Selection = field(init=False)
    counts: WordCounts = field(init=False)
    _selected: dict[str, list[Tag]] = field(default_factory=dict)
    _all: list[Tag] = field(init=False)
    """Holds on to what is taken out of the page: another element could get its number."""
    _places: dict[int, int] = field(init=False)
    _furniture: dict[int, str] = field(init=False)
    _hidden: set[int] = field(init=False)
    _around: set[int] = field(init=False)

    def __post_init__(self) -> None:
        self.selection = Selection(self.page)
        self.counts = WordCounts(self.page)
        self._all = self.page.find_all(True)
        self._places = {id(tag): place for place, tag in enumerate(self._all)}
        self._hidden = {id(tag) for tag in self._all if is_hidden(tag)}
        found = {id(tag): self.shapes.furniture_of(tag) for tag in self._all}
        found |= {id(tag): _ELSEWHERE for tag in self.select("leave_out")}
        self._furniture = {key: what for key, what in found.items() if what}
        self._around = self._find_around()

    def select(self, part: str) -> list[Tag]:
        """The elements that the portals name for a part of the article, the surest first."""
        if part not in self._selected:
            selectors = (one for portal in self.portals for one in getattr(portal, part))
            self._selected[part] = list(self.selection.all(selectors))
        return self._selected[part]

    def keep(self, article: Tag) -> None:
        """Take back what was said of the elements that hold this one: they hold the article."""
        for tag in (article, *article.parents):
            self._furniture.pop(id(tag), None)

    def furniture(self, tag: Tag) -> str:
        """What the element is, if it is none of the article."""
        return self._furniture.get(id(tag), "")

    def is_hidden(self, tag: Tag) -> bool:
        """Whether the element itself is hidden."""
        return id(tag) in self._hidden

    def is_aside(self, tag: Tag) -> bool:
        """Whether the element stands in something hidden or in what is none of the article."""
        return any(self.furniture(one) or self.is_hidden(one) for one in (tag, *tag.parents))

    def holds_aside(self, tag: Tag) -> bool:
        """Whether something in the element is none of the article."""
        return id(tag) in self._around

    def _find_around(self) -> set[int]:
        """The elements around what is none of the article."""
        around: set[int] = set()
        for tag in self._all:
            if self.furniture(tag):
                for parent in tag.parents:
                    if id(parent) in around:
                        break
                    around.add(id(parent))
        return around

    def comes_before(self, one: Tag, other: Tag) -> bool:
        """Whether all of the element stands before the other."""
        if is_inside(other, one) or is_inside(one, other) or one is other:
            return False
        return self._places[id(one)] < self._places[id(other)]
