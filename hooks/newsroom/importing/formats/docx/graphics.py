"""Drawings of a Word document: pictures where mammoth finds them, their text in paragraphs."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from newsroom.importing.formats.docx.names import Tree, found, make, name, run_of, words_of
from newsroom.importing.formats.docx.parts import Relations

_DRAWINGS = ("w:drawing", "w:pict", "w:object")
_BY_MACHINE = re.compile(
    r"automatically generated|AI-generated|tạo tự động|do AI tạo", re.IGNORECASE
)
"""What Word guesses that a picture shows, in English often."""
_OF_PICTURES = ("a:blip", "v:imagedata")


@dataclass(slots=True)
class Lost:
    """What of the drawings cannot come along, each by what it is called."""

    charts: list[str] = field(default_factory=list)
    """Keys of relations to charts and diagrams."""
    pictures: list[str] = field(default_factory=list)
    """What pictures show that are not in the file."""
    embedded: list[str] = field(default_factory=list)
    """Programs whose files are embedded, such as Excel.Sheet.12."""

    def add(self, other: "Lost") -> None:
        """What is lost elsewhere, too."""
        self.charts += other.charts
        self.pictures += other.pictures
        self.embedded += other.embedded


def choose_alternatives(tree: Tree) -> None:
    """Of what is written twice, for new and old programs, keep the new, if it shows something."""
    for alternatives in tree.all("mc:AlternateContent"):
        choice, fallback = found(alternatives, "mc:Choice"), found(alternatives, "mc:Fallback")
        chosen = choice if choice is not None and (fallback is None or _shows(choice)) else fallback
        tree.replace(alternatives, *(() if chosen is None else chosen))


def settle_drawings(tree: Tree, relations: Relations) -> Lost:
    """Reduce every drawing to its pictures, and put the text in it behind its paragraph."""
    lost, is_nested = Lost(), False
    for drawing in tree.all(*_DRAWINGS):
        if tree.nearest(drawing, *_DRAWINGS) is not None:
            is_nested = True  # in a text box, which comes out with the outer one
            continue
        boxes = list(_boxes(drawing))
        alt = _alt(drawing)
        pictures = [one for one in _pictures(drawing) if _key(one) in relations]
        lost.pictures += [alt for one in _pictures(drawing) if _key(one) not in relations]
        lost.charts += [one.get(name("r:id"), "") for one in drawing.iter(name("c:chart"))]
        lost.charts += [one.get(name("r:dm"), "") for one in drawing.iter(name("dgm:relIds"))]
        lost.embedded += [one.get("ProgID") or "" for one in drawing.iter(name("o:OLEObject"))]
        paragraph = tree.nearest(drawing, "w:p")
        tree.replace(drawing, *(_drawn(picture, alt, drawing) for picture in pictures))
        if paragraph is not None:
            tree.add_after(paragraph, *boxes)
    if is_nested:
        lost.add(settle_drawings(tree, relations))
    return lost


def _shows(choice: Element) -> bool:
    shown = {name(one) for one in (*_OF_PICTURES, "w:txbxContent", "c:chart", "dgm:relIds")}
    return any(one.tag in shown for one in choice.iter()) or bool(words_of(choice))


def _boxes(drawing: Element) -> Iterator[Element]:
    """The paragraphs and tables of its text boxes, and those of letters that are drawn."""
    for drawn in drawing.iter(name("v:textpath")):
        if text := drawn.get("string"):
            yield make("w:p", run_of(text))
    inner = {id(one) for box in drawing.iter(name("w:txbxContent")) for one in box.iter()
             if one is not box}  # fmt: skip
    for box in drawing.iter(name("w:txbxContent")):
        if id(box) not in inner:
            yield from list(box)
    for shape in drawing.iter(name("a:p")):
        if text := words_of(shape):
            yield make("w:p", run_of(text))


def _pictures(drawing: Element) -> Iterator[Element]:
    """Its pictures, but for those in its text boxes, which come with these."""
    boxed = {id(one) for box in drawing.iter(name("w:txbxContent")) for one in box.iter()}
    tags = {name(one) for one in _OF_PICTURES}
    return (one for one in drawing.iter() if one.tag in tags and id(one) not in boxed)


def _key(picture: Element) -> str:
    return next(
        (key for one in ("r:embed", "r:link", "r:id") if (key := picture.get(name(one)))), ""
    )


def _alt(drawing: Element) -> str:
    """What the drawing shows, in its author's words."""
    told = drawing.find(f".//{name('wp:docPr')}")
    if told is None:
        told = drawing.find(f".//{name('v:shape')}")
    said = () if told is None else (told.get("descr"), told.get("alt"), told.get("title"))
    alt = next((" ".join(one.split()) for one in said if one), "")
    return "" if _BY_MACHINE.search(alt) else alt


def _drawn(picture: Element, alt: str, drawing: Element) -> Element:
    """The picture in the one form of a drawing that mammoth reads."""
    blip = make("a:blip")
    key = "r:link" if picture.get(name("r:link")) else "r:embed"
    blip.set(name(key), _key(picture))
    told = make("wp:docPr")
    told.set("descr", alt)
    link = drawing.find(f".//{name('a:hlinkClick')}")
    if link is not None:
        told.append(link)
    graphic = make("a:graphic", make("a:graphicData", make("pic:pic", make("pic:blipFill", blip))))
    return make("w:drawing", make("wp:inline", told, graphic))
