"""Pictures: what can be told of one without showing it. Its bytes may be anything."""

import base64
import binascii
import re
from enum import Enum
from io import BytesIO
from pathlib import Path
from types import MappingProxyType
from typing import IO, NamedTuple

_ORIENTATION = 0x0112
_LYING = range(5, 9)
_GPS = 0x8825
_SUFFIXES = MappingProxyType(
    {"JPEG": ".jpg", "MPO": ".jpg", "PNG": ".png", "GIF": ".gif", "WEBP": ".webp"}
)
_EMBEDDED = re.compile(r"data:image/[\w.+-]+;base64,(.+)", re.DOTALL | re.IGNORECASE)


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


def suffix_of(data: bytes) -> str | None:
    """The ending of a file with the picture of those bytes; None where they are none."""
    picture = look_at(BytesIO(data))
    return _SUFFIXES.get(picture.format) if isinstance(picture, Picture) else None


def embedded_data(address: str) -> bytes | None:
    """The bytes that an address holds itself, as those do that begin with data:image."""
    embedded = _EMBEDDED.fullmatch(address)
    try:
        return base64.b64decode(embedded[1]) if embedded else None
    except (binascii.Error, ValueError):
        return None


def embedded_picture(address: str) -> tuple[bytes, str] | None:
    """The picture that an address holds itself, and the ending of its file."""
    data = embedded_data(address)
    suffix = suffix_of(data) if data else None
    return (data, suffix) if data and suffix else None
