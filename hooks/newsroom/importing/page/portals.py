"""What is known of the shapes of old portals: data that a technician can add to."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

import msgspec
import yaml
from bs4 import Tag

from newsroom.importing.markup.elements import attribute, is_running_text
from newsroom.importing.page.selecting import Selection
from newsroom.text.fold import fold

_FILE = Path(__file__).with_name("portals.yml")
_PARTS_OF_NAME = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])|\d+")
_LONGEST_NAME, _LONGEST_RUN = 80, 4
_NEVER = frozenset({"html", "body", "form", "[document]", "main", "article", "a", "img"})
_ELEMENTS = {"nav": "thực đơn", "aside": "cột bên", "footer": "đầu hay chân trang"}
_ROLES = {"navigation": "thực đơn", "complementary": "cột bên", "banner": "đầu hay chân trang",
          "contentinfo": "đầu hay chân trang", "search": "công cụ của trang"}  # fmt: skip
_FEWEST_SIGNS = 2
_LONGEST_LINE = 120


@dataclass(frozen=True, slots=True)
class Portal:
    """Where the parts of an article stand on the pages of a portal, as CSS selectors."""

    name: str
    recognized_by: tuple[str, ...] = ()
    title: tuple[str, ...] = ()
    date: tuple[str, ...] = ()
    section: tuple[str, ...] = ()
    views: tuple[str, ...] = ()
    lead: tuple[str, ...] = ()
    body: tuple[str, ...] = ()
    leave_out: tuple[str, ...] = ()
    day_first: bool = False


@dataclass(frozen=True, slots=True)
class Furniture:
    """A kind of thing that stands around articles: how it is named, headed and worded."""

    what: str
    names: frozenset[str] = frozenset()
    headings: frozenset[str] = frozenset()
    lines: tuple[str, ...] = ()
    buttons: tuple[str, ...] = ()
    holds_text: bool = False
    """Whether it may say whole sentences and is no article nevertheless."""


@dataclass(frozen=True, slots=True)
class Shapes:
    """All that the file says."""

    portals: tuple[Portal, ...]
    furniture: tuple[Furniture, ...]
    imprint: tuple[str, ...]

    def portals_of(self, page: Tag) -> list[Portal]:
        """The portals whose page it may be, the one of every page last."""
        selection = Selection(page)
        return [
            portal
            for portal in self.portals
            if not portal.recognized_by or next(selection.all(portal.recognized_by), None)
        ]

    def furniture_of(self, tag: Tag) -> str:
        """What the element is by its name, class and id, if none of the article; else empty."""
        if tag.name in _NEVER:
            return ""
        if what := _ELEMENTS.get(tag.name) or _ROLES.get(attribute(tag, "role")):
            return what
        names = _runs(attribute(tag, "class")) | _runs(attribute(tag, "id"))
        kind = next((kind for kind in self.furniture if kind.names & names), None)
        return kind.what if kind and (kind.holds_text or not is_running_text(tag)) else ""

    def heading_of(self, words: str) -> str:
        """What the words head, if it is none of the article; else empty."""
        heading = fold(words).strip(" :.-»>…")
        return next((kind.what for kind in self.furniture if heading in kind.headings), "")

    def is_tool(self, words: str, is_button: bool = False) -> bool:
        """Whether the words are all tools of the page: “Cỡ chữ: A- A A+”, “In bài | Quay lại”."""
        said = [*(kind.lines for kind in self.furniture)]
        if is_button:
            said += [kind.buttons for kind in self.furniture]
        tools = _tools(tuple(line for lines in said for line in lines))
        return len(words) <= _LONGEST_LINE and tools.fullmatch(fold(words)) is not None

    def is_imprint(self, words: str) -> bool:
        """Whether the words are those that every page of a portal ends with."""
        folded = fold(words)
        found = [sign for sign in self.imprint if sign in folded]
        return len(found) >= _FEWEST_SIGNS or any(folded.startswith(sign) for sign in found)


@cache
def known_shapes() -> Shapes:
    """The shapes that the package knows."""
    return read_shapes(_FILE.read_text(encoding="utf-8"))


def read_shapes(text: str) -> Shapes:
    """The shapes that a text describes."""
    return msgspec.convert(yaml.safe_load(text), Shapes)


@cache
def _tools(lines: tuple[str, ...]) -> re.Pattern[str]:
    said = "|".join(map(re.escape, sorted(lines, key=len, reverse=True)))
    filler = r"(?:[\s\d|/:.,()+«»<>‹›→←•·_-]|(?<!\w)a(?!\w))*+"
    return re.compile(rf"(?:{filler}(?<!\w)(?>{said})(?!\w){filler})++")


@lru_cache(maxsize=4096)
def _runs(names: str) -> frozenset[str]:
    """The names that stand in class or id, without separators and capitals: “tin-lien-quan” is
    “tinlienquan”, and “lienquan” within it."""
    return frozenset(_runs_of(names))


def _runs_of(names: str) -> Iterator[str]:
    for name in names.split():
        parts = [part.lower() for part in _PARTS_OF_NAME.findall(name[:_LONGEST_NAME])]
        for first in range(len(parts)):
            for length in range(1, _LONGEST_RUN + 1):
                yield "".join(parts[first : first + length])
