"""Which letters the bytes of an RTF document are: that depends on the font that they are set in."""

import codecs
from types import MappingProxyType

_OF_CHARSETS = MappingProxyType({
    128: "cp932", 129: "cp949", 134: "gbk", 136: "big5", 161: "cp1253", 162: "cp1254",
    163: "cp1258", 177: "cp1255", 178: "cp1256", 186: "cp1257", 204: "cp1251", 222: "cp874",
    238: "cp1250",
})  # fmt: skip
_USUAL = "cp1252"


class CodePages:
    """What the document says of its fonts."""

    def __init__(self) -> None:
        self._of_document = _USUAL
        self._of_fonts: dict[int, str] = {}

    def say(self, word: str, number: int, font: int) -> None:
        """The charset of a font (fcharset), or the code page of the document (ansicpg)."""
        if word == "ansicpg":
            self._of_document = _known(f"cp{number}")
        elif number in _OF_CHARSETS:
            self._of_fonts[font] = _OF_CHARSETS[number]

    def decode(self, data: bytes, font: int) -> str:
        """The bytes as letters."""
        return data.decode(self._of_fonts.get(font, self._of_document), "replace")


def _known(name: str) -> str:
    try:
        return codecs.lookup(name).name
    except LookupError:
        return _USUAL
