"""Pictures as phones make them, red on the left and blue on the right."""

from io import BytesIO
from typing import Any

from PIL import Image, ImageDraw

NAME = "BiMatCuaNguoiChup"
RED, BLUE = (220, 20, 20), (20, 20, 220)


def drawn(width: int = 1000, height: int = 600, mode: str = "RGB") -> Image.Image:
    """Red on the left and blue on the right, as it is stored."""
    image = Image.new("RGB", (width, height), BLUE)
    ImageDraw.Draw(image).rectangle((0, 0, width // 2 - 1, height), fill=RED)
    return image if mode == "RGB" else image.convert(mode)


def saved(image: Image.Image, form: str, **options: Any) -> bytes:
    target = BytesIO()
    image.save(target, form, **options)
    return target.getvalue()


def exif(orientation: int = 1) -> Image.Exif:
    """What a phone writes: who, with what, where."""
    found = Image.Exif()
    found[0x0112] = orientation
    found[0x010F], found[0x0110], found[0x013B] = NAME, NAME, NAME
    found.get_ifd(0x8825).update({1: "N", 2: (21.0, 2.0, 3.0), 3: "E", 4: (105.0, 5.0, 6.0)})
    return found


def opened(data: bytes) -> Image.Image:
    image = Image.open(BytesIO(data))
    image.load()
    return image


def is_like(image: Image.Image, place: tuple[int, int], colour: tuple[int, int, int]) -> bool:
    seen = image.convert("RGB").getpixel(place)
    assert isinstance(seen, tuple)
    return all(abs(one - other) < 40 for one, other in zip(seen, colour, strict=True))
