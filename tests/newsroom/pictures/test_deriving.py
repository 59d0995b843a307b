"""Whatever a phone or a scanner makes comes out upright, in sRGB, light, and tells of nobody."""

import struct
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from phone_pictures import BLUE, NAME, RED, drawn, exif, is_like, opened, saved
from PIL import Image, ImageCms, PngImagePlugin

from newsroom.content.pictures import Unseen
from newsroom.pictures.deriving import Derived, derive

WIDTHS = (480, 960, 1600)
CASES = Path(__file__).parent / "cases"


def of(data: bytes) -> Derived:
    derived = derive(data, "ab" * 16, WIDTHS)
    assert isinstance(derived, Derived)
    return derived


def test_files_have_the_widths_and_no_more_than_the_picture() -> None:
    derived = of(saved(drawn(1000, 600), "JPEG"))

    assert [variant[:3] for variant in derived.photo.variants] == [
        ("480.avif", 480, 288), ("960.avif", 960, 576), ("1000.avif", 1000, 600),
        ("800.jpg", 800, 480), ("card.avif", 480, 270), ("share.jpg", 1000, 525),
    ]  # fmt: skip
    for variant, data in zip(derived.photo.variants, derived.files, strict=True):
        image = opened(data)
        assert (image.size, len(data)) == (variant[1:3], variant.size)
        assert f"image/{(image.format or '').lower()}" == variant.type


def test_small_picture_is_not_made_larger() -> None:
    derived = of(saved(drawn(300, 100), "PNG"))

    assert [variant[:3] for variant in derived.photo.variants] == [
        ("300.avif", 300, 100), ("300.jpg", 300, 100), ("card.avif", 178, 100),
        ("share.jpg", 190, 100),
    ]  # fmt: skip


@pytest.mark.parametrize("orientation", range(1, 9))
def test_picture_is_seen_as_its_phone_meant_it(orientation: int) -> None:
    upright = drawn(800, 400)
    turns = {
        1: [], 2: ["FLIP_LEFT_RIGHT"], 3: ["ROTATE_180"], 4: ["FLIP_TOP_BOTTOM"],
        5: ["TRANSPOSE"], 6: ["ROTATE_90"], 7: ["TRANSVERSE"], 8: ["ROTATE_270"],
    }  # fmt: skip
    stored = upright
    for turn in turns[orientation]:
        stored = stored.transpose(getattr(Image.Transpose, turn))

    derived = of(saved(stored, "JPEG", exif=exif(orientation)))

    assert (derived.photo.width, derived.photo.height) == (800, 400)
    for data in derived.files:
        image = opened(data)
        assert is_like(image, (10, image.height // 2), RED)
        assert is_like(image, (image.width - 10, image.height // 2), BLUE)


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP", "TIFF", "AVIF"])
def test_no_file_tells_who_took_the_picture_where_and_with_what(form: str) -> None:
    options: dict[str, Any] = {"exif": exif()}
    if form == "PNG":
        told = PngImagePlugin.PngInfo()
        told.add_text("Comment", NAME)
        told.add_itxt("XML:com.adobe.xmp", f"<x>{NAME}</x>")
        options["pnginfo"] = told
    elif form == "JPEG":
        options |= {"comment": NAME, "xmp": f"<x>{NAME}</x>".encode()}
    elif form in ("WEBP", "AVIF"):
        options["xmp"] = f"<x>{NAME}</x>".encode()
    data = saved(drawn(), form, **options)
    assert NAME.encode() in data

    for file in of(data).files:
        assert NAME.encode() not in file
        assert not any(mark in file for mark in (b"Exif", b"GPS", b"xmp", b"photoshop"))
        image = opened(file)
        assert len(image.getexif()) == 0
        assert image.info.keys() <= {"jfif", "jfif_version", "jfif_unit", "jfif_density",
                                     "progressive", "progression",
                                     "timestamp", "duration"}  # fmt: skip


@pytest.mark.parametrize("mode", ["L", "LA", "P", "PA", "1", "I;16", "CMYK", "RGBA"])
def test_picture_of_any_mode_comes_out(mode: str) -> None:
    if mode == "I;16":
        image = Image.new(mode, (640, 360), 30_000)
    elif mode == "PA":
        image = drawn(640, 360, "P").convert("PA")
    else:
        image = drawn(640, 360, mode)
    form = "TIFF" if mode in ("CMYK", "PA", "I;16") else "PNG"
    if mode == "PA":
        image, form = image.convert("RGBA"), "PNG"

    derived = of(saved(image, form))

    assert opened(derived.files[0]).mode in ("RGB", "RGBA")
    if mode == "I;16":
        assert is_like(opened(derived.files[0]), (9, 9), (117, 117, 117))


def test_transparency_stays_transparent() -> None:
    image = drawn(640, 360, "RGBA")
    image.putalpha(Image.new("L", image.size, 0))

    derived = of(saved(image, "PNG"))

    assert derived.photo.fallback.name == "640.png"
    *files, share = derived.files
    for data in files:
        assert opened(data).convert("RGBA").getpixel((9, 9))[3] == 0  # type: ignore[index]
    assert is_like(opened(share), (9, 9), (255, 255, 255))


def test_colours_of_another_space_become_srgb() -> None:
    """A profile in which the two channels red and blue have changed places."""
    lab = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB"))
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    plain = of(saved(drawn(), "JPEG", icc_profile=profile))
    wrong = of(saved(drawn(), "JPEG", icc_profile=lab.tobytes()))

    for derived in (plain, wrong):
        for data in derived.files:
            assert "icc_profile" not in opened(data).info
            assert is_like(opened(data), (10, 10), RED)


def test_wide_colours_of_a_phone_become_srgb() -> None:
    """A red of Display-P3 that sRGB can show has more red and less green and blue there."""
    image = Image.new("RGB", (640, 360), (200, 80, 80))

    for data in of(saved(image, "JPEG", icc_profile=display_p3(), quality=95)).files:
        red, green, blue = opened(data).convert("RGB").getpixel((99, 99))  # type: ignore[misc]
        assert (red > 210, green < 75, blue < 80) == (True, True, True)


def display_p3() -> bytes:
    """The profile that phones name so: three primaries, and a gamma of 2.2."""
    fixed = [round(value * 65536) for value in (0.9642, 1.0, 0.8249)]
    primaries = {
        b"rXYZ": (0.5151, 0.2412, -0.0011), b"gXYZ": (0.2920, 0.6922, 0.0419),
        b"bXYZ": (0.1571, 0.0666, 0.7841), b"wtpt": (0.9642, 1.0, 0.8249),
    }  # fmt: skip
    tags = {
        name: b"XYZ \0\0\0\0" + struct.pack(">3i", *(round(one * 65536) for one in values))
        for name, values in primaries.items()
    }
    curve = b"curv\0\0\0\0" + struct.pack(">IHH", 1, round(2.2 * 256), 0)
    tags |= dict.fromkeys((b"rTRC", b"gTRC", b"bTRC"), curve)
    tags[b"desc"] = b"desc\0\0\0\0" + struct.pack(">I", 3) + b"P3\0" + bytes(81)
    tags[b"cprt"] = b"text\0\0\0\0" + b"0\0\0\0"
    table, body, start = struct.pack(">I", len(tags)), b"", 132 + 12 * len(tags)
    for name, data in tags.items():
        table += name + struct.pack(">II", start + len(body), len(data))
        body += data
    head = struct.pack(
        ">I4sI4s4s4s12s4s4sIIIQI3i4s44x", start + len(body), b"lcms", 0x02400000, b"mntr", b"RGB ",
        b"XYZ ", bytes(12), b"acsp", b"APPL", 0, 0, 0, 0, 0, *fixed, b"lcms",
    )  # fmt: skip
    return head + table + body


@pytest.mark.parametrize("form", ["GIF", "WEBP", "PNG"])
def test_moving_picture_moves_on_and_says_nothing_else(form: str) -> None:
    frames = [
        drawn(64, 36),
        Image.new("RGB", (64, 36), "green"),
        Image.new("RGB", (64, 36), "gold"),
    ]
    options: dict[str, Any] = {"comment": NAME} if form == "GIF" else {"exif": exif()}
    data = saved(frames[0], form, save_all=True, append_images=frames[1:], duration=80, **options)

    derived = of(data)

    (file,) = derived.files
    assert NAME.encode() not in file
    moving = Image.open(BytesIO(file))
    assert (getattr(moving, "n_frames", 1), moving.format) == (3, form)
    assert derived.photo.scaled == ()
    assert derived.photo.fallback == derived.photo.card


def test_equal_pictures_give_equal_files() -> None:
    data = saved(drawn(), "JPEG")

    assert of(data) == of(data)


@pytest.mark.parametrize("size", [0, 1, 50, 2000])
def test_picture_that_was_cut_off_is_broken(size: int) -> None:
    assert derive(saved(drawn(), "JPEG")[:size], "ab", WIDTHS) is Unseen.BROKEN


def test_text_that_is_called_a_picture_is_broken() -> None:
    assert derive("Không phải ảnh".encode(), "ab", WIDTHS) is Unseen.BROKEN


def test_picture_of_more_points_than_fit_into_memory_is_not_unpacked() -> None:
    bomb = saved(Image.new("1", (20_000, 20_000)), "PNG")
    assert len(bomb) < 100_000

    assert derive(bomb, "ab", WIDTHS) is Unseen.HUGE


def test_depth_that_a_phone_adds_to_its_photo_does_not_make_it_move() -> None:
    depth = Image.new("L", (250, 150), 90)
    data = saved(drawn(), "MPO", save_all=True, append_images=[depth])
    assert getattr(Image.open(BytesIO(data)), "n_frames", 1) == 2

    derived = of(data)

    names = [variant.name for variant in derived.photo.scaled]
    assert names == ["480.avif", "960.avif", "1000.avif"]
    assert derived.photo.fallback.name == "800.jpg"
    for file in derived.files:
        assert is_like(opened(file), (10, 10), RED)


def test_first_page_of_a_scan_stands_for_all(tmp_path: Path) -> None:
    file = tmp_path / "quet.tif"
    drawn().save(file, "TIFF", save_all=True, append_images=[Image.new("RGB", (1000, 600))])

    derived = of(file.read_bytes())

    assert derived.photo.fallback.name == "800.jpg"
    assert is_like(opened(derived.files[0]), (10, 10), RED)


@pytest.mark.parametrize("name", ["iphone.heic", "iphone-nam.heic"])
def test_heic_of_a_phone_comes_out(name: str) -> None:
    """Made by pillow-heif out of what drawn() draws; the second was stored lying on its side."""
    data = (CASES / name).read_bytes()
    assert NAME.encode() in data

    derived = of(data)

    assert (derived.photo.width, derived.photo.height) == (256, 144)
    for file in derived.files:
        image = opened(file)
        assert NAME.encode() not in file
        assert is_like(image, (5, image.height // 2), RED)
        assert is_like(image, (image.width - 5, image.height // 2), BLUE)


@pytest.mark.parametrize("size", [0, 20, 300, 800])
def test_heic_that_was_cut_off_is_broken(size: int) -> None:
    assert derive((CASES / "iphone.heic").read_bytes()[:size], "ab", WIDTHS) is Unseen.BROKEN


def test_ward_may_want_other_widths() -> None:
    derived = derive(saved(drawn(1000, 600), "JPEG"), "ab", (320, 640))

    assert isinstance(derived, Derived)
    assert [one.name for one in derived.photo.scaled] == ["320.avif", "640.avif"]
    assert derived.photo.share[1:3] == (1000, 525)


def test_photo_of_long_ago_keeps_what_a_phone_shows() -> None:
    photo = of(saved(drawn(1000, 600), "JPEG")).photo

    assert [one.name for one in photo.narrow().variants] == [
        "480.avif", "960.avif", "800.jpg", "card.avif", "share.jpg",
    ]  # fmt: skip
    small = of(saved(drawn(300, 100), "JPEG")).photo
    assert small.narrow() == small
