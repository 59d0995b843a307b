"""A title card has the title on it, whatever its length and letters, and is the same every time."""

from io import BytesIO

import pytest
from PIL import Image, ImageFont

from newsroom.content.title_card import TitleCard
from newsroom.pictures import title_card
from newsroom.pictures.title_card import draw

LETTERS = (
    "aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệfghiìỉĩíịjklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvwxyỳỷỹýỵz"
)
LONG = "Sơ kết công tác quý III, triển khai nhiệm vụ trọng tâm quý IV năm 2026 " * 6


def card(title: str) -> TitleCard:
    return TitleCard("Phường Hoa Sen", title, "Thông báo · 20/11/2026")


def drawn(title: str) -> Image.Image:
    image = Image.open(BytesIO(draw(card(title))))
    assert (image.format, image.size, image.info) == ("PNG", (1200, 630), {})
    return image.convert("L")


@pytest.mark.parametrize("title", ["Họp", LONG, "Nghĩa" * 60, "Họp 🎉 tổ dân phố", "🎉", ""])
def test_title_keeps_to_its_room(title: str) -> None:
    image = drawn(title)

    paper = image.getpixel((0, 0))
    edges = [
        image.crop(box) for box in ((0, 0, 78, 630), (1140, 0, 1200, 630), (0, 590, 1200, 630))
    ]
    for edge in edges:
        assert edge.getextrema() == (paper, paper)
    middle = image.crop((80, 140, 1120, 525))
    assert (middle.getextrema() != (paper, paper)) is (title not in ("🎉", ""))
    between = image.crop((0, 524, 1200, 538))  # the title above, section and day below
    assert between.getextrema() == (paper, paper)


def test_titles_look_different() -> None:
    assert draw(card("Họp")) == draw(card("Họp"))
    assert draw(card("Họp")) != draw(card("Hợp"))
    assert card("Họp").uri != card("Hợp").uri


def test_font_has_every_letter() -> None:
    """A letter that a font lacks is drawn as an empty box."""
    font = ImageFont.truetype(title_card._FONT, 40)
    lacking = bytes(font.getmask("\ufffe"))

    for letter in LETTERS + LETTERS.upper() + "0123456789“”–…₫":
        assert bytes(font.getmask(letter)) != lacking, letter
