"""A Word document rewritten so that mammoth reads all of it: what it would pass over without a word
becomes what it knows, or is told.

mammoth knows neither the looks that styles give, nor labels of lists, nor most drawings, fields and
formulas; of what is marked here by keys of styles, `MARKS` says what HTML it becomes.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from newsroom.importing.formats.docx.fonts import convert_fonts
from newsroom.importing.formats.docx.graphics import Lost, choose_alternatives, settle_drawings
from newsroom.importing.formats.docx.names import (
    Tree,
    found,
    is_on,
    make,
    name,
    names,
    own,
    run_of,
    value,
    words_of,
)
from newsroom.importing.formats.docx.numbering import Label, Numbering
from newsroom.importing.formats.docx.parts import Part, Relations
from newsroom.importing.formats.docx.styles import Styles

ITEM, LABEL, CENTRED, CAPTION, TITLE = "item", "label", "centred", "caption", "title"
MARKS = "\n".join((
    *(f"p.{ITEM}{level} => p.{ITEM}{level}:fresh" for level in range(1, 10)),
    f"r.{LABEL} => span.{LABEL}",
    f"p.{CENTRED} => p.text-center:fresh",
    f"p.{CAPTION} => p.caption:fresh",
    f"p.{TITLE} => h1.title:fresh",
))  # fmt: skip
"""The keys of styles that are given here, for mammoth."""
_LONGEST_HEADING = 40
_WIDEST_GAP = 50
_SMALL = 20
"""Half points: in an article letters of less are raised or lowered ones."""
_HOLDERS = frozenset(names(
    "w:body", "w:customXml", "w:document", "w:endnote", "w:endnotes", "w:footnote", "w:footnotes",
    "w:hyperlink", "w:ins", "w:moveTo", "w:p", "w:r", "w:sdt", "w:sdtContent", "w:smartTag",
    "w:tbl", "w:tc", "w:tr",
))  # fmt: skip
"""What mammoth looks into."""
_HELD = frozenset(names("w:p", "w:r", "w:tbl", "w:hyperlink"))
_LINK = re.compile(r'(\s*HYPERLINK\s+(?:\\l\s+)?"[^"]*").*', re.DOTALL)
_UNUSED = ("w:bookmarkStart", "w:bookmarkEnd", "w:commentReference", "w:proofErr", "w:permStart",
           "w:permEnd", "w:commentRangeStart", "w:commentRangeEnd")  # fmt: skip


@dataclass(slots=True)
class TakenOut:
    """What of the text does not come along, in its own words."""

    deleted: list[str] = field(default_factory=list)
    hidden: list[str] = field(default_factory=list)
    formulas: list[str] = field(default_factory=list)
    """These come along, as plain text."""
    drawings: Lost = field(default_factory=Lost)
    encodings: set[str] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class Rewriter:
    """Rewrites the parts of one document."""

    styles: Styles
    numbering: Numbering
    has_note: Callable[[str, str], bool]
    """Whether there is a footnote or an endnote (by its kind) of that key."""

    def rewrite(self, part: Part) -> TakenOut:
        """Rewrite the part in place; returns what of it is left out."""
        tree, left = Tree(part.root), TakenOut()
        choose_alternatives(tree)
        left.deleted = _taken_out(tree, tree.all("w:del", "w:moveFrom"))
        left.hidden = _taken_out(tree, [r for r in tree.all("w:r") if self._is_hidden(tree, r)])
        left.drawings = settle_drawings(tree, part.relations)
        left.formulas = _as_text(tree)
        _settle_fields(tree)
        tree.unwrap_all(_is_wrapper)
        tree.remove_all(tree.all(*_UNUSED))
        _drop_dead_ends(tree, part.relations, self.has_note)
        left.encodings = convert_fonts(tree, self.styles)
        for paragraph in tree.all("w:p"):
            self._mark(paragraph)
        for row in tree.all("w:tr"):
            _fill_gap(row)
        return left

    def _is_hidden(self, tree: Tree, run: Element) -> bool:
        return bool(is_on(self.styles.says_of_run(run, tree.nearest(run, "w:p"), "w:vanish")))

    def _mark(self, paragraph: Element) -> None:
        """Say by the key of the paragraph's style, and of its runs, what it looks like."""
        label = self.numbering.label(paragraph)
        key = self._key(paragraph, label)
        is_heading = key.startswith(("Heading", TITLE))
        for run in paragraph.iter(name("w:r")):
            if not is_heading:
                self._show_emphasis(run, paragraph)
        properties = make("w:pPr", make("w:pStyle", val=key)) if key else make("w:pPr")
        old = own(paragraph, "w:pPr")
        if old is not None:
            paragraph.remove(old)
        paragraph.insert(0, properties)
        if label is not None and words_of(paragraph):
            paragraph.insert(1, _labelled(label, key))

    def _key(self, paragraph: Element, label: Label | None) -> str:
        words = len(words_of(paragraph).split())
        level = self.styles.heading_level(paragraph)
        titles = [title.lower() for title in self.styles.titles(paragraph)]
        if "title" in titles and 0 < words <= _LONGEST_HEADING:
            return TITLE
        if level is not None and words <= _LONGEST_HEADING:
            return f"Heading{level}"
        if label is not None:
            return f"{ITEM}{label.level}"
        if "caption" in titles:
            return CAPTION
        return CENTRED if self.styles.is_centred(paragraph) else ""

    def _show_emphasis(self, run: Element, paragraph: Element) -> None:
        wanted = {
            "w:b": self.styles.is_bold(run, paragraph),
            "w:i": self.styles.is_italic(run, paragraph),
        }
        properties = own(run, "w:rPr")
        if properties is None:
            properties = make("w:rPr")
            run.insert(0, properties)
        for prop, is_wanted in wanted.items():
            for old in properties.findall(name(prop)):
                properties.remove(old)
            if is_wanted:
                properties.append(make(prop))
        _settle_position(properties)


def _is_wrapper(element: Element) -> bool:
    """Whether mammoth would not look into it, though text stands there."""
    return element.tag not in _HOLDERS and any(child.tag in _HELD for child in element)


def _settle_position(properties: Element) -> None:
    """Say of smaller letters that are set up or down what they are: LibreOffice writes m² so.
    Word writes the size of every run, so that alone says nothing."""
    points, size = (value(properties, prop) or "0" for prop in ("w:position", "w:sz"))
    moved = points.removeprefix("-")
    if not (moved.isdecimal() and size.isdecimal() and int(moved)):
        return
    if 0 < int(size) < max(_SMALL, 3 * int(moved)):
        up_or_down = "subscript" if points.startswith("-") else "superscript"
        properties.append(make("w:vertAlign", val=up_or_down))


def _taken_out(tree: Tree, elements: list[Element]) -> list[str]:
    words = [words_of(element) for element in elements]
    tree.remove_all(elements)
    return list(filter(None, words))


def _as_text(tree: Tree) -> list[str]:
    """Formulas as their signs in a row."""
    said = []
    for formula in tree.all("m:oMath"):
        said.append(words_of(formula))
        tree.replace(formula, run_of(said[-1]))
    return list(filter(None, said))


def _settle_fields(tree: Tree) -> None:
    for field_ in tree.all("w:fldSimple"):
        typed = make("w:instrText")
        typed.text = field_.get(name("w:instr"))
        begin, middle, end = (
            make("w:r", make("w:fldChar", fldCharType=kind))
            for kind in ("begin", "separate", "end")
        )
        tree.fill(field_, [begin, make("w:r", typed), middle], [end])
    for typed in tree.all("w:instrText"):
        # What follows the address, such as a tooltip, mammoth takes for a part of it.
        typed.text = _LINK.sub(r"\1", typed.text or "")
    for old, new in (("w:cr", "w:br"), ("w:ptab", "w:tab")):
        for element in tree.all(old):
            element.tag = name(new)


def _drop_dead_ends(tree: Tree, relations: Relations, has_note: Callable[[str, str], bool]) -> None:
    """Take out what leads to nothing, on which mammoth fails."""
    for link in tree.all("w:hyperlink", "a:hlinkClick"):
        if link.get(name("r:id"), "") not in relations:
            link.attrib.pop(name("r:id"), None)
    for kind in ("footnote", "endnote"):
        for reference in tree.all(f"w:{kind}Reference"):
            if not has_note(kind, reference.get(name("w:id"), "")):
                tree.replace(reference)


def _fill_gap(row: Element) -> None:
    """Cells where a row begins further to the right than others."""
    before = value(row, "w:trPr", "w:gridBefore") or "0"
    place = next((n + 1 for n, one in enumerate(row) if one.tag == name("w:trPr")), 0)
    for _ in range(min(int(before), _WIDEST_GAP) if before.isdecimal() else 0):
        row.insert(place, make("w:tc", make("w:p")))


def _labelled(label: Label, key: str) -> Element:
    """A run with the label, marked as such in a list."""
    run = run_of(label.text or "·")
    if key.startswith(ITEM):
        run.insert(0, make("w:rPr", make("w:rStyle", val=LABEL)))
    elif not label.text:
        return make("w:r")
    found(run, "w:t").text += " "  # type: ignore[union-attr, operator]  # made just now
    return run
