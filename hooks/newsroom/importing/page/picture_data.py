"""The bytes of a picture: embedded in the page or saved beside it, and what kind they are."""

import io
from collections.abc import Callable, Iterator

from bs4 import Tag

from newsroom.content.pictures import Picture, embedded_data, look_at, suffix_of
from newsroom.importing.markup.elements import attribute
from newsroom.pictures.sources import clean

Load = Callable[[str], bytes | None]
"""From an address to the bytes of the picture saved for it, or None."""

_SOURCES = ("src", "data-src", "data-original", "data-lazy-src")
_PIXEL = 2
"""A picture this small is a tracking pixel or a placeholder of one loaded later."""


def find_picture(img: Tag, load: Load) -> tuple[bytes, str] | None:
    """The picture's bytes, without what they told of its photographer, and the suffix for its kind;
    None if no usable one was saved."""
    for data in _candidates(img, load):
        suffix = _suffix(data)
        if suffix:
            return clean(data) or data, suffix
    return None


def is_pixel(img: Tag) -> bool:
    """Whether the page shows the picture too small to be seen."""
    sizes = (attribute(img, "width"), attribute(img, "height"))
    return any(size.removesuffix("px") in ("0", "1", "2") for size in sizes)


def _candidates(img: Tag, load: Load) -> Iterator[bytes]:
    for address in (attribute(img, name).strip() for name in _SOURCES):
        data = embedded_data(address) or (load(address) if address else None)
        if data:
            yield data


def _suffix(data: bytes) -> str | None:
    """The suffix for a kind that browsers show; None for anything else, and for a pixel."""
    picture = look_at(io.BytesIO(data))
    if not isinstance(picture, Picture) or min(picture.width, picture.height) <= _PIXEL:
        return None
    return suffix_of(data)
