"""The bytes of a picture: embedded in the page or saved beside it, and what kind they are."""

import io
import re
from collections.abc import Callable, Iterator

from bs4 import Tag

from newsroom.content.pictures import Picture, embedded_data, look_at, suffix_of
from newsroom.importing.markup.elements import attribute
from newsroom.pictures.sources import clean

Load = Callable[[str], bytes | None]
"""From an address to the bytes of the picture saved for it, or None."""

NOT_SAVED = "không được lưu cùng trang"
"""What notes say of a picture or a document that is not there."""
_LARGER = re.compile(r".*\.(?:jpe?g|png|gif|webp|bmp|heic|avif)(?:[?#].*)?", re.IGNORECASE)
_LONGEST_ADDRESS = 2_000
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


def is_picture(address: str) -> bool:
    """Whether the address has the name of a picture."""
    return _LARGER.fullmatch(address.strip()) is not None


def _candidates(img: Tag, load: Load) -> Iterator[bytes]:
    for address in dict.fromkeys(_addresses(img)):
        data = embedded_data(address) or (load(address) if address else None)
        if data:
            yield data


def _addresses(img: Tag) -> Iterator[str]:
    """Where the picture may lie: the larger one that it leads to, whatever a script would load,
    then the sizes to choose from, the largest first, and last what stands there until then."""
    link = img.find_parent("a")
    if link is not None and is_picture(attribute(link, "href")):
        yield attribute(link, "href").strip()
    for name in img.attrs:
        value = attribute(img, name).strip()
        if name.startswith("data-") and "." in value and len(value) <= _LONGEST_ADDRESS:
            yield from _sizes(value) if "srcset" in name else (value,)
    yield from _sizes(attribute(img, "srcset"))
    around = img.find_parent("picture")
    for source in around.find_all("source") if around else ():
        yield from _sizes(attribute(source, "srcset") or attribute(source, "data-srcset"))
    yield attribute(img, "src").strip()


def _sizes(srcset: str) -> list[str]:
    """The addresses of a srcset, the largest first."""
    found: list[list[str]] = []
    address = ""
    for token in srcset.split():
        if not address:
            address = token.strip(",")
            if token.endswith(",") and address:
                found.append([address])
                address = ""
            continue
        size, _, following = token.partition(",")
        found.append([address, size])
        address = following.strip(",")
    if address:
        found.append([address])
    return [size[0] for size in sorted(found, key=_width, reverse=True)]


def _width(size: list[str]) -> float:
    number = size[1][:-1] if len(size) > 1 else ""
    return float(number) if re.fullmatch(r"\d{1,6}(?:\.\d{1,3})?", number) else 0


def _suffix(data: bytes) -> str | None:
    """The suffix for a kind that browsers show; None for anything else, and for a pixel."""
    picture = look_at(io.BytesIO(data))
    if not isinstance(picture, Picture) or min(picture.width, picture.height) <= _PIXEL:
        return None
    return suffix_of(data)
