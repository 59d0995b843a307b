"""Names of the elements in a Word document, and ways to look them up and move them.

Source of the names: ECMA-376, Office Open XML; its strict form has other namespaces for the same.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from types import MappingProxyType
from xml.etree.ElementTree import Element

SPACES = MappingProxyType({
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
    "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
    "dgm": "http://schemas.openxmlformats.org/drawingml/2006/diagram",
    "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "v": "urn:schemas-microsoft-com:vml",
    "o": "urn:schemas-microsoft-com:office:office",
    "rel": "http://schemas.openxmlformats.org/package/2006/relationships",
    "dcterms": "http://purl.org/dc/terms/",
    "dc": "http://purl.org/dc/elements/1.1/",
})  # fmt: skip
_STRICT = MappingProxyType({
    "http://purl.oclc.org/ooxml/wordprocessingml/main": "w",
    "http://purl.oclc.org/ooxml/officeDocument/relationships": "r",
    "http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing": "wp",
    "http://purl.oclc.org/ooxml/drawingml/main": "a",
    "http://purl.oclc.org/ooxml/drawingml/picture": "pic",
    "http://purl.oclc.org/ooxml/drawingml/chart": "c",
    "http://purl.oclc.org/ooxml/drawingml/diagram": "dgm",
    "http://purl.oclc.org/ooxml/officeDocument/math": "m",
})  # fmt: skip


def name(short: str) -> str:
    """The name as the tree has it.

    >>> name("v:shape")
    '{urn:schemas-microsoft-com:vml}shape'
    """
    prefix, _, local = short.partition(":")
    return f"{{{SPACES[prefix]}}}{local}"


def names(*short: str) -> list[str]:
    """The names as the tree has them."""
    return [name(one) for one in short]


def make_usual(root: Element) -> None:
    """Give elements and attributes of the strict form their usual names."""
    for element in root.iter():
        element.tag = _usual(element.tag)
        for attribute in [key for key in element.attrib if key.startswith("{http://purl.oclc")]:
            element.set(_usual(attribute), element.attrib.pop(attribute))


def _usual(tag: str) -> str:
    space, _, local = tag[1:].partition("}")
    return name(f"{_STRICT[space]}:{local}") if space in _STRICT else tag


def found(element: Element | None, *path: str) -> Element | None:
    """The first element down the path of names; None where there is none."""
    for step in path:
        element = None if element is None else element.find(name(step))
    return element


def value(element: Element | None, *path: str) -> str | None:
    """The w:val of the first element down the path; None where there is none."""
    return value_of(found(element, *path))


def own(element: Element | None, properties: str, *path: str) -> Element | None:
    """A property of a paragraph or a run, whose properties stand first in it: it is not looked
    through for what it does not have."""
    first = element[0] if element is not None and len(element) else None
    return found(first, *path) if first is not None and first.tag == name(properties) else None


def value_of(element: Element | None) -> str | None:
    """The w:val of an element; None where there is none."""
    return None if element is None else element.get(name("w:val"))


def is_on(element: Element | None) -> bool | None:
    """Whether a property such as w:b is switched on; None where it is not there."""
    return None if element is None else element.get(name("w:val")) not in ("0", "false", "off")


def make(short: str, *children: Element, **attributes: str) -> Element:
    """A new element; attributes are those of its own namespace."""
    prefix = short.partition(":")[0]
    made = Element(name(short), {name(f"{prefix}:{key}"): one for key, one in attributes.items()})
    made.extend(children)
    return made


def run_of(text: str) -> Element:
    """A run of text without a look of its own."""
    words = make("w:t")
    words.text = text
    return make("w:r", words)


def words_of(element: Element) -> str:
    """The text in it, paragraphs, breaks and tabs as blanks."""
    return " ".join("".join(_said(element)).split())


def _said(element: Element) -> Iterator[str]:
    said = names("w:t", "w:delText", "m:t", "a:t", "c:v")
    parts = names("w:p", "w:br", "w:cr", "w:tab", "w:tc", "a:p", "c:v")
    for one in element.iter():
        if one.tag in parts:
            yield " "
        if one.tag in said:
            yield one.text or ""


class Tree:
    """A tree of elements in which each knows its parent, so that it can be replaced."""

    def __init__(self, root: Element) -> None:
        self.root = root
        self._parents = {child: parent for parent in root.iter() for child in parent}

    def all(self, *short: str) -> list[Element]:
        """The elements of those names in order."""
        wanted = set(names(*short))
        return [element for element in self.root.iter() if element.tag in wanted]

    def around(self, element: Element) -> Iterator[Element]:
        """Its parents, the nearest first."""
        parent = self._parents.get(element)
        while parent is not None:
            yield parent
            parent = self._parents.get(parent)

    def nearest(self, element: Element, *short: str) -> Element | None:
        """The nearest of its parents of such a name."""
        wanted = set(names(*short))
        return next((one for one in self.around(element) if one.tag in wanted), None)

    def replace(self, element: Element, *others: Element) -> None:
        """Put the others where the element is; with none, remove it."""
        parent = self._parents[element]
        place = list(parent).index(element)
        parent[place : place + 1] = others
        self._adopt(parent, others)

    def remove_all(self, elements: Iterable[Element]) -> None:
        """Remove the elements, however many of one parent."""
        gone = {id(element): self._parents[element] for element in elements}
        for parent in {id(parent): parent for parent in gone.values()}.values():
            parent[:] = [child for child in parent if id(child) not in gone]

    def unwrap_all(self, is_wrapper: Callable[[Element], bool]) -> None:
        """Put what is in a wrapper where it stands, the innermost first, each element once."""
        for parent in reversed(list(self.root.iter())):
            wrappers = [child for child in parent if is_wrapper(child)]
            if wrappers:
                gone = set(wrappers)
                parent[:] = [
                    one for child in parent for one in (child if child in gone else (child,))
                ]
                self._adopt(parent, (one for wrapper in wrappers for one in wrapper))

    def fill(self, element: Element, before: Sequence[Element], after: Sequence[Element]) -> None:
        """Put elements before and after what is in the element."""
        element[:] = [*before, *element, *after]
        self._adopt(element, (*before, *after))

    def add_after(self, element: Element, *others: Element) -> None:
        """Put the others behind the element."""
        parent = self._parents[element]
        place = list(parent).index(element) + 1
        parent[place:place] = others
        self._adopt(parent, others)

    def _adopt(self, parent: Element, others: Iterable[Element]) -> None:
        for other in others:
            self._parents[other] = parent
            self._parents.update((c, p) for p in other.iter() for c in p)
