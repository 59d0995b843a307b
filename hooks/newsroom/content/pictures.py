"""Pictures: what can be told of one without showing it. Its bytes may be anything."""

import base64
import binascii
import re
from enum import Enum
from functools import cache
from io import BytesIO
from pathlib import Path
from types import MappingProxyType
from typing import IO, TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from PIL.Image import Image

ORIENTATION = 0x0112
_LYING = range(5, 9)
_GPS = 0x8825
_SUFFIXES = MappingProxyType(
    {"AVIF": ".avif", "BMP": ".bmp", "GIF": ".gif", "HEIF": ".heic", "JPEG": ".jpg",
     "MPO": ".jpg", "PNG": ".png", "TIFF": ".tif", "WEBP": ".webp"}
)  # fmt: skip
_TALL = 2.5
"""Times the width, as a long page that was put together from screenshots."""
_WHITE, _MOSTLY = 205, 0.7
"""The least brightness of paper, of 255, and the part of a photo of a document that has it."""
_SAMPLE = (256, 256)
_TELLING = frozenset({"XML:com.adobe.xmp", "comment", "photoshop", "xmp"})
_EMBEDDED = re.compile(r"data:image/[\w.+-]+;base64,(.+)", re.DOTALL | re.IGNORECASE)


class Picture(NamedTuple):
    """What can be told of it."""

    width: int
    """In pixels as it is seen, EXIF orientation applied; so is the height."""
    height: int
    format: str
    tells_place: bool = False
    """Whether its file says where it was taken."""
    tells: bool = False
    """Whether it says more than how it is seen, such as when and with what it was taken."""


class Unseen(Enum):
    """Why a picture cannot be looked at."""

    HUGE = "quá lớn"
    BROKEN = "hỏng"


def opened(source: Path | IO[bytes]) -> "Image":
    """The picture of a file, not yet unpacked, also as phones write it (HEIC).

    Raises whatever Pillow does at bytes that are no picture.
    """
    from PIL import Image  # noqa: PLC0415 - few builds look at pictures

    _learn_heic()
    return Image.open(source)


@cache
def _learn_heic() -> None:
    from pi_heif import register_heif_opener  # noqa: PLC0415 - few builds look at pictures

    register_heif_opener(thumbnails=False)


def look_at(source: Path | IO[bytes]) -> Picture | Unseen:
    """The picture of a file; whatever Pillow stumbles over is the picture's fault."""
    from PIL import Image  # noqa: PLC0415 - few builds look at pictures

    try:
        with opened(source) as image:
            width, height = image.size
            exif = image.getexif()
            if exif.get(ORIENTATION) in _LYING:
                width, height = height, width
            tells = bool(exif.keys() - {ORIENTATION} or _TELLING & image.info.keys())
            return Picture(width, height, image.format or "", bool(exif.get_ifd(_GPS)), tells)
    except Image.DecompressionBombError:
        return Unseen.HUGE
    except Exception:
        return Unseen.BROKEN


def shows_document(source: Path | IO[bytes]) -> bool:
    """Whether a photo is likely of a document, which nobody can search, enlarge or hear read."""
    try:
        with opened(source) as image:
            if image.format not in ("JPEG", "MPO"):
                return False
            image.draft("L", _SAMPLE)  # unpacked at an eighth
            histogram = image.convert("L").histogram()
    except Exception:
        return False
    is_paper = sum(histogram[_WHITE:]) >= _MOSTLY * sum(histogram)
    return is_paper or max(image.size) >= _TALL * min(image.size)


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
