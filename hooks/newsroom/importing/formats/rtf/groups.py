"""The groups of an RTF file: `{…}` keeps what is set in it, and a destination is a group whose text
is none of the body's: a footnote, the head of a page, a picture's bytes.

A destination that is marked as new (`\\*`) and not known here says nothing, as the specification
asks of readers.
"""

import re
from html import escape

from newsroom.importing.formats.packed import TOO_LARGE
from newsroom.importing.formats.rtf.code_pages import CodePages
from newsroom.importing.formats.rtf.group import Group
from newsroom.importing.formats.rtf.pictures import Picture, Pictures
from newsroom.importing.formats.rtf.tokens import CLOSE, OPEN, TEXT, Token
from newsroom.importing.formats.rtf.words import (
    AROUND,
    COLLECTED,
    PASSED_OVER,
    PICTURES,
    SIGNS,
    STREAMS,
)
from newsroom.importing.formats.rtf.writing import Flow, Look, Paragraph
from newsroom.importing.markup.elements import parse, text_of
from newsroom.importing.record import UnreadableError

_LINK = re.compile(r'\s*HYPERLINK\s+(?:"([^"]+)"|(\w+:[^\s"\\]+))')
_LARGEST = 0x10000
_DEEPEST = 500
"""Groups in each other: a field looks through those around it."""
_PICTURE_OF_SHAPE, _DESCRIPTION, _DRAWN_LETTERS = "pib", "wzDescription", "gtextUNICODE"
"""Properties of a shape."""


class Reader:
    """Takes the tokens of a document in order."""

    def __init__(self) -> None:
        self.pictures = Pictures()
        self.edges: list[str] = []
        self.comments: list[str] = []
        self.deleted: list[str] = []
        self.hidden: list[str] = []
        self._body = Flow()
        self._notes: list[str] = []
        self._groups = [Group(self._body)]
        self._code_pages = CodePages()
        self._pending: list[str] = []
        self._skipped = 0
        self._property = ""

    def html(self) -> str:
        """The whole text, its footnotes at the end."""
        self._flush()
        return self.pictures.described("\n".join([*self._body.end(), *self._notes]))

    def take(self, token: Token) -> None:
        """The next token."""
        group = self._groups[-1]
        if token.kind == TEXT:
            self._bytes(token.text, group)
        elif token.kind == "u":
            self._pending.append(chr((token.number or 0) % _LARGEST))
            self._skipped = group.replaced
        elif token.kind == "uc":
            group.replaced = token.number or 0
        elif token.kind in SIGNS:
            if not self._skipped:
                self._pending.append(SIGNS[token.kind])
            self._skipped = max(0, self._skipped - 1)
        else:
            self._skipped = 0
            self._flush()
            self._control(token, group)

    def _bytes(self, data: bytes, group: Group) -> None:
        skipped = min(self._skipped, len(data))
        self._skipped -= skipped
        if data[skipped:]:
            self._pending.append(self._code_pages.decode(data[skipped:], group.font))

    def _flush(self) -> None:
        """Text that was met since the last control word goes where its group's does."""
        if not self._pending:
            return
        # Beyond U+FFFF RTF writes two halves of a letter.
        text = "".join(self._pending).encode("utf-16", "surrogatepass").decode("utf-16", "replace")
        self._pending, group = [], self._groups[-1]
        if group.said is not None:
            group.said.append(text)
        elif not group.is_shown or group.is_dead:
            return
        elif group.look.is_deleted:
            self.deleted.append(text)
        elif group.look.is_hidden:
            self.hidden.append(text)
        else:
            group.flow.text(text, group.look)

    def _control(self, token: Token, group: Group) -> None:
        if token.kind == OPEN:
            if len(self._groups) > _DEEPEST:
                raise UnreadableError(TOO_LARGE)
            self._groups.append(group.inner())
        elif token.kind == CLOSE:
            self._close(group)
        elif token.kind == "*":
            group.is_new = True
        elif not self._is_of_font(token, group) and not group.is_dead:
            self._word(token, group)

    def _word(self, token: Token, group: Group) -> None:
        if not (
            group.set_look(token) or group.set_paragraph(token) or self._is_of_table(token, group)
        ):
            self._open(token.kind, group)

    def _is_of_font(self, token: Token, group: Group) -> bool:
        number = token.number or 0
        match token.kind:
            case "f":
                group.font = number
            case "fcharset" | "ansicpg":
                self._code_pages.say(token.kind, number, group.font)
            case _:
                return False
        return True

    def _is_of_table(self, token: Token, group: Group) -> bool:
        flow = group.flow
        match token.kind:
            case "par" | "sect" | "page" | "column" | "nestcell" if (
                group.is_shown and group.said is None
            ):
                flow.end_paragraph(group.paragraph)
            case "line" if group.is_shown and group.said is None:
                flow.markup("<br>")
            case "trowd":
                flow.ends, flow.in_row = [], True
            case "cellx":
                flow.ends.append(token.number or 0)
            case "cell":
                flow.end_cell(group.paragraph)
            case "row":
                flow.end_row()
            case _:
                return False
        return True

    def _open(self, kind: str, group: Group) -> None:
        """A word that may say what destination the group is, or something of it."""
        match kind:
            case "field":
                group.opened = kind
            case "fldrslt":
                group.opened, group.address = kind, self._address()
                if group.address and group.is_shown:
                    group.flow.markup(f'<a href="{escape(group.address)}">')
            case "result":
                group.said, group.is_shown = None, True
            case "pict":
                group.opened, group.said = kind, []
                group.picture = Picture(group.said)
            case _ if kind in PICTURES and group.picture:
                group.picture.kind = kind
            case _:
                self._open_other(kind, group)

    def _open_other(self, kind: str, group: Group) -> None:
        if kind in PASSED_OVER or (group.is_new and kind not in AROUND | COLLECTED | STREAMS):
            group.is_dead, group.said = True, []
        elif kind in AROUND:
            group.opened, group.is_shown = kind, False
            if kind == "shp":
                self.pictures.last = None
        elif kind in COLLECTED:
            group.opened, group.said = kind, []
        elif kind in STREAMS:
            group.opened, group.said, group.is_shown = kind, None, True
            if kind == "footnote":
                self._notes.append("")
                group.flow.markup(f"<sup>[{len(self._notes)}]</sup>")
            group.flow, group.look, group.paragraph = Flow(), Look(), Paragraph()
        group.is_new = False

    def _address(self) -> str:
        return next((one.address for one in reversed(self._groups) if one.opened == "field"), "")

    def _close(self, group: Group) -> None:
        if len(self._groups) > 1:
            self._groups.pop()
        around = self._groups[-1]
        if group.opened in STREAMS:
            self._close_stream(group, around)
        elif group.opened in COLLECTED:
            self._close_collected(group, around)
        elif group.opened == "pict" and group.picture and not around.is_dead:
            # What fills a shape is its picture once more.
            if group.look.is_seen and (
                around.opened != "sv" or self._property == _PICTURE_OF_SHAPE
            ):
                around.flow.markup(self.pictures.html(group.picture))
        elif group.opened == "fldrslt" and group.address and group.is_shown and not group.is_dead:
            group.flow.markup("</a>")

    def _close_stream(self, group: Group, around: Group) -> None:
        kind = group.opened
        if kind in ("shptxt", "dptxbxtext"):
            around.flow.boxes.append(group.flow)
            return
        html = "\n".join(group.flow.end())
        if kind == "footnote":
            number = next(n for n in range(len(self._notes), 0, -1) if not self._notes[n - 1])
            tag, _, rest = html.partition(">")
            self._notes[number - 1] = f"{tag}>[{number}] {rest}" if tag else " "
        else:
            said = self.comments if kind == "annotation" else self.edges
            said.append(text_of(parse(html)))

    def _close_collected(self, group: Group, around: Group) -> None:
        said = "".join(group.said or ()).strip()
        match group.opened:
            case "fldinst":
                link = _LINK.match(said)
                owner = next((one for one in reversed(self._groups) if one.opened == "field"), None)
                if owner and link:
                    owner.address = link[1] or link[2]
            case "listtext" | "pntext":
                around.flow.label = said
            case "sn":
                self._property = said
            case "sv" if self._property == _DESCRIPTION:
                if picture := around.picture or self.pictures.last:
                    picture.alt = said
            case "sv" if self._property == _DRAWN_LETTERS and said:
                around.flow.boxes.append(Flow())
                around.flow.boxes[-1].text(said, Look())
