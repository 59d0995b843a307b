"""Pictures: what can be told of one without showing it. Its bytes may be anything."""

from enum import Enum
from pathlib import Path
from typing import IO, NamedTuple

_ORIENTATION = 0x0112
_LYING = range(5, 9)
_GPS = 0x8825


class Picture(NamedTuple):
    """What can be told of it."""

    width: int
    """In pixels as it is seen, EXIF orientation applied; so is the height."""
    height: int
    format: str
    tells_place: bool = False
    """Whether its file says where it was taken."""


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
            exif = image.getexif()
            if exif.get(_ORIENTATION) in _LYING:
                width, height = height, width
            return Picture(width, height, image.format or "", bool(exif.get_ifd(_GPS)))
    except Image.DecompressionBombError:
        return Unseen.HUGE
    except Exception:
        return Unseen.BROKEN
