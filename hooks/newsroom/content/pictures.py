"""Pictures: what can be told of one without showing it. Its bytes may be anything."""

from enum import Enum
from pathlib import Path
from typing import IO, NamedTuple

_ORIENTATION = 0x0112
_LYING = range(5, 9)


class Picture(NamedTuple):
    """Width and height in pixels as it is seen, EXIF orientation applied, and its format."""

    width: int
    height: int
    format: str


class Unseen(Enum):
    """Why a picture cannot be looked at."""

    HUGE = "quá lớn"
    BROKEN = "hỏng"


def look_at(source: Path | IO[bytes]) -> Picture | Unseen:
    """The picture of a file; whatever Pillow stumbles over is the picture's fault."""
    from PIL import Image  # noqa: PLC0415 - few builds look at pictures

    try:
        with Image.open(source) as image:
            width, height = image.size
            if image.getexif().get(_ORIENTATION) in _LYING:
                width, height = height, width
            return Picture(width, height, image.format or "")
    except Image.DecompressionBombError:
        return Unseen.HUGE
    except Exception:
        return Unseen.BROKEN
