"""The trail of a page (“Trang chủ » Tin tức » Mặt trận”), recognised by its words and its place."""

import re
from collections.abc import Iterator

from bs4 import Tag

from newsroom.importing.markup.elements import attribute, text_of
from newsroom.importing.page.layout import Layout
from newsroom.importing.text.section_names import section_names
from newsroom.importing.text.white_space import tidy
from newsroom.text.fold import fold

_NAMED = re.compile(r"bread|duong-?dan|pathway|sitemappath", re.IGNORECASE)
_ATTRIBUTES = ("class", "id", "itemtype", "itemprop", "aria-label")
_HOME = re.compile(r"(?:trang chu|trang nhat|trang dau|home)\b")
_CHEVRONS = re.compile(r"[»›>→/|]|\s[-–]\s")
_BETWEEN_NAMES = re.compile(r"\s+[-–|»›:]+\s+")
_LONGEST, _MOST_STEPS = 200, 6


def is_trail(tag: Tag) -> bool:
    """Whether the element is a trail, by its name or by its words."""
    return is_named_trail(tag) or _reads_as_trail(tag)


def is_named_trail(tag: Tag) -> bool:
    """Whether class, id or the like call the element a trail."""
    return any(_NAMED.search(attribute(tag, name)) for name in _ATTRIBUTES)


def sections_of(layout: Layout, names: tuple[str, ...], title: Tag) -> Iterator[str]:
    """What trails before the title, the portal's own place for it and the page's name call the
    section, the nearest first; names are those of the page."""
    for place in layout.select("section"):
        yield from section_names(place.get_text("\n"))
    above = title.find_all_previous(is_trail)
    within = title.find_all_next(is_named_trail)
    for trail in [*above, *within]:
        yield from section_names(trail.get_text("\n"))
    yield from _beside_home(title, names)
    for name in names[-1:]:
        yield from _parts(name)[1:-1]


def _beside_home(title: Tag, names: tuple[str, ...]) -> Iterator[str]:
    """The words beside “Trang chủ” without a sign between, if the page is named by them, too."""
    named = {fold(part) for name in names for part in _parts(name)}
    for tag in title.find_all_previous(_begins_at_home):
        for step in reversed(list(tag.stripped_strings)):
            if fold(step) in named:
                yield tidy(step)


def _parts(name: str) -> list[str]:
    return [part for part in map(tidy, _BETWEEN_NAMES.split(name)) if part]


def _begins_at_home(tag: Tag) -> bool:
    first = next(tag.stripped_strings, "")[:_LONGEST]
    if not _HOME.match(fold(first)) or tag.find(True) is None:
        return False
    return len(tag.get_text(" ")) <= _LONGEST


def _reads_as_trail(tag: Tag) -> bool:
    """Whether the words begin with “Trang chủ” and a sign stands between the few steps."""
    if not _begins_at_home(tag) or tag.find(["ul", "table"]):
        return False
    steps = [step for step in tag.stripped_strings if not _CHEVRONS.fullmatch(f" {step} ".strip())]
    return len(steps) <= _MOST_STEPS and _CHEVRONS.search(text_of(tag)) is not None
