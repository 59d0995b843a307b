"""The parts of a Word document, found by their relations as Word does, whatever their names."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from posixpath import dirname, join, normpath
from types import MappingProxyType
from xml.etree.ElementTree import Element

from newsroom.importing.formats.docx.names import make_usual, name
from newsroom.importing.formats.packed import BROKEN, Packed
from newsroom.importing.record import UnreadableError


@dataclass(frozen=True, slots=True)
class Relation:
    """What a part names: an address on the web, or another part by its name."""

    kind: str
    """The last word of its type: image, hyperlink, header …"""
    target: str
    is_outside: bool


Relations = Mapping[str, Relation]
_NONE: Relations = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Part:
    """A part of text, with the relations that it names by their keys."""

    root: Element
    relations: Relations


@dataclass(slots=True)
class WordParts:
    """The document, and what belongs to it by kinds: styles, numbering, footnotes, header …"""

    packed: Packed
    document: Part
    _main: str = field(repr=False)

    @classmethod
    def of(cls, packed: Packed) -> "WordParts":
        """The parts of a file that calls itself a Word document."""
        roots = (one.target for one in _relations(packed, "").values()
                 if one.kind == "officeDocument")  # fmt: skip
        main = next((target for target in roots if target in packed.names), "word/document.xml")
        document = _part(packed, main)
        if document is None or document.root.tag != name("w:document"):
            raise UnreadableError(BROKEN)
        return cls(packed, document, main)

    def of_kind(self, kind: str) -> Iterator[Part]:
        """The parts of a kind, in the order in which the document names them."""
        for relation in self.document.relations.values():
            if relation.kind == kind and not relation.is_outside:
                part = _part(self.packed, relation.target)
                if part is not None:
                    yield part

    def first(self, kind: str) -> Part | None:
        """The part of a kind that a document has but once."""
        return next(self.of_kind(kind), None)


def _part(packed: Packed, part: str) -> Part | None:
    root = packed.xml(part)
    if root is None:
        return None
    make_usual(root)
    return Part(root, _relations(packed, part))


def _relations(packed: Packed, part: str) -> Relations:
    folder = dirname(part)
    listed = packed.xml(join(folder, "_rels", f"{part.rpartition('/')[2]}.rels"))
    if listed is None:
        return _NONE
    return {
        one.get("Id", ""): _relation(one, folder) for one in listed.iter(name("rel:Relationship"))
    }


def _relation(listed: Element, folder: str) -> Relation:
    target, kind = listed.get("Target", ""), listed.get("Type", "").rpartition("/")[2]
    if listed.get("TargetMode") == "External":
        return Relation(kind, target, is_outside=True)
    return Relation(kind, normpath(join("/", folder, target)).lstrip("/"), is_outside=False)
