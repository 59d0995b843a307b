"""The pictures of an RTF document, whose bytes are written as digits in its text."""

import re
from dataclasses import dataclass
from html import escape

_SHOWN = ("pngblip", "jpegblip")
_NO_DIGIT = re.compile("[^0-9a-fA-F]")
_IMAGE = re.compile(r'<img src="(anh-\d+)"')


@dataclass(slots=True)
class Picture:
    """A picture and what it shows; one without an address is of a kind that no page shows."""

    digits: list[str]
    kind: str = ""
    address: str = ""
    alt: str = ""


class Pictures:
    """Those of a document in order."""

    def __init__(self) -> None:
        self.data: dict[str, bytes] = {}
        """By their addresses."""
        self.last: Picture | None = None
        self._taken: list[Picture] = []

    def html(self, picture: Picture) -> str:
        """The HTML of one more; empty where no page can show it."""
        digits = _NO_DIGIT.sub("", "".join(picture.digits))
        self.last = picture
        self._taken.append(picture)
        if picture.kind not in _SHOWN or not digits:
            return ""
        picture.address = f"anh-{len(self.data) + 1}"
        self.data[picture.address] = bytes.fromhex(digits[: len(digits) // 2 * 2])
        return f'<img src="{picture.address}">'

    def described(self, html: str) -> str:
        """The HTML with what its pictures show, which may be said behind them."""
        alts = {one.address: escape(one.alt) for one in self._taken}
        return _IMAGE.sub(lambda img: f'{img[0]} alt="{alts.get(img[1], "")}"', html)

    @property
    def lost(self) -> list[str]:
        """What those show that no page can."""
        return [one.alt or "không tên" for one in self._taken if not one.address]
