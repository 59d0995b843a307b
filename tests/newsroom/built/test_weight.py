"""The weight of a site is told by kind and year, and what would make room."""

from pathlib import Path

from newsroom.built.tree import Tree
from newsroom.built.weight import told, weigh

SHOWS = '<img src="../../../../anh/ab-960.jpg" srcset="../../../../anh/ab-1600.avif 1600w">'


def tree(folder: Path, factor: int = 1) -> Tree:
    """A site whose files weigh so many thousands; two articles show the same photo."""
    for year, text in (("2021", SHOWS), ("2026", SHOWS + "../../../../anh/cd-1600.avif")):
        page = folder / f"tin/{year}/01/a/index.html"
        page.parent.mkdir(parents=True)
        page.write_text(text, encoding="utf-8")
    sizes = {
        "index.html": 5, "tin/2021/01/a/index.html": 10, "tin/2026/01/a/index.html": 20,
        "tin/2026/tai-lieu/k.pdf": 300, "anh/ab-960.jpg": 50, "anh/ab-1600.avif": 70,
        "anh/cd-1600.avif": 90, "search/a.bin": 8, "rss.xml": 2,
    }  # fmt: skip
    return Tree(
        folder, "https://thu.example/", {f: size * 1000 * factor for f, size in sizes.items()}
    )


def test_a_photo_counts_for_the_year_of_the_first_article_that_shows_it(tmp_path: Path) -> None:
    found = weigh(tree(tmp_path))

    assert found.kinds == {
        "tài liệu": 300_000, "ảnh": 210_000, "trang": 35_000, "tìm kiếm": 8_000, "khác": 2_000,
    }  # fmt: skip
    assert found.years == {2021: 130_000, 2026: 410_000}
    assert (found.total, found.saved) == (555_000, 70_000)


def test_room_is_told_of_only_where_it_gets_scarce(tmp_path: Path) -> None:
    assert list(told(weigh(tree(tmp_path / "a")))) == [
        "Trang web nặng 555 kB, bằng 0,1 % của 1.000,0 MB được đăng.",
        "  Theo loại: tài liệu 300 kB; ảnh 210 kB; trang 35 kB; tìm kiếm 8 kB; khác 2 kB",
        "  Theo năm: 2021 130 kB; 2026 410 kB",
    ]
    *_, room = told(weigh(tree(tmp_path / "b", 1000)))
    assert room.startswith("  Để có chỗ: đặt photo_years: 2 trong mkdocs.yml")
    assert "bớt khoảng 70,0 MB" in room
