"""A source loses what it tells of its photographer, and nothing that is seen."""

from io import BytesIO
from typing import Any

import pytest
from phone_pictures import BLUE, NAME, RED, drawn, exif, is_like, opened, saved
from PIL import Image, ImageChops, ImageCms, ImageStat, PngImagePlugin

from newsroom.content.pictures import Picture, look_at
from newsroom.pictures.sources import WIDEST, clean


def seen(data: bytes) -> Picture:
    picture = look_at(BytesIO(data))
    assert isinstance(picture, Picture)
    return picture


def told() -> PngImagePlugin.PngInfo:
    info = PngImagePlugin.PngInfo()
    info.add_itxt("XML:com.adobe.xmp", f"<x>{NAME}</x>")
    return info


TELLING: dict[str, dict[str, Any]] = {
    "JPEG": {"exif": exif(), "comment": NAME, "xmp": NAME.encode()},
    "PNG": {"exif": exif(), "pnginfo": told()},
    "WEBP": {"exif": exif(), "xmp": NAME.encode()},
}


@pytest.mark.parametrize("form", TELLING)
def test_source_says_nothing_of_its_photographer_any_more(form: str) -> None:
    data = saved(drawn(), form, **TELLING[form])
    assert (NAME.encode() in data, seen(data).tells_place) == (True, True)

    cleaned = clean(data)

    assert cleaned
    assert NAME.encode() not in cleaned
    assert not any(mark in cleaned for mark in (b"GPS", b"xmp", b"xap"))
    assert seen(cleaned) == (1000, 600, form, False, False)
    difference = ImageChops.difference(opened(cleaned).convert("RGB"), opened(data).convert("RGB"))
    assert max(ImageStat.Stat(difference).mean) < 0.5
    assert clean(cleaned) is None


def test_photo_is_turned_as_before(tmp_path: Any) -> None:
    stored = drawn(800, 400).transpose(Image.Transpose.ROTATE_90)

    cleaned = clean(saved(stored, "JPEG", exif=exif(6)))

    assert cleaned
    assert seen(cleaned)[:2] == (800, 400)
    assert opened(cleaned).size == (400, 800)


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP"])
def test_photo_wider_than_any_page_is_scaled_down(form: str) -> None:
    stored = drawn(3000, 1000).transpose(Image.Transpose.ROTATE_90)

    cleaned = clean(saved(stored, form, exif=exif(6)))

    assert cleaned
    assert seen(cleaned) == (WIDEST, 853, form, False, False)
    assert is_like(opened(cleaned), (10, 400), RED)
    assert is_like(opened(cleaned), (WIDEST - 10, 400), BLUE)


def test_colour_space_and_transparency_stay() -> None:
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    image = drawn(640, 360, "RGBA")
    image.putalpha(Image.new("L", image.size, 40))

    cleaned = clean(saved(image, "PNG", pnginfo=told(), icc_profile=profile))

    assert cleaned
    assert opened(cleaned).info["icc_profile"] == profile
    assert opened(cleaned).convert("RGBA").getpixel((9, 9))[3] == 40  # type: ignore[index]


def test_depth_beside_a_photo_goes_with_its_metadata() -> None:
    depth = Image.new("L", (250, 150), 90)
    data = saved(drawn(), "MPO", save_all=True, append_images=[depth], exif=exif())

    cleaned = clean(data)

    assert cleaned
    assert seen(cleaned).format == "JPEG"


@pytest.mark.parametrize(
    "data",
    [
        saved(drawn(), "JPEG"),
        saved(drawn(), "JPEG", exif=exif())[:900],
        saved(
            drawn(64, 36), "WEBP", save_all=True, append_images=[drawn(64, 36, "L")], exif=exif()
        ),
        saved(drawn(), "TIFF", exif=exif()),
        b"",
    ],
    ids=["tells nothing", "cut off", "moves", "of another kind", "empty"],
)
def test_what_needs_nothing_or_cannot_be_written_stays(data: bytes) -> None:
    assert clean(data) is None
