"""Which files of a folder are imported, and which nobody reads."""

import json
from pathlib import Path

import pytest

from newsroom.importing.formats.reading import read_records
from newsroom.importing.formats.source_files import look_through
from newsroom.importing.record import Refusal


def test_folder_is_searched_without_the_folders_of_saved_pictures(tmp_path: Path) -> None:
    names = ["b.txt", "a.html", "sau/c.htm", "d.docx", "a_files/e.html", ".an/f.txt", "~$d.docx",
             "g.jpg"]  # fmt: skip
    for name in names:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(b"x")

    found = look_through([tmp_path, tmp_path / "b.txt"]).files

    assert [path.relative_to(tmp_path).as_posix() for path in found] == [
        "a.html", "b.txt", "d.docx", "sau/c.htm",
    ]  # fmt: skip


def test_files_that_are_passed_over_are_named_but_for_those_that_a_browser_saved(
    tmp_path: Path,
) -> None:
    for name in ("a.html", "a_files/x.js", "b.exe", "c/d.xls", "c/e.XLS", ".an", "~$tam.doc",
                 "Thumbs.db", "khong-duoi"):  # fmt: skip
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()

    left = look_through([tmp_path]).others

    assert {suffix: [path.name for path in files] for suffix, files in left.items()} == {
        ".xls": ["d.xls", "e.XLS"],
        "": ["khong-duoi"],
        ".exe": ["b.exe"],
    }


def test_what_articles_bring_along_becomes_no_article_of_its_own(tmp_path: Path) -> None:
    page = (
        "<a href='Kế hoạch.docx'>a</a><a href=\"tai%20ve/gi%E1%BA%A5y.pdf?x=1&amp;y\">b</a>"
        "<a href=https://cu.example/don.doc>c</a><a href='khac.html'>d</a>"
    )
    for name in ("a.html", "khac.html", "Kế hoạch.docx", "tai ve/giấy.pdf", "don.doc", "bai.docx",
                 "cu/wp-content/Uploads/2023/a.pdf", "cu/wp-content/Uploads/2023/tai-lieu/b.txt",
                 "Tai-lieu/c.odt", "a_files/d.pdf"):  # fmt: skip
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(page if name == "a.html" else "x", encoding="utf-8")

    found = look_through([tmp_path])

    def names(paths: list[Path]) -> set[str]:
        return {path.relative_to(tmp_path).as_posix() for path in paths}

    assert names(found.files) == {"a.html", "khac.html", "don.doc", "bai.docx"}
    assert names(found.attached) == {"Kế hoạch.docx", "tai ve/giấy.pdf"}
    assert names(found.folders) == {"cu/wp-content/Uploads", "Tai-lieu"}
    assert not found.others


def test_documents_that_an_export_links_to_come_along_with_its_articles(tmp_path: Path) -> None:
    link = "<a href='https://cu.example/files/K%E1%BA%BF%20ho%E1%BA%A1ch.docx'>a</a>"
    feed = f"<rss><item><description><![CDATA[{link}]]></description></item></rss>"
    other = json.dumps({"items": [{"content_html": '<a href="/van-ban/giay.pdf">b</a> don.docx'}]})
    for name, text in {"cu.xml": feed, "cu.json": other.replace("/", "\\/"), "don.docx": "x",
                       "files/Kế hoạch.docx": "x", "van-ban/giay.pdf": "x"}.items():  # fmt: skip
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")

    found = look_through([tmp_path])

    assert {path.name for path in found.attached} == {"Kế hoạch.docx", "giay.pdf"}
    assert {path.name for path in found.files} == {"cu.xml", "cu.json", "don.docx"}


def test_what_staff_name_themselves_is_imported(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text("<a href='b.pdf'>b</a>", encoding="utf-8")
    uploads = tmp_path / "uploads"
    uploads.mkdir()
    for file in (tmp_path / "b.pdf", uploads / "c.docx"):
        file.touch()

    found = look_through([tmp_path, tmp_path / "b.pdf", uploads])

    assert {path.name for path in found.files} == {"a.html", "b.pdf", "c.docx"}


@pytest.mark.parametrize(
    ("name", "cure"),
    [("bai.md", "articles"), ("goi.zip", "giải nén"), ("hop.HEIC", "images"), ("bang.csv", "Word"),
     ("bai.pages", ".txt")],
)  # fmt: skip
def test_file_of_no_format_that_is_read_is_refused_with_a_cure_of_its_kind(
    name: str, cure: str, tmp_path: Path
) -> None:
    (tmp_path / name).write_bytes(b"x")

    (refusal,) = read_records(tmp_path / name)

    assert isinstance(refusal, Refusal)
    assert cure in refusal.cure
