"""Links and pictures of a Markdown body."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsroom.content.links import find_links


@pytest.mark.parametrize(
    ("body", "destinations"),
    [
        ("[a](b.md) và ![c](images/d.jpg)", ["b.md", "images/d.jpg"]),
        ('[a](b.md "tiêu đề") [c](<tệp có dấu cách.pdf>)', ["b.md", "tệp có dấu cách.pdf"]),
        ("[a](ke-hoach-(12).pdf)", ["ke-hoach-(12).pdf"]),
        ('[a](tệp có dấu cách.pdf) [b](c d.md "e")', ["tệp có dấu cách.pdf", "c d.md"]),
        ("[a](b.md\n\nđoạn khác)", []),
        ('[a](  b.md   "e"  ) [c]( "d") [e]( (f\ng))', ["b.md", '"d"', ""]),
        ("(xem [a](b.md)) (và [c](d.md))", ["b.md", "d.md"]),
        ("[![a](nho.jpg)](to.jpg)", ["to.jpg", "nho.jpg"]),
        ("[a][1] rồi [b][2]\n\n[1]: x.md\n[2]: <y z.md>", ["x.md", "y z.md"]),
        ('<a class="x" href="b.md">a</a> <IMG SRC=d.jpg ALT="e">', ["b.md", "d.jpg"]),
        ('<a href="b.md?x=1&amp;y=2">a</a>', ["b.md?x=1&y=2"]),
        ("<https://vi-du.vn/a>", ["https://vi-du.vn/a"]),
        ("<a <a '<a href=c.md>", ["c.md"]),
        ("`[a](b.md)` và\n\n```\n[c](d.md)\n```\n\n[e](f.md)", ["f.md"]),
        ("[ngoặc [trong] ngoặc](b.md)", ["b.md"]),
        ("[^1]: chú thích cuối trang", []),
        ("[Lưu ý]: nộp-sớm.pdf", []),
        (
            "[kế hoạch] (tai-lieu/k.pdf) ![x] (images/x.jpg) [a] (b)",
            ["tai-lieu/k.pdf", "images/x.jpg"],
        ),
        ("Xem [1].\n\n[1]: Theo sổ của tổ", []),
        ("Xem [1].\n\n[1]: so.pdf 'Sổ của tổ'", ["so.pdf"]),
        ("[chưa xong](", []),
        ("[ ] việc cần làm (hôm nay)", []),
    ],
)
def test_links_are_found_in_their_order(body: str, destinations: list[str]) -> None:
    assert [link.destination for link in find_links(body)] == destinations


def test_picture_has_its_alt_and_its_place() -> None:
    body = "một\n\n![Sân trường](images/san.jpg)"

    (picture,) = find_links(body)

    assert picture.is_image
    assert picture.text == "Sân trường"
    assert body[picture.offset :].startswith("![")


@pytest.mark.parametrize("use", ["![Sân trường][san]", "![Sân trường][SAN]"])
def test_picture_by_label_is_a_picture(use: str) -> None:
    (picture,) = find_links(f"{use}\n\n[san]: images/san.jpg")

    assert (picture.is_image, picture.text) == (True, "Sân trường")


def test_place_after_code_is_right() -> None:
    body = "`mã [x](y)` và ```nữa``` rồi [a](b.md)"

    (link,) = find_links(body)

    assert body[link.offset :] == "[a](b.md)"


@pytest.mark.parametrize(
    ("destination", "path"),
    [
        ("b.md", "b.md"),
        ("../2022/b.md#muc", "../2022/b.md"),
        ("images/%C4%91%E1%BA%B9p.jpg", "images/đẹp.jpg"),
        ("b.md?x=1", "b.md"),
        ("#muc", None),
        ("/gioi-thieu.md", None),
        ("https://vi-du.vn/b.md", None),
        ("//vi-du.vn/b.md", None),
        ("mailto:a@vi-du.vn", None),
        ("tel:024", None),
        ("http://[vi-du/", None),
    ],
)
def test_only_files_beside_the_article_are_local(destination: str, path: str | None) -> None:
    (link,) = find_links(f"[a]({destination})")

    assert link.local_path == path


@pytest.mark.parametrize("address", ["http://[tên miền]/", "http://[abc", "//[1"])
def test_address_that_nobody_could_follow_is_known_as_such(address: str) -> None:
    (link,) = find_links(f'<a href="{address}">x</a>')

    assert not link.is_address


@given(st.text(alphabet="[]()!<>`\\ \n:/ab.\"'#?=", max_size=80))
def test_no_text_crashes_the_finder(body: str) -> None:
    for link in find_links(body):
        assert 0 <= link.offset < len(body)
        assert link.local_path is None or link.local_path
