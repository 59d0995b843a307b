"""Whatever staff put beside articles and pages, no file of the site tells of who took a picture."""

from base64 import b64encode
from collections.abc import Callable
from io import BytesIO
from typing import Any

import pytest
from phone_pictures import NAME, drawn, exif, opened, saved
from PIL import Image, PngImagePlugin
from tiny_site import TinySite

from newsroom.content.media import is_picture
from newsroom.content.pictures import Picture, look_at

COMMENT = PngImagePlugin.PngInfo()
COMMENT.add_text("Author", NAME)
XMP = f"<x:xmpmeta>{NAME}</x:xmpmeta>".encode()
JPEG = {"exif": exif(6), "comment": NAME, "xmp": XMP}
PICTURES = {
    "dung.jpg": saved(drawn(1200, 900), "JPEG", **JPEG),
    "hai lớp.JPG": saved(drawn(), "MPO", save_all=True, append_images=[drawn(90, 60)], exif=exif()),
    "chữ.png": saved(drawn(640, 360), "PNG", exif=exif(), pnginfo=COMMENT),
    "a.webp": saved(drawn(640, 360), "WEBP", exif=exif(), xmp=XMP),
    "a.avif": saved(drawn(640, 360), "AVIF", exif=exif(), xmp=XMP),
    "quet.tif": saved(drawn(640, 360), "TIFF", exif=exif()),
    "cmyk.jpeg": saved(drawn(640, 360, "CMYK"), "JPEG", **JPEG),
    "dong.gif": saved(
        drawn(64, 36),
        "GIF",
        save_all=True,
        append_images=[Image.new("RGB", (64, 36))],
        comment=NAME,
    ),
}
BROKEN = {"cut.jpg": PICTURES["dung.jpg"][:5000], "rong.jpg": b"", "chu.png": NAME.encode()}


@pytest.fixture(scope="module")
def site(shared_site: Callable[[], TinySite]) -> TinySite:
    """Every picture as lead, in a body, linked, in a hand-written page, and named by nobody."""
    tiny_site = shared_site()
    for name, data in (PICTURES | BROKEN).items():
        tiny_site.write(f"articles/2023/images/{name}", data)
        tiny_site.write(f"articles/2023/khong-ai-dung/{name}", data + b" ")
    tiny_site.write("docs/assets/tru-so.jpg", PICTURES["dung.jpg"])
    tiny_site.write("docs/assets/mau-don.jpg", PICTURES["cmyk.jpeg"])
    for number, name in enumerate(PICTURES | BROKEN):
        lead = {"image": f'"images/{name}"', "image_alt": "Sân đình"}
        tiny_site.article(f"anh-{number}", lead)
    shown = "\n\n".join(f"![Ảnh](<images/{name}>)" for name in PICTURES | BROKEN)
    row = "![Một](images/dung.jpg)\n![Hai](images/a.webp)"
    html = '<img src="images/chữ.png" alt="Chữ">'
    pasted = f"![Dán](data:image/jpeg;base64,{b64encode(PICTURES['dung.jpg'][:900]).decode()})"
    links = "[xem ảnh](images/dung.jpg)"
    tiny_site.article("tat-ca", body="\n\n".join([shown, row, html, pasted, links]))
    tiny_site.write("docs/gioi-thieu.md", "# Giới thiệu\n\n![Trụ sở](assets/tru-so.jpg)\n")
    tiny_site.build()
    return tiny_site


def tells(data: bytes) -> bool:
    picture = look_at(BytesIO(data))
    return not isinstance(picture, Picture) or picture.tells


def test_nothing_of_the_site_tells_of_the_photographer(site: Any) -> None:
    assert site.mentions(NAME) == []
    pictures = {name: data for name, data in site.files().items() if is_picture(name)}
    assert len(pictures) > len(PICTURES) * 3
    assert [name for name, data in pictures.items() if tells(data)] == []


def test_no_picture_is_published_as_it_is(site: Any) -> None:
    published = set(site.files().values())

    assert published.isdisjoint(PICTURES.values())
    assert not any(data + b" " in published for data in PICTURES.values())


def test_page_of_the_ward_shows_a_photo_too(site: Any) -> None:
    page = site.page("gioi-thieu")

    assert "<picture>" in page
    assert 'alt="Trụ sở" width="900" height="1200"' in page
    assert ' src="assets/tru-so.jpg"' not in page


def test_second_build_leaves_everything_as_it_is(site: Any) -> None:
    before = site.files()
    site.build()

    assert site.files() == before


def test_article_without_a_photo_is_shared_by_its_title(tiny_site: Any) -> None:
    tiny_site.article("moi", {"title": "Lịch tiêm chủng"})
    tiny_site.article("cu", {"title": "Chuyện cũ", "date": "2021-04-01"})
    tiny_site.build(strict=True)

    page = tiny_site.page("tin/2023/04/moi")
    (card,) = [name for name in tiny_site.files() if name.endswith("-tieu-de.png")]
    assert f'property="og:image" content="https://thu.example/{card}"' in page
    assert 'property="og:image:alt" content="Lịch tiêm chủng"' in page
    assert opened(tiny_site.files()[card]).size == (1200, 630)
    assert "og:image" not in tiny_site.page("tin/2021/04/cu")


def test_document_is_named_with_its_type_and_size(tiny_site: Any) -> None:
    document = tiny_site.write("articles/2023/tai-lieu/k.pdf", b"%PDF" * 300_000)
    tiny_site.article("mot", {"attachments": "[{title: Kế hoạch, file: tai-lieu/k.pdf}]"})
    for size in ("1,2 MB", "8 kB"):
        tiny_site.build(strict=True)

        assert f"(PDF, {size})" in tiny_site.page("tin/2023/04/mot")
        document.write_bytes(b"%PDF" * 2_000)


def test_wide_files_of_old_articles_go_when_their_years_are_over(tiny_site: Any) -> None:
    """They were taken in May 2023; the site is built in January 2024."""
    for name, date in (("cu", "2022-12-31"), ("moi", "2023-05-01")):
        tiny_site.write(
            f"articles/2023/{name}.jpg", saved(drawn(1000, 600), "JPEG", quality=len(name))
        )
        lead = {"image": f"{name}.jpg", "image_alt": "Sân đình"}
        tiny_site.article(name, {"date": f"{date} 08:00", **lead})
    tiny_site.build(strict=True)
    whole = {name for name in tiny_site.files() if name.startswith("anh/")}

    tiny_site.newsroom["photo_years"] = 1
    tiny_site.build(strict=True)

    left = {name for name in tiny_site.files() if name.startswith("anh/")}
    (gone,) = whole - left
    assert gone.endswith("-1000.avif")
    assert gone not in tiny_site.page("tin/2022/12/cu")
    assert "-1000.avif" in tiny_site.page("tin/2023/05/moi")
