"""The QR code of an article is that of its canonical address."""

import re

import pytest
import zxingcpp
from PIL import Image

from newsroom.site.theme.qr import qr

ADDRESS = "https://thu.example/tin/2023/04/le-hoi/"
LONGEST = f"https://phuong.ha-noi.example/{'du-an/' * 20}tin/2023/04/{'so-ket-' * 25}/"


def dark(svg: str) -> set[tuple[int, int]]:
    """The dark modules that the image draws: column and row."""
    modules, x, y = set(), 0, 0
    for to_x, to_y, gap, line in re.findall(r"M(\d+) (\d+)|m(\d+) 0|h(\d+)", svg):
        if to_x:
            x, y = int(to_x), int(to_y)
        modules.update((column, y) for column in range(x, x + int(line or 0)))
        x += int(gap or 0) + int(line or 0)
    return modules


@pytest.mark.parametrize("address", [ADDRESS, LONGEST, "https://phường.example/?id=7&tin=sơ-kết"])
def test_camera_reads_the_address(address: str) -> None:
    modules = dark(qr(address))
    side = max(column for column, _ in modules) + 1 + 8
    image = Image.new("L", (side, side), "white")
    for column, row in modules:
        image.putpixel((column + 4, row + 4), 0)

    (code,) = zxingcpp.read_barcodes(image.resize((side * 3, side * 3), Image.Resampling.NEAREST))
    assert code.text == address
    assert code.extra["ECLevel"] == "M"


def test_code_has_the_margin_that_cameras_need() -> None:
    left, top, width, height = map(float, re.search(r'viewBox="([^"]+)"', qr(ADDRESS))[1].split())  # type: ignore[index]
    columns = [column for column, _ in dark(qr(ADDRESS))]

    assert (left, top) == (-4, -4.5)
    assert width == height == max(columns) + 1 + 8


def test_page_of_an_article_has_the_code_of_its_address(tiny_site) -> None:  # type: ignore[no-untyped-def]
    tiny_site.article("le-hoi", {"title": "Lễ hội", "date": "2023-04-01", "category": "tin"})
    tiny_site.build(strict=True)
    page = tiny_site.page("tin/2023/04/le-hoi")
    address = re.search(r'rel="canonical" href="([^"]+)"', page)

    assert address
    assert str(qr(address[1])) in page
    assert 'class="qr"' not in tiny_site.page("")
