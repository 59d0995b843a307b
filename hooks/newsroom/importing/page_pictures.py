"""The pictures of a saved page: found beside it, taken with their captions, or told as lost."""

import base64
import binascii
import re
from collections.abc import Callable
from dataclasses import dataclass, field

from bs4 import Tag

from newsroom.importing.captions import take_caption
from newsroom.importing.record import Picture
from newsroom.importing.tags import attribute, make
from newsroom.importing.white_space import tidy

Load = Callable[[str], bytes | None]
"""Gives the bytes of the picture that was saved for an address, None where none was."""

_KINDS = ((b"\xff\xd8\xff", ".jpg"), (b"\x89PNG\r\n", ".png"), (b"GIF8", ".gif"))
_SOURCES = ("src", "data-src", "data-original", "data-lazy-src")
_EMBEDDED = re.compile(r"data:image/[\w.+-]+;base64,(.+)", re.DOTALL | re.IGNORECASE)
_FILE_NAME = re.compile(r".*\.(?:jpe?g|png|gif|webp|bmp)|[\w.-]*\d[\w.-]*", re.IGNORECASE)
_SMALLEST = 100
"""Bytes; a smaller file is a pixel that counts readers."""


@dataclass(slots=True)
class TakenPictures:
    """The pictures of an article in their order, and those that are lost."""

    kept: list[Picture] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


def take_pictures(content: Tag, load: Load) -> TakenPictures:
    """Take the pictures out of the content and leave their places.

    The first is the article's lead picture and leaves nothing. The n-th of the others leaves a
    figure whose img has src n, counted from 0. A lost picture leaves its caption.
    """
    taken = TakenPictures()
    for img in content.find_all("img"):
        if _is_pixel(img):
            img.decompose()
            continue
        caption = take_caption(img, content)
        data = _data(img, load)
        suffix = picture_suffix(data) if data else None
        if data and suffix:
            taken.kept.append(Picture(data, suffix, _alt(img), caption))
            is_lead = len(taken.kept) == 1
            _leave(img, None if is_lead else len(taken.kept) - 2, "" if is_lead else caption)
        else:
            taken.notes.append(
                f"mất ảnh {_shown_name(img)}: không có trong thư mục lưu cùng trang."
            )
            _leave(img, None, caption)
    return taken


def picture_suffix(data: bytes) -> str | None:
    """The suffix for a picture that browsers show, by its first bytes; None for anything else."""
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return ".webp"
    return next((suffix for start, suffix in _KINDS if data.startswith(start)), None)


def _leave(img: Tag, place: int | None, caption: str) -> None:
    figure = make("figure")
    if place is not None:
        left = make("img")
        left["src"] = str(place)
        figure.append(left)
    if caption:
        figure.append(make("figcaption", caption))
    img.replace_with(figure)


def _data(img: Tag, load: Load) -> bytes | None:
    for name in _SOURCES:
        address = attribute(img, name).strip()
        embedded = _EMBEDDED.fullmatch(address)
        data = _decoded(embedded[1]) if embedded else load(address) if address else None
        if data and len(data) >= _SMALLEST:
            return data
    return None


def _decoded(base: str) -> bytes | None:
    try:
        return base64.b64decode(base, validate=False)
    except (binascii.Error, ValueError):
        return None


def _is_pixel(img: Tag) -> bool:
    sizes = (attribute(img, "width"), attribute(img, "height"))
    return any(size.removesuffix("px") in ("0", "1", "2") for size in sizes)


def _alt(img: Tag) -> str:
    alt = tidy(attribute(img, "alt"))
    return "" if _FILE_NAME.fullmatch(alt) else alt


def _shown_name(img: Tag) -> str:
    address = attribute(img, "src")
    return "nhúng trong trang" if address.startswith("data:") else address.rpartition("/")[2] or "?"
