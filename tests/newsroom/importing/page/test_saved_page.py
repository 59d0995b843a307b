"""Saved pages: the article is found among menus and footers, made harmless, its pictures taken."""

from collections.abc import Callable
from pathlib import Path

import pytest

from newsroom.importing.page.saved_page import read_saved_page
from newsroom.importing.record import ImportedArticle, Refusal
from newsroom.importing.writing.importer import Importer, Status

Split = Callable[[str], tuple[dict[str, str], str]]
LONG = "Đoạn văn này đủ dài để phần nội dung nổi lên giữa các khối khác của trang đã lưu lại."


def page(body: str, head: str = "") -> str:
    """A page with a title and a date above the body."""
    return (
        f"<html><head><title>Tin mới của tổ dân phố</title>{head}</head><body>"
        f"<div><h1>Tin mới của tổ dân phố</h1><p>01/02/2023 08:00</p>"
        f"<div class='bodytext'><p>Mở đầu.</p>{body}</div></div></body></html>"
    )


def article(html: str) -> ImportedArticle:
    record = read_saved_page(html, lambda _: None)
    assert isinstance(record, ImportedArticle), record
    return record


def test_nukeviet_page_gives_every_field(
    imported: Callable[[str], str], fields_and_body: Split
) -> None:
    fields, _ = fields_and_body(imported("page/nukeviet.html"))

    assert fields == {
        "title": 'Ngày hội đổi rác lấy quà: "một ngày ba tấn giấy"',
        "date": "2024-06-16 08:40",
        "category": "mat-tran-doan-the",
        "summary": "Sáng 15/6, hàng trăm hộ dân mang giấy vụn, vỏ lon tới sân nhà văn hóa "
        "đổi lấy cây xanh & nước rửa bát.",
        "image": "images/ngay-hoi-doi-rac-lay-qua-mot-ngay-ba-tan-giay-1.jpg",
        "image_alt": "Người dân xếp hàng cân giấy",
        "image_caption": "Xếp hàng chờ cân giấy vụn. Ảnh: Ban Biên tập",
        "author": "Thu Trang",
        "source": "Đài truyền thanh phường",
        "aliases": "['/vi/mat-tran-doan-the/ngay-hoi-doi-rac-lay-qua-215.html']",
    }


def test_hand_made_page_gives_date_views_and_quarter(
    imported: Callable[[str], str], fields_and_body: Split
) -> None:
    fields, body = fields_and_body(imported("page/cong-tu-lam.htm"))

    assert fields["date"] == "2023-10-05 16:20"
    assert fields["views"] == "88"
    assert fields["category"] == "an-ninh-trat-tu"
    assert fields["quarter"] == "2023-Q3"
    assert fields["image_alt"] == "Tổ tuần tra đêm trên phố"
    assert "Chia sẻ" not in body


def test_date_of_the_head_is_used_where_none_is_shown(
    imported: Callable[[str], str], fields_and_body: Split
) -> None:
    fields, _ = fields_and_body(imported("page/bai-trong-the-article.html"))

    assert fields["date"] == "2023-08-20 08:30"
    assert fields["category"] == "van-hoa-xa-hoi"


def test_pictures_stand_beside_the_article_and_lost_ones_are_told(
    new_importer: Callable[..., Importer], import_cases: Path
) -> None:
    importer = new_importer()
    outcome = importer.import_file(import_cases / "page" / "nukeviet.html")

    saved = import_cases / "page" / "nukeviet_files"
    images = importer.folder / "2024" / "images"
    slug = "ngay-hoi-doi-rac-lay-qua-mot-ngay-ba-tan-giay"
    assert sorted(path.name for path in images.iterdir()) == [f"{slug}-1.jpg", f"{slug}-2.png"]
    assert (images / f"{slug}-1.jpg").read_bytes() == (saved / "can-giay.jpg").read_bytes()
    assert (images / f"{slug}-2.png").read_bytes() == (saved / "ban-can.png").read_bytes()
    assert any("mất ảnh anh-mat.jpg" in note for note in outcome.notes)


@pytest.mark.parametrize(
    "poison",
    [
        "<script>document.write(1)</script>",
        "<p onclick='x()'>chữ</p>",
        "<a href='javascript:x()'>chữ</a>",
        "<a href='jAvA\tscript:x()'>chữ</a>",
        "<iframe src='https://xa.example'></iframe>",
        "<img src='https://xa.example/p.gif' width='1' height='1'>",
        "<img src=x onerror=x()>",
        "<svg onload=x()><text>chữ</text></svg>",
        "<style>p{}</style><link rel='stylesheet' href='//xa.example/a.css'>",
        "<p>&lt;script&gt;x()&lt;/script&gt;</p>",
        "<form action='https://xa.example'><input name='a'><button>Gửi</button></form>",
    ],
)
def test_nothing_that_acts_or_tracks_comes_through(
    poison: str, tmp_path: Path, new_importer: Callable[..., Importer]
) -> None:
    source = tmp_path / "trang.html"
    source.write_text(page(f"<p>{LONG}</p>{poison}<p>{LONG}</p>"), encoding="utf-8")

    importer = new_importer("thong-bao")
    outcome = importer.import_file(source)

    assert outcome.article
    text = (importer.folder / outcome.article).read_text(encoding="utf-8").lower()
    for trace in ("<script", "onclick", "javascript:", "<iframe", "onerror", "onload", "<style"):
        assert trace not in text
    assert "xa.example" not in text


def test_picture_outside_the_folder_of_the_page_is_not_taken(
    tmp_path: Path, new_importer: Callable[..., Importer], import_cases: Path
) -> None:
    jpeg = (import_cases / "page" / "nukeviet_files" / "can-giay.jpg").read_bytes()
    (tmp_path / "rieng.jpg").write_bytes(jpeg)
    (tmp_path / "trang").mkdir()
    source = tmp_path / "trang" / "bai.html"
    source.write_text(page(f"<p>{LONG}</p><img src='../rieng.jpg'>"), encoding="utf-8")

    importer = new_importer("thong-bao")
    outcome = importer.import_file(source)

    assert any("mất ảnh rieng.jpg" in note for note in outcome.notes)
    assert not list(importer.folder.rglob("*.jpg"))


@pytest.mark.parametrize(
    ("head", "paths"),
    [
        ("<link rel=canonical href='https://a.example/tin/bai-1.html'>", ("/tin/bai-1.html",)),
        ("<meta property='og:url' content='https://a.example/tin/b%C3%A0i'>", ("/tin/bài",)),
        ("<!-- saved from url=(0030)https://a.example/x/y.html -->", ("/x/y.html",)),
        (
            "<link rel=canonical href='https://a.example/index.php?nv=news&op=1'>",
            ("/index.php?nv=news&op=1",),
        ),
        ("<link rel=canonical href='https://a.example/'>", ()),
        ("<link rel=canonical href='https://[hong/'>", ()),
    ],
)
def test_old_address_becomes_an_alias(head: str, paths: tuple[str, ...]) -> None:
    assert article(page(f"<p>{LONG}</p>", head)).addresses == paths


def test_relative_link_is_resolved_with_the_address_of_the_page() -> None:
    head = "<link rel=canonical href='https://a.example/tin/bai.html'>"
    body = f"<p>{LONG} <a href='kia.html'>bài kia</a></p>"

    assert '<a href="https://a.example/tin/kia.html">bài kia</a>' in article(page(body, head)).body
    assert "bài kia" in article(page(body)).body
    assert "<a" not in article(page(body)).body


def test_caption_of_a_lost_picture_is_kept() -> None:
    figure = "<figure><img src='https://a.example/a.jpg'><figcaption>Cây đa</figcaption></figure>"
    body = f"<p>{LONG}</p>{figure}"

    assert "<em>Cây đa</em>" in article(page(body)).body


def test_page_that_calls_itself_xml_is_read() -> None:
    prolog = '<?xml version="1.0" encoding="utf-8"?><!DOCTYPE html>'

    assert article(prolog + page(f"<p>{LONG}</p>")).lead == "Mở đầu."


def test_page_without_a_tag_is_refused() -> None:
    assert isinstance(read_saved_page("/tin/bai.html", lambda _: None), Refusal)


def test_bold_line_above_text_is_a_heading_and_a_bold_signature_is_none() -> None:
    body = f"<p><b>Kết quả bước đầu</b></p><p>{LONG}</p><p><b>Minh Hà</b></p>"

    blocks = article(page(body)).body.splitlines()
    assert "<h2>Kết quả bước đầu</h2>" in blocks
    assert "<p><strong>Minh Hà</strong></p>" in blocks


@pytest.mark.parametrize(
    ("html", "found"),
    [
        ("<html><body><p>Chào</p></body></html>", "tiêu đề"),
        ("<h1>Một tiêu đề đứng riêng</h1><ul><li><a href=1>x</a></li></ul>", "nội dung"),
        (f"<h1>Một tiêu đề đứng riêng</h1><div><p>{LONG}</p></div>", "ngày đăng"),
        (f"<h1>Một tiêu đề</h1><p>31/02/2023</p><div class=bodytext>{LONG}</div>", "ngày có thật"),
    ],
)
def test_page_that_is_not_understood_is_refused_with_a_reason(html: str, found: str) -> None:
    refusal = read_saved_page(html, lambda _: None)

    assert isinstance(refusal, Refusal)
    assert found in refusal.found
    assert refusal.cure


def test_deeply_nested_page_is_reported(
    tmp_path: Path, new_importer: Callable[..., Importer]
) -> None:
    source = tmp_path / "sau.html"
    source.write_text(page("<div>" * 3000 + LONG), encoding="utf-8")

    assert new_importer("thong-bao").import_file(source).status is Status.FAILED


def test_page_without_any_frame_is_the_article_from_its_title_on() -> None:
    record = article(
        "<html><head><title>Tin mới của tổ dân phố</title></head><body>"
        f"<h1>Tin mới của tổ dân phố</h1><p>01/02/2023</p><p><b>{LONG}</b></p><pre>một\nhai</pre>"
        "<p>Xem <a href='https://a.example/'>lịch trực của cả tổ</a></p><p>Cụ Tư</p></body></html>"
    )

    assert record.lead == LONG
    for words in ("một<br/>hai", "https://a.example/", "Cụ Tư"):
        assert words in record.body
    assert record.notes == ()
