"""The labels of a Word document's lists: “1.”, “a)”, “Điều 3.”, “2.1”, which Word counts itself.

Source: ECMA-376 part 1, 17.9. Lists of one abstract list count on together, unless one says where
it starts.
"""

import re
from dataclasses import dataclass, field
from types import MappingProxyType
from xml.etree.ElementTree import Element

from newsroom.importing.formats.docx.names import found, name, own, value
from newsroom.importing.formats.docx.styles import Styles
from newsroom.importing.markup.lists import written

_KINDS = MappingProxyType(
    {"lowerLetter": "a", "upperLetter": "A", "lowerRoman": "i", "upperRoman": "I"}
)
_PLACE = re.compile(r"%([1-9])")
_DEEPER = re.compile(r"list (?:bullet|number) ([2-5])", re.IGNORECASE)
_LEVELS = 9


@dataclass(frozen=True, slots=True)
class Label:
    """What stands before an item of a list, which is level deep, from 1; empty for a bullet."""

    text: str
    level: int


@dataclass(slots=True)
class Numbering:
    """The lists of a document, which count as its paragraphs are asked for in order."""

    styles: Styles
    lists: dict[str, Element] = field(default_factory=dict)
    abstract: dict[str, Element] = field(default_factory=dict)
    counted: dict[str, list[int | None]] = field(default_factory=dict)
    begun: set[str] = field(default_factory=set)

    @classmethod
    def of(cls, root: Element | None, styles: Styles) -> "Numbering":
        """Those of the part; none where there is none."""
        numbering = cls(styles)
        if root is not None:
            numbering.lists = {n.get(name("w:numId"), ""): n for n in root.iter(name("w:num"))}
            numbering.abstract = {
                a.get(name("w:abstractNumId"), ""): a for a in root.iter(name("w:abstractNum"))
            }
        return numbering

    def label(self, paragraph: Element) -> Label | None:
        """The label of the paragraph, None if it is none of a list; to be asked for each once."""
        key, level = self._place(paragraph)
        abstract = self._abstract(key)
        if abstract is None:
            return None
        levels = self._levels(key, abstract)
        shown = levels.get(level)
        if shown is None:
            return None
        counted = self._count(key, abstract, level, levels)
        form, depth = value(shown, "w:numFmt"), self._depth(level, paragraph)
        if form == "bullet":
            return Label("", depth)
        text = _PLACE.sub(
            lambda place: self._number(int(place[1]) - 1, counted, levels, shown),
            value(shown, "w:lvlText") or "",
        ).strip()
        return Label(text, depth) if text else None

    def _depth(self, level: int, paragraph: Element) -> int:
        """How deep it stands, from 1: Word has styles for deeper items that begin lists anew."""
        deeper = map(_DEEPER.fullmatch, self.styles.titles(paragraph))
        return max(level + 1, next((int(match[1]) for match in deeper if match), 1))

    def _place(self, paragraph: Element) -> tuple[str, int]:
        """The list and the level, from 0, of a paragraph; an empty list where it is of none."""
        typed = own(paragraph, "w:pPr", "w:numPr")
        style = self.styles.key_of(paragraph)
        said = self.styles.says(style, "w:pPr", "w:numPr")
        key = value(typed, "w:numId") or value(said, "w:numId") or ""
        level = value(typed, "w:ilvl") or self._level_of_style(key, style) or value(said, "w:ilvl")
        return key, min(int(level), _LEVELS - 1) if level and level.isdecimal() else 0

    def _level_of_style(self, key: str, style: str) -> str | None:
        abstract = self._abstract(key)
        levels = () if abstract is None else abstract.iter(name("w:lvl"))
        return next((n.get(name("w:ilvl")) for n in levels if value(n, "w:pStyle") == style), None)

    def _abstract(self, key: str, seen: tuple[str, ...] = ()) -> Element | None:
        abstract = self.abstract.get(value(self.lists.get(key), "w:abstractNumId") or "")
        link = value(abstract, "w:numStyleLink")
        if link is None or key in seen:
            return abstract
        styled = self.styles.says(link, "w:pPr", "w:numPr")
        return self._abstract(value(styled, "w:numId") or "", (*seen, key))

    def _levels(self, key: str, abstract: Element) -> dict[int, Element]:
        overridden = list(self.lists[key].iter(name("w:lvl")))
        levels = [*abstract.iter(name("w:lvl")), *overridden]
        return {int(level.get(name("w:ilvl")) or 0): level for level in levels}

    def _count(
        self, key: str, abstract: Element, level: int, levels: dict[int, Element]
    ) -> list[int | None]:
        of_list = abstract.get(name("w:abstractNumId"), "")
        counted = self.counted.setdefault(of_list, [None] * _LEVELS)
        if key not in self.begun:
            self.begun.add(key)
            for place, start in self._starts(key).items():
                counted[place] = start - 1
        for place in range(level + 1):
            now = counted[place]
            if now is None:
                counted[place] = _start(levels.get(place))
            elif place == level:
                counted[place] = now + 1
        counted[level + 1 :] = [None] * (_LEVELS - level - 1)
        return counted

    def _starts(self, key: str) -> dict[int, int]:
        starts = {}
        for override in self.lists[key].iter(name("w:lvlOverride")):
            start = value(override, "w:startOverride") or ""
            place = override.get(name("w:ilvl")) or ""
            if start.isdecimal() and place.isdecimal() and int(place) < _LEVELS:
                starts[int(place)] = int(start)
        return starts

    def _number(
        self, place: int, counted: list[int | None], levels: dict[int, Element], shown: Element
    ) -> str:
        form = value(levels.get(place), "w:numFmt") or "decimal"
        as_digits = found(shown, "w:isLgl") is not None
        number = counted[place] or 0
        return written(number, "1" if as_digits else _KINDS.get(form, "1"))


def _start(level: Element | None) -> int:
    start = value(level, "w:start") or "1"
    return int(start) if start.isdecimal() else 1
