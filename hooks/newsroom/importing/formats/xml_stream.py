"""XML read piece by piece: the elements of some names one after another, from a file of any size.

Names are as typed, with their prefixes (`content:encoded`): feeds and exports all use the same
ones, and some forget to declare them. A document type is refused, and with it every entity that
could grow or lead out of the file; the names of HTML (`&nbsp;`), which many feeds use without
declaring them, are read.
"""

import re
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import escape, unescape
from pathlib import Path
from xml.parsers import expat

from newsroom.importing.record import Refusal, UnreadableError
from newsroom.importing.text.decoding import html_in_unicode
from newsroom.text.encoding import has_letters_of_unicode
from newsroom.text.old_fonts import in_unicode

_PIECE = 65_536
_DEEPEST = 200
_LARGEST = 20_000_000
"""Characters of one element: what is larger is no article."""
_BETWEEN = "\uffff"
"""Parts two texts; XML cannot hold it."""
_OF_ELEMENT = 100
"""As many characters take the memory of an element that is empty."""
_NO_CHARACTERS = re.compile(rb"[\x01-\x08\x0b\x0c\x0e-\x1f]")
"""XML forbids them even as references; texts pasted from Word hold them."""
_TOO_LARGE = Refusal("một mục của tệp lớn quá mức của một bài.", "Hãy chép riêng bài ấy.")
_WITH_TYPE = Refusal(
    "tệp XML có khai báo DOCTYPE, có thể dùng để hại máy, nên không đọc.",
    "Hãy mở tệp bằng Notepad, xóa dòng <!DOCTYPE …> ở đầu tệp rồi nhập lại.",
)


@dataclass(slots=True)
class Element:
    """An element with its texts and elements in order."""

    name: str
    attributes: dict[str, str]
    inside: list["Element | str"] = field(default_factory=list)
    encoding: str | None = None
    """Of an old font, which its texts were typed in before they were written in Unicode here."""

    @property
    def text(self) -> str:
        """The texts directly inside, blanks around them left out."""
        return "".join(one for one in self.inside if isinstance(one, str)).strip()

    def all(self, *names: str) -> list["Element"]:
        """The elements of these names directly inside, in the order of the names."""
        elements = [one for one in self.inside if isinstance(one, Element)]
        return [one for name in names for one in elements if one.name == name]

    def said(self, *names: str) -> str:
        """The first text that is not empty, of elements of these names."""
        return next(filter(None, (one.text for one in self.all(*names))), "")

    def settle_encoding(self) -> None:
        """Write in Unicode what was typed for an old font."""
        places = list(self._texts())
        typed = _BETWEEN.join(str(holder.inside[place]) for holder, place in places)
        converted, self.encoding = html_in_unicode(typed)
        if self.encoding:
            for (holder, place), text in zip(places, converted.split(_BETWEEN), strict=True):
                holder.inside[place] = text

    def typed_alike(self, text: str) -> str:
        """A text from elsewhere in the file, typed as those in the element were, in Unicode."""
        if self.encoding is None or has_letters_of_unicode(text):
            return text
        return in_unicode(text, self.encoding)

    def _texts(self) -> Iterator[tuple["Element", int]]:
        """Where its texts stand, in order."""
        for place, one in enumerate(self.inside):
            if isinstance(one, Element):
                yield from one._texts()
            else:
                yield self, place

    def markup(self) -> str:
        """What is inside, as HTML."""
        return "".join(
            escape(one, quote=False) if isinstance(one, str) else one._as_html()
            for one in self.inside
        )

    def _as_html(self) -> str:
        name = self.name.rpartition(":")[2]
        attributes = "".join(f' {key}="{escape(value)}"' for key, value in self.attributes.items())
        return f"<{name}{attributes}>{self.markup()}</{name}>"


def elements_of(source: Path, names: frozenset[str]) -> Iterator[Element]:
    """The elements of these names, those inside another of them left out; raises UnreadableError
    where the file is broken, after those that stand before."""
    reader = _Reader(names)
    with source.open("rb") as stream:
        piece = stream.read(_PIECE).lstrip()
        while piece:
            failure = reader.read(piece)
            while reader.done:
                element = reader.done.popleft()
                element.settle_encoding()
                yield element
            if failure:
                raise failure
            piece = stream.read(_PIECE)
    if failure := reader.read(b"", is_last=True):
        raise failure


class _Reader:
    """Builds the elements that are asked for out of what the parser tells."""

    def __init__(self, names: frozenset[str]) -> None:
        self.done: deque[Element] = deque()
        self._names = names
        self._open: list[Element] = []
        self._depth = self._size = 0
        self._keeps_controls = False
        self._parser = parser = expat.ParserCreate()
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text
        parser.StartDoctypeDeclHandler = self._refuse_type
        # As if an empty document type were there: then names of HTML are told, not refused.
        parser.UseForeignDTD(True)
        parser.SetParamEntityParsing(expat.XML_PARAM_ENTITY_PARSING_ALWAYS)
        parser.ExternalEntityRefHandler = self._no_type
        parser.SkippedEntityHandler = self._name_of_html

    def read(self, piece: bytes, *, is_last: bool = False) -> UnreadableError | None:
        """Read on; returns why that is no longer possible."""
        try:
            # In UTF-16 these bytes are halves of letters.
            self._keeps_controls = self._keeps_controls or b"\0" in piece
            clean = piece if self._keeps_controls else _NO_CHARACTERS.sub(b"", piece)
            self._parser.Parse(clean, is_last)
        except UnreadableError as error:
            return error
        except expat.ExpatError as error:
            return UnreadableError(Refusal(
                f"tệp XML hỏng hay bị cắt ở dòng {error.lineno}.",
                "Bài đứng trước chỗ ấy đã đọc xong; hãy xuất hay tải lại tệp rồi nhập lại."
            ))  # fmt: skip
        return None

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        if self._depth > _DEEPEST:
            raise UnreadableError(_TOO_LARGE)
        if self._open or name in self._names:
            self._grow(_OF_ELEMENT + sum(map(len, (*attributes, *attributes.values()))))
            self._open.append(Element(name, attributes))

    def _end(self, name: str) -> None:
        self._depth -= 1
        if not self._open:
            return
        element = self._open.pop()
        if self._open:
            self._open[-1].inside.append(element)
        else:
            self.done.append(element)
            self._size = 0

    def _text(self, text: str) -> None:
        if self._open:
            self._grow(len(text))
            self._open[-1].inside.append(text)

    def _grow(self, size: int) -> None:
        self._size += size
        if self._size > _LARGEST:
            raise UnreadableError(_TOO_LARGE)

    def _name_of_html(self, name: str, is_parameter: bool) -> None:
        self._text(unescape(f"&{name};"))

    def _no_type(self, context: str, *_: str | None) -> int:
        self._parser.ExternalEntityParserCreate(context).Parse(b"", True)
        return 1

    def _refuse_type(self, *_: object) -> None:
        raise UnreadableError(_WITH_TYPE)
