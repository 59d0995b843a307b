"""Draws title cards: the ward's name, the title, the section and the day, in white on its red.

The font (fonts/, SIL Open Font License) has every Vietnamese letter, so that cards come out alike
on every machine; it is a subset of Be Vietnam Pro Bold. What it has no sign for is left out.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache
from hashlib import blake2b
from importlib.metadata import version
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING
from unicodedata import normalize

from newsroom.content.photo import SHARE_SIZE
from newsroom.content.title_card import TitleCard

if TYPE_CHECKING:
    from PIL.ImageFont import FreeTypeFont

_FONT = Path(__file__).parent / "fonts" / "be-vietnam-pro-bold.ttf"
_RED, _WHITE = (0x9F, 0x12, 0x18), (0xFF, 0xFF, 0xFF)
_SHADES = 16
"""Between the two, for edges: a pixel takes four bits."""
_MARGIN = 80
_SMALL = 36
_TITLE_SIZES = (76, 66, 58, 50)
"""Tried from the largest on until the title fits."""
_LINE = 1.35
"""Of a size: room for marks above and below."""
_TITLE_TOP, _TITLE_BOTTOM = 168, 520
_UNKNOWN = re.compile("[^ -~\u00a0-\u024f\u1e00-\u1eff\u2010-\u2026\u20ab\u2212\u00d7]")


@cache
def recipe() -> bytes:
    """The digest of all that a card depends on besides its words.

    Pillow brings its libraries along and is not loaded for this, which takes as long as a small
    build.
    """
    files = Path(__file__).read_bytes() + _FONT.read_bytes()
    return blake2b(version("pillow").encode() + files, digest_size=16).digest()


def draw(card: TitleCard) -> bytes:
    """The card as a PNG."""
    from PIL import Image, ImageDraw  # noqa: PLC0415 - slow to load

    grey = Image.new("L", SHARE_SIZE, 0)
    pen = ImageDraw.Draw(grey)
    width, height = SHARE_SIZE
    small = _font(_SMALL)
    pen.text((_MARGIN, 64), _shortened(_known(card.ward), small), font=small, fill=255)
    pen.rectangle((_MARGIN, 128, width - _MARGIN, 131), fill=255)
    font, lines = _set(_known(card.title))
    top = _TITLE_TOP + (_TITLE_BOTTOM - _TITLE_TOP - len(lines) * font.size * _LINE) / 2
    for number, line in enumerate(lines):
        pen.text((_MARGIN, top + number * font.size * _LINE), line, font=font, fill=255)
    pen.text((_MARGIN, height - 92), _shortened(_known(card.below), small), font=small, fill=255)
    steps = grey.point([round(value * (_SHADES - 1) / 255) for value in range(256)])
    coloured = Image.frombytes("P", SHARE_SIZE, steps.tobytes())
    coloured.putpalette(list(_palette()))
    out = BytesIO()
    coloured.save(out, "PNG", bits=4)
    return out.getvalue()


def _set(title: str) -> tuple["FreeTypeFont", list[str]]:
    """The title in lines, in the largest size in which all of it fits; else cut short."""
    for size in _TITLE_SIZES:
        font, most = _font(size), int((_TITLE_BOTTOM - _TITLE_TOP) / (size * _LINE))
        lines = list(_lines(title, font))
        if len(lines) <= most:
            return font, lines
    return font, [*lines[: most - 1], _shortened(" ".join(lines[most - 1 :]), font)]


def _lines(text: str, font: "FreeTypeFont") -> Iterator[str]:
    line = ""
    for word in text.split():
        longer = f"{line} {word}".strip()
        if line and font.getlength(longer) > _room():
            yield _shortened(line, font)
            line = word
        else:
            line = longer
    yield _shortened(line, font)


def _shortened(text: str, font: "FreeTypeFont") -> str:
    """The text, cut where it is wider than the room; halved, since thousands of letters without a
    blank would be measured thousands of times."""
    if font.getlength(text) <= _room():
        return text
    ends = range(1, len(text) + 1)
    most = bisect_left(ends, True, key=lambda end: font.getlength(f"{text[:end]}…") > _room())
    return f"{text[:most].rstrip()}…"


def _room() -> int:
    return SHARE_SIZE[0] - 2 * _MARGIN


def _known(text: str) -> str:
    return " ".join(_UNKNOWN.sub(" ", normalize("NFC", text)).split())


@cache
def _font(size: int) -> "FreeTypeFont":
    from PIL import ImageFont  # noqa: PLC0415 - slow to load

    return ImageFont.truetype(_FONT, size, layout_engine=ImageFont.Layout.BASIC)


def _palette() -> Iterator[int]:
    for shade in range(_SHADES):
        part = shade / (_SHADES - 1)
        yield from (round(a + (b - a) * part) for a, b in zip(_RED, _WHITE, strict=True))
