"""No file of the whole site tells where a picture was taken, by whom or with what."""

from pathlib import Path

from PIL import Image

TELLING = {"exif", "xmp", "XML:com.adobe.xmp", "comment", "photoshop", "Author"}
"""What Pillow calls the parts of a file that do."""
MARKS = (b"Exif\0\0", b"http://ns.adobe.com", b"Photoshop 3.0")
"""How such parts begin, long enough that no picture has them by chance."""
PICTURES = {".avif", ".gif", ".heic", ".jpeg", ".jpg", ".png", ".tif", ".tiff", ".webp"}


def tells_something(file: Path) -> bool:
    with Image.open(file) as image:
        named = TELLING & image.info.keys() or dict(image.getexif())
    return bool(named) or any(mark in file.read_bytes() for mark in MARKS)


def test_no_picture_of_the_site_has_metadata(built_site: Path) -> None:
    pictures = [file for file in built_site.rglob("*") if file.suffix.lower() in PICTURES]

    assert len(pictures) > 100
    assert [file.name for file in pictures if tells_something(file)] == []


def test_no_picture_lies_where_staff_have_put_it(built_site: Path) -> None:
    left = [file for file in (built_site / "tin").rglob("*") if file.suffix.lower() in PICTURES]

    assert left == []
