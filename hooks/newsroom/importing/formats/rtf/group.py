"""A group of an RTF file, and the control words that say how what is in it looks."""

from dataclasses import dataclass, field, replace

from newsroom.importing.formats.rtf.pictures import Picture
from newsroom.importing.formats.rtf.tokens import Token
from newsroom.importing.formats.rtf.words import TAGS
from newsroom.importing.formats.rtf.writing import Flow, Look, Paragraph

_LEVELS_OF_HEADINGS, _DEEPEST = 6, 8


@dataclass(slots=True)
class Group:
    """What holds in a group; what one does not set, it has from the one around it."""

    flow: Flow
    said: list[str] | None = None
    """Where its text is collected; None where it goes to the flow."""
    is_shown: bool = True
    is_dead: bool = False
    """Whether neither it nor anything in it says something."""
    look: Look = field(default_factory=Look)
    paragraph: Paragraph = field(default_factory=Paragraph)
    font: int = 0
    replaced: int = 1
    """So many signs behind a letter of Unicode stand for it in programs that know none."""
    is_new: bool = False
    """Whether it begins with the mark of a new destination."""
    opened: str = ""
    """The destination that the group is."""
    picture: Picture | None = None
    address: str = ""
    """Of a field that is a link."""

    def inner(self) -> "Group":
        """A group that begins in it."""
        return replace(self, paragraph=replace(self.paragraph), opened="", is_new=False)

    def set_look(self, token: Token) -> bool:
        """Whether the token says how text looks, which the group then keeps."""
        kind, is_on = token.kind, token.number != 0
        if kind in TAGS:
            self.look = self.look.with_tag(TAGS[kind], is_on)
        elif kind == "plain":
            self.look = Look(is_deleted=self.look.is_deleted)
        elif kind == "v":
            self.look = replace(self.look, is_hidden=is_on)
        elif kind == "deleted":
            self.look = replace(self.look, is_deleted=is_on)
        elif kind == "nosupersub":
            self.look = self.look.with_tag("sup", is_on=False).with_tag("sub", is_on=False)
        else:
            return False
        return True

    def set_paragraph(self, token: Token) -> bool:
        """Whether the token says what a paragraph is, which the group then keeps."""
        paragraph, number = self.paragraph, token.number or 0
        match token.kind:
            case "pard":
                self.paragraph = Paragraph()
            case "qc" | "ql" | "qr" | "qj":
                paragraph.is_centred = token.kind == "qc"
            case "outlinelevel":
                paragraph.heading = number + 1 if 0 <= number < _LEVELS_OF_HEADINGS else 0
            case "ilvl":
                paragraph.level = min(max(number, 0), _DEEPEST)
            case "intbl":
                paragraph.in_table = True
            case _:
                return False
        return True
