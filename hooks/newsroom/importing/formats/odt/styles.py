"""Names in a document of LibreOffice, how it looks, and how its lists count.

Source: OpenDocument 1.3, part 3 (OASIS).
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from types import MappingProxyType
from xml.etree.ElementTree import Element

from newsroom.importing.markup.lists import written

_SPACES = MappingProxyType({
    "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
    "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
    "table": "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
    "draw": "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0",
    "style": "urn:oasis:names:tc:opendocument:xmlns:style:1.0",
    "fo": "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0",
    "svg": "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0",
    "xlink": "http://www.w3.org/1999/xlink",
    "dc": "http://purl.org/dc/elements/1.1/",
})  # fmt: skip


def name(short: str) -> str:
    """The name as the tree has it."""
    prefix, _, local = short.partition(":")
    return f"{{{_SPACES[prefix]}}}{local}"


@dataclass(slots=True)
class Styles:
    """The styles of a document; what one says, it has from its parent."""

    by_name: dict[str, Element] = field(default_factory=dict)
    lists: dict[str, dict[int, Element]] = field(default_factory=dict)

    @classmethod
    def of(cls, roots: Iterable[Element]) -> "Styles":
        """Those of the parts."""
        styles = cls()
        for root in roots:
            for style in root.iter(name("style:style")):
                styles.by_name[style.get(name("style:name"), "")] = style
            for listed in root.iter(name("text:list-style")):
                levels = {int(one.get(name("text:level")) or 1): one for one in listed}
                styles.lists[listed.get(name("style:name"), "")] = levels
        return styles

    def chain(self, element: Element) -> list[str]:
        """The names of the element's style and of those that it is derived from."""
        key = element.get(name("text:style-name"), "")
        chain: list[str] = []
        while key in self.by_name and key not in chain:
            chain.append(key)
            key = self.by_name[key].get(name("style:parent-style-name"), "")
        return chain

    def says(self, element: Element, of: str, prop: str) -> str:
        """A property of the element's style, such as fo:text-align of paragraph."""
        for key in self.chain(element):
            for said in self.by_name[key].iter(name(f"style:{of}-properties")):
                if value := said.get(name(prop)):
                    return value
        return ""


@dataclass(slots=True)
class Counters:
    """The numbers of the lists, which count on where a list says that it goes on."""

    styles: Styles
    last: dict[str, list[int]] = field(default_factory=dict)

    def begin(self, style: str, depth: int, *, goes_on: bool) -> None:
        """A list of that style and depth, from 1, begins."""
        numbers = self.last.setdefault(style, [])
        known = numbers[depth - 1] if goes_on and len(numbers) >= depth else 0
        self.last[style] = [*numbers[: depth - 1], *[0] * (depth - 1 - len(numbers)), known]

    def label(self, style: str, depth: int, item: Element) -> str:
        """The label of the next item; empty for a bullet."""
        level = self.styles.lists.get(style, {}).get(depth)
        numbers = self.last[style] = self.last[style][:depth]
        start = item.get(name("text:start-value")) or ""
        first = _number(level, "text:start-value")
        numbers[-1] = int(start) if start.isdecimal() else (numbers[-1] or first - 1) + 1
        if level is None or level.tag != name("text:list-level-style-number"):
            return ""
        kind = level.get(name("style:num-format")) or ""
        shown = numbers[-_number(level, "text:display-levels") :] if kind else []
        counted = ".".join(written(number, kind) for number in shown)
        before, after = (level.get(name(f"style:num-{end}")) or "" for end in ("prefix", "suffix"))
        return f"{before}{counted}{after}".strip()


def _number(level: Element | None, key: str) -> int:
    typed = (level.get(name(key)) or "1") if level is not None else "1"
    return int(typed) if typed.isdecimal() else 1
