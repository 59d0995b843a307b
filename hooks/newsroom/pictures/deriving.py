"""Deriving: the files that readers are sent, made from a picture that may be anything.

1. Open it and look at its size before anything is unpacked.
2. Unpack no more pixels than the widest file needs, turn it upright, bring its colours to sRGB.
3. Forget all metadata: where it was taken, by whom, with what, and its thumbnail.
4. Scale and encode, one thread to a picture, so that equal pictures give equal bytes.

A photo takes a second, nearly all of it AVIF, which weighs half of what a JPEG does. What is kept
between builds: pictures/library.py. Held by tests/newsroom/pictures/test_deriving.py; decision 23.
"""

from collections.abc import Iterator
from hashlib import blake2b
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from newsroom.content.photo import ANIMATED, CARD, SHARE, SHARE_SIZE, Photo, Variant
from newsroom.content.pictures import ORIENTATION, Unseen, opened

if TYPE_CHECKING:
    from PIL.Image import Image

Widths = tuple[int, ...]
"""Of the files among which a browser chooses, in pixels, the narrowest first. None is wider than
the picture."""
_FALLBACK_WIDTH = 800
_CARD_SIZE = (480, 270)
_CROP_CENTRE = (0.5, 0.4)
"""What is cropped away: more below than above, where faces are."""
_AVIF = {"quality": 45, "speed": 8, "max_threads": 1, "autotiling": False}
_JPEG = {"quality": 68, "progressive": True, "optimize": True}
_MOST_PIXELS = 120_000_000
"""Of a picture. A phone takes 108 million; four bytes each must fit into memory."""
_MOVING = ("GIF", "WEBP", "PNG")
"""Formats whose further images are frames. In a phone's JPEG they are its depth or brightness, in a
TIFF other pages."""
_LYING = range(5, 9)


class Derived(NamedTuple):
    """A photo, and the bytes of its files in the order of its variants."""

    photo: Photo
    files: tuple[bytes, ...]


def recipe(widths: Widths) -> bytes:
    """The digest of all that the files depend on besides the picture."""
    from pi_heif import __version__ as heif  # noqa: PLC0415 - slow to load
    from PIL import __version__, features  # noqa: PLC0415 - slow to load

    codecs = ("avif", "webp", "jpg", "libjpeg_turbo", "littlecms2", "zlib")
    versions = [f"{name} {features.version(name)}" for name in codecs]
    code = Path(__file__).read_bytes()
    return blake2b(
        repr((__version__, heif, versions, code, widths)).encode(), digest_size=8
    ).digest()


def derive(data: bytes, digest: str, widths: Widths) -> Derived | Unseen:
    """The files of the picture that has those bytes, or why there are none."""
    from PIL import Image, UnidentifiedImageError  # noqa: PLC0415 - slow to load

    try:
        with opened(BytesIO(data)) as image:
            if image.width * image.height > _MOST_PIXELS:
                return Unseen.HUGE
            if image.format in _MOVING and getattr(image, "is_animated", False):
                return _animated(image, digest)
            return _still(image, digest, widths)
    except Image.DecompressionBombError:
        return Unseen.HUGE
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, EOFError, MemoryError):
        return Unseen.BROKEN


def _animated(image: "Image", digest: str) -> Derived:
    """The moving picture itself, without what else was in its file."""
    ending = {"GIF": "gif", "WEBP": "webp"}.get(image.format or "", "png")
    durations = []
    for number in range(getattr(image, "n_frames", 1)):
        image.seek(number)
        durations.append(image.info.get("duration", 100))
    image.seek(0)
    loop = image.info.get("loop", 0)
    image.info.clear()
    form = {"gif": "GIF", "webp": "WEBP", "png": "PNG"}[ending]
    out = BytesIO()
    image.save(out, form, save_all=True, duration=durations, loop=loop)
    data = out.getvalue()
    name = f"{ANIMATED}.{ending}"
    variant = Variant(name, image.width, image.height, len(data))
    return Derived(Photo(digest, image.width, image.height, (variant,)), (data,))


def _still(image: "Image", digest: str, widths: Widths) -> Derived:
    is_lying = image.getexif().get(ORIENTATION) in _LYING
    width, height = (image.height, image.width) if is_lying else image.size
    upright = _upright(image, max(widths[-1], SHARE_SIZE[0]) / width)
    made = list(_files(upright, (width, height), widths))
    variants = tuple(Variant(name, *size, len(data)) for name, size, data in made)
    return Derived(Photo(digest, width, height, variants), tuple(data for *_, data in made))


def _upright(image: "Image", scale: float) -> "Image":
    """The picture as it is seen, in RGB or RGBA of sRGB, and nothing else of its file."""
    from PIL import ImageOps  # noqa: PLC0415 - slow to load

    if scale < 1:  # a JPEG can be unpacked at a half, a quarter, an eighth
        image.draft(None, (int(image.width * scale) + 1, int(image.height * scale) + 1))
    image.load()
    profile = image.info.get("icc_profile")
    upright = _in_srgb(_in_eight_bits(ImageOps.exif_transpose(image)), profile)
    if upright.mode == "RGBA" and upright.getchannel("A").getextrema() == (255, 255):
        upright = upright.convert("RGB")
    upright.info.clear()
    return upright


def _in_eight_bits(image: "Image") -> "Image":
    if image.mode.startswith("I"):
        return image.convert("I").point(lambda value: value * (1 / 256)).convert("L")
    if image.mode in ("P", "PA", "LA", "La", "RGBa") or "transparency" in image.info:
        return image.convert("RGBA")
    return image


def _in_srgb(image: "Image", profile: bytes | None) -> "Image":
    from PIL import ImageCms  # noqa: PLC0415 - slow to load

    wanted = "RGBA" if image.mode == "RGBA" else "RGB"
    if profile and image.mode in ("RGB", "RGBA", "CMYK", "L"):
        srgb = ImageCms.createProfile("sRGB")
        own = ImageCms.ImageCmsProfile(BytesIO(profile))
        try:
            turned = ImageCms.profileToProfile(image, own, srgb, outputMode=wanted)
        except ImageCms.PyCMSError:  # of another colour space than the picture
            turned = None
        if turned:
            return turned
    return image.convert(wanted)


def _files(
    image: "Image", whole: tuple[int, int], widths: Widths
) -> Iterator[tuple[str, tuple[int, int], bytes]]:
    """The name, the size and the bytes of every file. Each width is scaled from the one above."""
    from PIL.Image import Resampling  # noqa: PLC0415 - slow to load

    width, height = whole

    def scaled(to: int) -> "Image":
        size = (to, max(1, round(height * to / width)))
        return image if image.size == size else image.resize(size, Resampling.LANCZOS)

    crops = scaled(min(width, max(widths[-1], SHARE_SIZE[0])))
    fallback = scaled(min(width, _FALLBACK_WIDTH))
    widest = min(width, widths[-1])
    sources = []
    for to in sorted({widest, *(one for one in widths if one < widest)}, reverse=True):
        image = scaled(to)
        sources.append((f"{to}.avif", image))
    for name, source in reversed(sources):
        yield name, source.size, _encoded(source, "AVIF", **_AVIF)
    yield _fallback(fallback)
    card, share = (_crop(crops, size) for size in (_CARD_SIZE, SHARE_SIZE))
    yield CARD, card.size, _encoded(card, "AVIF", **_AVIF)
    yield SHARE, share.size, _encoded(_on_white(share), "JPEG", **_JPEG)


def _fallback(image: "Image") -> tuple[str, tuple[int, int], bytes]:
    if image.mode == "RGBA":
        return f"{image.width}.png", image.size, _encoded(image, "PNG", optimize=True)
    return f"{image.width}.jpg", image.size, _encoded(image, "JPEG", **_JPEG)


def _crop(image: "Image", wanted: tuple[int, int]) -> "Image":
    """As much of the picture as fits the shape, and no larger than it is."""
    from PIL import ImageOps  # noqa: PLC0415 - slow to load
    from PIL.Image import Resampling  # noqa: PLC0415 - slow to load

    width, height = wanted
    scale = min(1, image.width / width, image.height / height)
    size = max(1, round(width * scale)), max(1, round(height * scale))
    return ImageOps.fit(image, size, Resampling.LANCZOS, centering=_CROP_CENTRE)


def _on_white(image: "Image") -> "Image":
    from PIL import Image  # noqa: PLC0415 - slow to load

    if image.mode != "RGBA":
        return image
    page = Image.new("RGB", image.size, "white")
    page.paste(image, mask=image.getchannel("A"))
    return page


def _encoded(image: "Image", form: str, **options: object) -> bytes:
    out = BytesIO()
    image.save(out, form, **options)
    return out.getvalue()
