"""How a Word document looks: what a style says, it has from the style that it is based on."""

import re
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from newsroom.importing.formats.docx.names import found, is_on, name, own, value, value_of

_HEADING = re.compile(r"heading (\d)", re.IGNORECASE)
_DEEPEST = 6


@dataclass(slots=True)
class Styles:
    """The styles by their keys, and what holds where no style says anything."""

    by_key: dict[str, Element]
    defaults: Element | None
    usual: str
    """The key of the style of paragraphs that name none."""

    @classmethod
    def of(cls, root: Element | None) -> "Styles":
        """Those of the part; none where there is none."""
        by_key: dict[str, Element] = {}
        usual = ""
        for style in () if root is None else root.iter(name("w:style")):
            key = style.get(name("w:styleId"), "")
            by_key.setdefault(key, style)
            is_usual = style.get(name("w:default")) in ("1", "true")
            if is_usual and style.get(name("w:type")) == "paragraph":
                usual = key
        return cls(by_key, found(root, "w:docDefaults"), usual)

    def says(self, key: str | None, *path: str) -> Element | None:
        """What the style, or the nearest that it is based on, says at the path."""
        return next(
            (end for one in self._chain(key) if (end := found(one, *path)) is not None), None
        )

    def says_of_run(self, run: Element, paragraph: Element | None, prop: str) -> Element | None:
        """A property of a run: its own, else its style's, its paragraph's style's, everybody's."""
        style = value_of(own(run, "w:rPr", "w:rStyle"))
        for end in (own(run, "w:rPr", prop), self.says(style, "w:rPr", prop)):
            if end is not None:
                return end
        of_paragraph = self.says(self.key_of(paragraph), "w:rPr", prop)
        if of_paragraph is not None:
            return of_paragraph
        return found(self.defaults, "w:rPrDefault", "w:rPr", prop)

    def key_of(self, paragraph: Element | None) -> str:
        """The key of the paragraph's style."""
        return value_of(own(paragraph, "w:pPr", "w:pStyle")) or self.usual

    def is_centred(self, paragraph: Element) -> bool:
        """Whether it stands in the middle."""
        styled = self.says(self.key_of(paragraph), "w:pPr", "w:jc")
        return (value_of(own(paragraph, "w:pPr", "w:jc")) or value_of(styled)) == "center"

    def heading_level(self, paragraph: Element) -> int | None:
        """1 to 6 where it is a heading by its style; None where it is none."""
        for title in self.titles(paragraph):
            if match := _HEADING.fullmatch(title):
                return min(int(match[1]) or 1, _DEEPEST)
        return None

    def titles(self, paragraph: Element) -> list[str]:
        """What its style is called, and those that it is based on: Word keeps English names."""
        return [value(style, "w:name") or "" for style in self._chain(self.key_of(paragraph))]

    def is_bold(self, run: Element, paragraph: Element | None) -> bool:
        """Whether it is, by itself or by its style."""
        return bool(is_on(self.says_of_run(run, paragraph, "w:b")))

    def is_italic(self, run: Element, paragraph: Element | None) -> bool:
        """Whether it is, by itself or by its style."""
        return bool(is_on(self.says_of_run(run, paragraph, "w:i")))

    def _chain(self, key: str | None) -> list[Element]:
        chain: list[Element] = []
        while key and key in self.by_key and self.by_key[key] not in chain:
            chain.append(self.by_key[key])
            key = value(chain[-1], "w:basedOn")
        return chain
