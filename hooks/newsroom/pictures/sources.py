"""Sources: the pictures that staff put beside articles, made fit for a repository that is public.

What is published is derived and tells nothing (pictures/deriving.py), but whoever opens the
repository gets the files themselves. So they lose what they tell of their photographer, and those
that are wider than any page shows them are scaled down. Held by
tests/newsroom/pictures/test_sources.py; decision 23.
"""

from io import BytesIO
from typing import TYPE_CHECKING

from newsroom.content.pictures import ORIENTATION, Picture, look_at, opened

if TYPE_CHECKING:
    from PIL.Image import Exif, Image

WIDEST = 2560
"""Pixels of the longer side that are kept, for pages of years to come."""
_QUALITY = 88
"""Of what is encoded anew. A JPEG that keeps its size keeps its own tables."""
_JPEGS = ("JPEG", "MPO")
_WRITTEN = (*_JPEGS, "PNG", "WEBP")


def needs_cleaning(picture: Picture) -> bool:
    """Whether clean() can make it fitter."""
    return picture.format in _WRITTEN and (picture.tells or max(picture[:2]) > WIDEST)


def clean(data: bytes) -> bytes | None:
    """The picture without metadata, no side longer than WIDEST; None where it stays as it is.

    One that moves, or is of a kind that cannot be written here (HEIC), stays.
    """
    picture = look_at(BytesIO(data))
    if not isinstance(picture, Picture) or not needs_cleaning(picture):
        return None
    try:
        cleaned = _cleaned(data, is_wide=max(picture[:2]) > WIDEST)
    except (OSError, ValueError, SyntaxError, EOFError, MemoryError):
        return None
    after = look_at(BytesIO(cleaned))
    return cleaned if isinstance(after, Picture) and not needs_cleaning(after) else None


def _cleaned(data: bytes, *, is_wide: bool) -> bytes:
    out = BytesIO()
    with opened(BytesIO(data)) as image:
        if image.format not in _JPEGS and getattr(image, "is_animated", False):
            raise ValueError("moving picture")
        profile = image.info.get("icc_profile")
        if image.format in _JPEGS and not is_wide:
            exif = _seen_as(image)
            image.format = "JPEG"  # whatever else a phone put into it
            _forget(image)
            image.save(out, "JPEG", quality="keep", exif=exif, icc_profile=profile)
        else:
            form = "JPEG" if image.format in _JPEGS else image.format
            _upright(image).save(out, form, quality=_QUALITY, icc_profile=profile)
    return out.getvalue()


def _seen_as(image: "Image") -> "Exif":
    """What is left of its EXIF: the way it is turned."""
    from PIL.Image import Exif  # noqa: PLC0415 - slow to load

    exif = Exif()
    exif[ORIENTATION] = image.getexif().get(ORIENTATION, 1)
    return exif


def _upright(image: "Image") -> "Image":
    from PIL import ImageOps  # noqa: PLC0415 - slow to load

    upright = ImageOps.exif_transpose(image)
    upright.thumbnail((WIDEST, WIDEST))
    upright.getexif().clear()
    _forget(upright)
    return upright


def _forget(image: "Image") -> None:
    """What a file that is saved would say again."""
    image.info = {name: image.info[name] for name in ("transparency",) if name in image.info}
