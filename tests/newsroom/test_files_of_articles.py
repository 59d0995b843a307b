"""What `check` says of the files that articles name."""

import unicodedata
from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path

import pytest

from newsroom.checks import check_articles
from newsroom.content.newsroom import Newsroom

Told = Callable[..., list[str]]


@pytest.fixture
def told(
    tmp_path: Path, newsroom: Newsroom, now: datetime, file_with: Callable[..., str]
) -> Callable[..., list[str]]:
    """What is told of articles/2023/bai.md with this body and these fields, beside these files."""

    def report(
        body: str = "Nội dung.", fields: Mapping[str, str] | None = None, **files: str
    ) -> list[str]:
        folder = tmp_path / "articles" / "2023"
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "bai.md").write_text(file_with(fields, body=body), encoding="utf-8")
        for name, text in files.items():
            (folder / name).parent.mkdir(exist_ok=True)
            (folder / name).write_text(text, encoding="utf-8")
        found = check_articles(tmp_path / "articles", tmp_path / "docs", newsroom, now).problems
        return [str(problem).removeprefix("articles/2023/") for problem in found]

    return report


@pytest.mark.parametrize("name", ["Kế hoạch #12.pdf", "a%20b.pdf"])
def test_sign_of_an_address_in_a_name_is_told_with_a_cure_that_works(told: Told, name: str) -> None:
    fields = {"attachments": f'[{{title: Tệp, file: "{name}"}}]'}
    (problem,) = told(f"[tệp](<{name}>)", fields, **{name: "%PDF"})
    cure = problem.partition("Hãy viết: ")[2]

    assert told(f"[tệp]({cure})", fields) == []


@pytest.mark.parametrize("name", ["hỏi?.pdf", "con.pdf", "8:30.pdf"])
def test_document_whose_name_windows_cannot_have_is_told(told: Told, name: str) -> None:
    fields = {"attachments": f'[{{title: Tệp, file: "{name}"}}]'}

    assert "không dùng được trên Windows" in "".join(told("Chữ", fields, **{name: "%PDF"}))


def test_names_proposed_for_a_link_are_written_as_addresses(told: Told) -> None:
    (problem,) = told("[tệp](ke-hoach-12.pdf)", **{"ke-hoach #12.pdf": "%PDF"})

    assert problem.endswith("Có phải là: ke-hoach %2312.pdf")


@pytest.mark.parametrize("typed", ["ke-hoach.pdf", "2023/tai-lieu/ke-hoach.pdf", "x/ke-hoach.pdf"])
def test_file_that_lies_elsewhere_beside_the_article_is_proposed(told: Told, typed: str) -> None:
    (problem,) = told(f"[tệp]({typed})", **{"tai-lieu/ke-hoach.pdf": "%PDF"})

    assert problem.endswith("Có phải là: tai-lieu/ke-hoach.pdf")


def test_name_that_differs_in_the_form_of_unicode_only_is_the_same(told: Told) -> None:
    name = "Kế hoạch.pdf"

    assert told(
        f"[tệp](<{name}>)",
        {"attachments": f'[{{title: Tệp, file: "{name}"}}]'},
        **{unicodedata.normalize("NFD", name): "%PDF"},
    ) == []  # fmt: skip


def test_page_and_active_svg_are_told(told: Told) -> None:
    problems = told(
        "[a](trang.html) [b](so-do.svg)",
        **{"trang.html": "<p>", "so-do.svg": "<svg onload='a()'/>"},
    )

    page, svg = (problem for problem in problems if problem.startswith("bai.md:7: "))
    assert "“2023/trang.html” là loại tệp không đăng được. Hãy lưu thành PDF" in page
    assert "ảnh SVG “2023/so-do.svg” có mã chạy được" in svg
    assert svg.endswith("Hãy xuất lại ảnh thành PNG.")


def test_files_named_in_a_comment_are_nobodys_business(told: Told) -> None:
    assert told("Phường họp.\n\n<!--\n![](mat.jpg)\n[x](mat.pdf)\n-->") == []


@pytest.mark.parametrize("hidden", ["draft: true", "publish_at: 2030-01-01"])
def test_link_that_publishes_a_file_of_a_draft_is_told(
    told: Told, file_with: Callable[..., str], hidden: str
) -> None:
    name, _, value = hidden.partition(": ")
    draft = file_with(
        {"title": "Nháp", name: value, "attachments": "[{title: Tệp, file: du-thao.pdf}]"}
    )

    (problem,) = told("[tệp](du-thao.pdf)", **{"nhap.md": draft, "du-thao.pdf": "%PDF"})

    assert problem.startswith("bai.md:7: “du-thao.pdf” là tệp của bài chưa đăng articles/2023/nhap")


def test_picture_that_nobody_can_open_is_told(told: Told, tmp_path: Path) -> None:
    import struct
    import zlib

    def chunk(kind: bytes, data: bytes) -> bytes:
        check = struct.pack(">I", zlib.crc32(kind + data))
        return struct.pack(">I", len(data)) + kind + data + check

    head = chunk(b"IHDR", struct.pack(">IIBBBBB", 9, 9, 8, 6, 0, 0, 0))
    text = chunk(b"zTXt", b"a\0\0" + zlib.compress(b"x" * 2_000_000))
    end = chunk(b"IDAT", zlib.compress(b"\0" * 333)) + chunk(b"IEND", b"")
    (tmp_path / "articles/2023").mkdir(parents=True)
    (tmp_path / "articles/2023/a.png").write_bytes(b"\x89PNG\r\n\x1a\n" + head + text + end)

    (problem,) = told("![Chữ dài](a.png)")

    assert problem.startswith("bai.md:7: “a.png” không phải là ảnh đọc được. Hãy mở ảnh bằng Paint")


def test_article_that_is_a_link_is_told(told: Told, tmp_path: Path) -> None:
    (tmp_path / "ngoai.md").write_text("---\n", encoding="utf-8")
    told()
    (tmp_path / "articles/2023/la.md").symlink_to(tmp_path / "ngoai.md")

    (problem,) = told()

    assert problem.startswith("la.md: đây là lối tắt (symlink)")
