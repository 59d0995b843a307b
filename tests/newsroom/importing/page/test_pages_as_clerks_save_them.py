"""Pages of old portals and what must come of them: the files of cases/trang, which a clerk can read
and add to, each with a page and the words that must arrive, must not, or must be named."""

from pathlib import Path

import pytest
import yaml

from newsroom.importing.page.article_html import Facts, article_of_html
from newsroom.importing.page.portals import known_shapes, read_shapes
from newsroom.importing.page.saved_files import saved_picture
from newsroom.importing.page.saved_page import read_saved_page
from newsroom.importing.record import ImportedArticle
from newsroom.importing.text.date_line import read_date_line
from newsroom.text.dates import parse_date

CASES = Path(__file__).parents[1] / "cases"
DATE_LINES = [
    line.split(" => ")
    for line in (CASES / "dong-ngay.txt").read_text(encoding="utf-8").splitlines()
    if " => " in line and not line.startswith("#")
]
LONG = "Đoạn này đủ dài để ai cũng thấy rằng nó là phần chính của bài chứ không phải thực đơn."


@pytest.mark.parametrize("case", sorted((CASES / "trang").glob("*.yml")), ids=lambda p: p.stem)
def test_page_gives_what_its_case_says(case: Path) -> None:
    said = yaml.safe_load(case.read_text(encoding="utf-8"))

    record = read_saved_page(said["trang"], lambda _: None)

    assert isinstance(record, ImportedArticle), record
    shown, notes = f"<p>{record.lead}</p>\n{record.body}", "\n".join(record.notes)
    assert record.title == said.get("tiêu đề", record.title)
    assert f"{record.date:%Y-%m-%d %H:%M}" == said.get("ngày", f"{record.date:%Y-%m-%d %H:%M}")
    assert said.get("chuyên mục", "") in ("", *record.section_names[:1])
    assert record.author == said.get("tác giả", record.author)
    assert [words for words in said.get("có trong bài", []) if words not in shown] == []
    assert [words for words in said.get("không có trong bài", []) if words in shown] == []
    assert [words for words in said.get("ghi chú", []) if words not in notes] == []
    assert "mất chữ" not in notes


@pytest.mark.parametrize(("line", "expected"), DATE_LINES, ids=lambda text: text)
def test_date_line_is_read(line: str, expected: str) -> None:
    read = read_date_line(line)

    if expected == "không":
        assert read is None
        return
    day, _, views = expected.partition(" | ")
    assert read
    assert (read.moment, read.views) == (parse_date(day), int(views) if views else None)


def test_technician_adds_a_portal_in_the_file_alone() -> None:
    text = (Path(read_shapes.__code__.co_filename).with_name("portals.yml")).read_text(
        encoding="utf-8"
    )
    added = "portals:\n  - {name: Lạ, recognized_by: [.la], title: [.ten-bai], body: [.ruot]}\n"
    html = (
        f"<div class=la><div class=ten-bai>Lễ hội</div><p>01/02/2023</p>"
        f"<div class=ruot><p>{LONG}</p><p>Hết.</p></div></div>"
    )

    record = read_saved_page(html, lambda _: None, read_shapes(text.replace("portals:\n", added)))

    assert isinstance(record, ImportedArticle)
    assert (record.title, record.lead) == ("Lễ hội", LONG)


def test_selectors_of_the_file_can_be_read() -> None:
    from soupsieve import compile as compiled

    shapes = known_shapes()
    parts = ("recognized_by", "title", "date", "section", "views", "lead", "body", "leave_out")

    assert all(
        compiled(selector)
        for portal in shapes.portals
        for part in parts
        for selector in getattr(portal, part)
    )


def test_saved_document_is_attached_and_its_line_goes(tmp_path: Path) -> None:
    (tmp_path / "bai_files").mkdir()
    (tmp_path / "bai_files" / "ke-hoach.pdf").write_bytes(b"%PDF-1.4")
    html = (
        f"<p>{LONG}</p><p>Xem <a href='bai_files/ke-hoach.pdf'>Kế hoạch 5</a> kèm theo.</p>"
        "<p>Tài liệu đính kèm:</p><ul><li><a href='bai_files/ke-hoach.pdf'>Tải về</a></li></ul>"
    )
    moment = parse_date("2023-04-01")
    assert moment

    record = article_of_html(html, Facts("Bài", moment), saved_picture(tmp_path / "bai.html"))

    assert isinstance(record, ImportedArticle)
    assert [(d.title, d.suffix) for d in record.attachments] == [("Kế hoạch 5", ".pdf")]
    assert record.body == "<p>Xem Kế hoạch 5 kèm theo.</p>"


@pytest.mark.parametrize(
    ("img", "file"),
    [
        ("<img src='./bai_files/lễ.jpg'>", "le\u0302\u0303.jpg"),
        ("<img src='.\\bai_files\\a.jpg'>", "a.jpg"),
        ("<img src='bai_files/l%E1%BB%85%20h%E1%BB%99i.jpg'>", "lễ hội.jpg"),
        ("<img src='data:image/gif;base64,R0lGOD' data-lazyload='bai_files/a.jpg'>", "a.jpg"),
        ("<img srcset='bai_files/a.jpg 2x'>", "a.jpg"),
        ("<img src='x.gif'><noscript><img src='bai_files/a.jpg'></noscript>", "a.jpg"),
        ("<div style='background-image:url(bai_files/a.jpg)'></div>", "a.jpg"),
        ("<img src='https://cu.example/anh/A.JPG?w=300'>", "a.jpg"),
    ],
)
def test_saved_picture_is_found(img: str, file: str, tmp_path: Path, import_cases: Path) -> None:
    jpeg = (import_cases / "page" / "nukeviet_files" / "can-giay.jpg").read_bytes()
    (tmp_path / "bai_files").mkdir()
    (tmp_path / "bai_files" / file).write_bytes(jpeg)
    moment = parse_date("2023-04-01")
    assert moment

    load = saved_picture(tmp_path / "bai.html")
    record = article_of_html(f"<p>{LONG}</p>{img}<p>{LONG}</p>", Facts("Bài", moment), load)

    assert isinstance(record, ImportedArticle)
    assert record.lead_picture
    assert record.notes == ()


def test_link_under_and_around_a_picture_stays(import_cases: Path) -> None:
    jpeg = (import_cases / "page" / "nukeviet_files" / "can-giay.jpg").read_bytes()
    html = (
        f"<p>{LONG}</p><p><a href='https://a.example/album'><img src=a.jpg></a></p>"
        "<p style='text-align:center'><a href='https://a.example/them'>Cả bộ ảnh</a></p>"
    )
    moment = parse_date("2023-04-01")
    assert moment

    record = article_of_html(html, Facts("Bài", moment), lambda _: jpeg)

    assert isinstance(record, ImportedArticle)
    assert '<a href="https://a.example/album"><img src="0"/></a>' in record.body
    assert '<a href="https://a.example/them">Cả bộ ảnh</a>' in record.body
    assert record.notes == ()
