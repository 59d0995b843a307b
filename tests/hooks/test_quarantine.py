"""A bad article: it stops a strict build, is left out under quarantine, and is always named."""

import logging
from pathlib import Path
from typing import Any

import pytest
from mkdocs.exceptions import Abort
from tiny_site import PUBLISHING, ROOT

TOLD = "articles/2023/xau.md:3: date: “30/02/2023” không phải là ngày: tháng 2"


@pytest.fixture
def site_with_a_bad_article(tiny_site: Any) -> Any:
    tiny_site.article("tot")
    tiny_site.article("xau", {"date": "30/02/2023", "title": "Bài xấu số"})
    return tiny_site


def test_bad_article_stops_a_strict_build(
    site_with_a_bad_article: Any, caplog: pytest.LogCaptureFixture
) -> None:
    with pytest.raises(Abort):
        site_with_a_bad_article.build(strict=True)

    assert TOLD in caplog.text
    assert not site_with_a_bad_article.site.exists()


def test_quarantine_leaves_the_bad_file_out_and_publishes_the_rest(
    site_with_a_bad_article: Any, caplog: pytest.LogCaptureFixture
) -> None:
    site = site_with_a_bad_article
    site.newsroom["quarantine"] = True
    caplog.set_level(logging.INFO, logger="mkdocs")

    site.build(strict=True)

    assert "Bài tot" in site.page("tin/2023/04/tot")
    assert site.mentions("xau") == site.mentions("Bài xấu số") == []
    assert f"chặn đăng: {TOLD}" in caplog.text
    assert "Chưa đăng: articles/2023/xau.md. Các bài khác vẫn đăng." in caplog.text


def test_publishing_workflow_switches_quarantine_on_by_a_variable(
    site_with_a_bad_article: Any, tmp_path: Path
) -> None:
    site = site_with_a_bad_article
    summary = tmp_path / "summary.md"

    finished = site.run_mkdocs(
        "--strict", PORTAL_QUARANTINE="true", GITHUB_STEP_SUMMARY=str(summary)
    )

    assert finished.returncode == 0, finished.stderr
    assert TOLD in finished.stderr
    assert not summary.exists()  # `check` writes it


@pytest.mark.sample
def test_variable_of_the_workflow_is_asked_for_by_the_repositorys_settings() -> None:
    settings = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")

    assert PUBLISHING.splitlines()[-1] in settings.splitlines()


def test_fault_that_does_not_block_is_no_matter_for_the_build(
    tiny_site: Any, caplog: pytest.LogCaptureFixture
) -> None:
    tiny_site.article("nhac", {"date": "1/4/2023", "views": "1.234"})

    tiny_site.build(strict=True)

    assert "Lượt xem: 1.234" in tiny_site.page("tin/2023/04/nhac")
    assert [r.message for r in caplog.records if r.levelno >= logging.WARNING] == []


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("utf16", "---\ntitle: A\n---\n".encode("utf-16")),
        ("latin", b"---\ntitle: \xe9\n---\nx"),
        ("rong", b""),
        ("yaml", b"---\ntitle: [\n---\nx"),
        ("khoa-la", b"---\n[a]: b\n---\nx"),
        ("vong", b"---\ntags: &a [*a]\n---\nx"),
    ],
)
def test_no_file_however_broken_takes_the_others_along(
    tiny_site: Any, name: str, content: bytes
) -> None:
    tiny_site.article("tot")
    tiny_site.write(f"articles/2023/{name}.md", content)
    tiny_site.newsroom["quarantine"] = True

    tiny_site.build()

    assert "Bài tot" in tiny_site.page("tin/2023/04/tot")


@pytest.mark.parametrize(
    ("fields", "body"),
    [
        ({}, "Xem [trang](http://[tên miền]/) này."),
        ({}, "Xem <http://[tên]/>."),
        ({}, f"Xem [tài liệu]({'dai' * 100}.pdf)."),
        ({"image": "Toàn cảnh hội nghị " * 20}, "Nội dung."),
        ({"image": "../../mkdocs.yml", "image_alt": "x"}, "Nội dung."),
        ({"title": r'"C:\báo cáo"'}, "Nội dung."),
        ({}, "Ký tự\x0bẩn \x02 từ Word."),
        ({"tags": "[index, trang]"}, "Nội dung."),
    ],
)
def test_no_value_however_odd_takes_the_site_along(
    tiny_site: Any, fields: dict[str, str], body: str
) -> None:
    import xml.etree.ElementTree as ET

    tiny_site.article("tot")
    tiny_site.article("la", fields, body)
    tiny_site.newsroom["quarantine"] = True

    tiny_site.build()

    assert "Bài tot" in tiny_site.page("tin/2023/04/tot")
    ET.fromstring((tiny_site.site / "rss.xml").read_text(encoding="utf-8"))  # noqa: S314


def test_picture_too_huge_to_open_takes_nothing_along(tiny_site: Any) -> None:
    import struct
    import zlib

    def chunk(kind: bytes, data: bytes) -> bytes:
        check = struct.pack(">I", zlib.crc32(kind + data))
        return struct.pack(">I", len(data)) + kind + data + check

    head = chunk(b"IHDR", struct.pack(">IIBBBBB", 30_000, 30_000, 8, 2, 0, 0, 0))
    tiny_site.write(
        "articles/2023/images/to.png",
        b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", b"") + chunk(b"IEND", b""),
    )
    tiny_site.article("to", {"image": "images/to.png", "image_alt": "Áp phích"})

    tiny_site.build(strict=True)

    assert "Bài to" in tiny_site.page("tin/2023/04/to")
    assert "Áp phích" not in tiny_site.page("tin/2023/04/to")


def test_lost_picture_leaves_the_article_without_one(tiny_site: Any) -> None:
    tiny_site.article("mat", {"image": "images/mat.jpg", "image_alt": "Ảnh mất"})

    tiny_site.build(strict=True)

    assert tiny_site.mentions("mat.jpg") == []
    assert "Bài mat" in tiny_site.page("tin/2023/04/mat")


@pytest.mark.parametrize(
    "fields",
    [
        {"quarter": "2032-Q3"},
        {"quarter": "1926-Q3"},
        {"quarter": "20233-Q1"},
        {"updated": "2126-01-01"},
        {"updated": "1926-01-01"},
        {"views": "nhiều"},
        {"campaign": "khong-co"},
        {"attachments": "[{title: K}]"},
    ],
    ids=str,
)
def test_slip_in_a_field_that_can_be_spared_costs_that_field_only(
    tiny_site: Any, caplog: pytest.LogCaptureFixture, fields: dict[str, str]
) -> None:
    tiny_site.article("tot")
    tiny_site.article("nham", {"organization": "A"})
    tiny_site.build()
    before = tiny_site.files()
    tiny_site.article("nham", {"organization": "A", **fields})
    caplog.set_level(logging.INFO, logger="mkdocs")

    tiny_site.build(strict=True)

    assert tiny_site.files() == before
    assert "nên sửa: articles/2023/nham.md:6: " in caplog.text


@pytest.mark.parametrize(
    "fields",
    [
        {"date": "1926-04-01"},
        {"date": "0202-04-01"},
        {"date": "2126-04-01"},
        {"date": "2126-04-01", "publish_at": "2126-04-01"},
        {"publish_at": "2126-04-01"},
        {"expires_at": "1926-04-01"},
        {"draft": "dung"},
        {"publish_at": "mai"},
    ],
    ids=str,
)
def test_date_decades_away_keeps_back_its_article_only(
    tiny_site: Any, caplog: pytest.LogCaptureFixture, fields: dict[str, str]
) -> None:
    tiny_site.article("tot")
    tiny_site.build()
    before = tiny_site.files()
    tiny_site.newsroom["quarantine"] = True
    caplog.set_level(logging.INFO, logger="mkdocs")
    tiny_site.article("nham", fields)

    tiny_site.build(strict=True)

    assert tiny_site.files() == before
    assert "chặn đăng: articles/2023/nham.md:" in caplog.text
    assert "Chưa đăng: articles/2023/nham.md." in caplog.text


def test_article_that_waited_is_on_top_where_residents_look(tiny_site: Any) -> None:
    for day in range(10, 40):
        tiny_site.article(f"b{day}", {"date": f"2023-12-{day - 9:02}"})
    tiny_site.article(
        "hen", {"date": "2023-10-01", "publish_at": "2024-01-01 07:00", "updated": "2023-11-01"}
    )

    tiny_site.build(strict=True)

    files = {name: data.decode() for name, data in tiny_site.files().items() if ".bin" not in name
             and not name.endswith((".png", ".gz", ".woff2"))}  # fmt: skip
    page = tiny_site.page("tin/2023/10/hen")
    assert "Ngày đăng <time" in page
    assert "01/01/2024 | 07:00" in page
    assert "Cập nhật" not in page
    assert "2023-10-01" not in page
    assert files["rss.xml"].index("Bài hen") < files["rss.xml"].index("Bài b39")
    assert "<lastmod>2024-01-01</lastmod>" in files["sitemap.xml"].split("tin/2023/10/hen/")[1]
    assert "Bài hen" in files["index.html"]
    assert "Bài hen" in files["luu-tru/2024/01/index.html"]


def test_draft_that_waits_for_its_section_stops_no_build(tiny_site: Any) -> None:
    tiny_site.newsroom["quarantine"] = False
    tiny_site.article("bai")
    tiny_site.article("cho", {"category": "chua-ro", "draft": "true"})

    tiny_site.build(strict=True)

    assert "Bài bai" in tiny_site.page("tin/2023/04/bai")
    assert not tiny_site.mentions("Bài cho")
