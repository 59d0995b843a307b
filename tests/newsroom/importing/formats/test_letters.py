"""Letters of an office: their letterhead, and the columns in which they are signed."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from word_documents import (
    cell,
    item,
    levels,
    paragraph,
    photo,
    picture,
    table,
    word_document,
)

from newsroom.importing.formats.reading import read_records
from newsroom.importing.record import ImportedArticle

BOLD, CENTRED = "<w:b/>", '<w:jc w:val="center"/>'
FRAMED = table(
    cell("PHƯỜNG THỬ") + cell("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
    cell("Số: 12/TB-PT") + cell("Độc lập - Tự do - Hạnh phúc"),
    cell("") + cell("Phường Thử, ngày 3 tháng 4 năm 2023"),
)
TYPED = "".join(
    paragraph(line, run=BOLD, more=CENTRED)
    for line in (
        "PHƯỜNG THỬ          CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Hội Cựu chiến binh          Độc lập – Tự do – Hạnh phúc",
        "Số: 12/TB-PT          Phường Thử, ngày 3 tháng 4 năm 2023",
    )
)
TITLE = ("QUYẾT ĐỊNH", "Về việc thành lập đội quét ngõ", "CHỦ TỊCH PHƯỜNG THỬ")
TEXT = paragraph("Ba mươi hộ trong ngõ Chùa lập một đội quét ngõ vào mỗi sáng thứ Bảy hằng tuần.")


def lines(*texts: str, run: str = "") -> str:
    return "".join(paragraph(text, run=run, more=CENTRED) for text in texts)


def letter(folder: Path, body: str, **given: Mapping[str, Any]) -> ImportedArticle:
    logo = {"parts": {"media/1.png": photo("red")}, "relations": {"p": ("image", "media/1.png")}}
    (folder / "thu.docx").write_bytes(word_document(body, **(given or logo)))  # type: ignore[arg-type]
    (record,) = read_records(folder / "thu.docx")
    assert isinstance(record, ImportedArticle), record
    return record


@pytest.mark.parametrize("letterhead", [FRAMED, TYPED], ids=["in a table", "typed in lines"])
def test_letterhead_is_no_lead_and_told_and_the_number_stays(
    letterhead: str, tmp_path: Path
) -> None:
    record = letter(tmp_path, letterhead + lines(*TITLE, run=BOLD) + TEXT)

    assert record.title == "QUYẾT ĐỊNH Về việc thành lập đội quét ngõ"
    assert f"{record.date:%Y-%m-%d}" == "2023-04-03"
    assert "Số: 12/TB-PT" in record.body and "CHỦ TỊCH PHƯỜNG THỬ" in record.body
    assert "Hạnh phúc" not in f"{record.lead}{record.body}"
    assert any("đầu công văn" in note and "PHƯỜNG THỬ" in note for note in record.notes)


def test_who_signs_stands_in_lines_none_of_which_is_a_heading(tmp_path: Path) -> None:
    to = lines("Nơi nhận:", run=BOLD) + lines("- Như trên;", "- Lưu.")
    by = lines("KT. CHỦ TỊCH", run=BOLD) + lines("(Đã ký)") + lines("Lê Thị Thử", run=BOLD)
    signed = f"<w:tbl><w:tr><w:tc>{to}</w:tc><w:tc>{by}</w:tc></w:tr></w:tbl>"

    record = letter(tmp_path, FRAMED + lines(*TITLE, run=BOLD) + TEXT + signed + paragraph("Hết."))

    assert "<p><strong>Nơi nhận:</strong><br/>- Như trên;<br/>- Lưu.</p>" in record.body
    assert (
        "<p><strong>KT. CHỦ TỊCH</strong><br/>(Đã ký)<br/><strong>Lê Thị Thử</strong></p>"
        in record.body
    )


def test_table_that_is_no_letterhead_stays(tmp_path: Path) -> None:
    plan = table(cell("Ngày") + cell("Việc"), cell("Thứ Bảy") + cell("Quét ngõ"))

    record = letter(tmp_path, plan + lines(*TITLE, run=BOLD) + paragraph("01/02/2023") + TEXT)

    assert "<td>Thứ Bảy</td><td>Quét ngõ</td>" in record.body


def test_picture_of_a_letterhead_is_told_and_a_letter_in_a_table_stays_whole(
    tmp_path: Path,
) -> None:
    logo = f"<w:tc>{picture('p', 'Quốc huy')}{paragraph('PHƯỜNG THỬ')}</w:tc>"
    motto = cell("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
    long = cell("Bà con ngõ Chùa cùng nhau quét ngõ. " * 20)
    rest = lines("Cả ngõ cùng quét", run=BOLD) + paragraph("01/02/2023") + TEXT

    short_one = letter(tmp_path, table(logo + motto) + rest)
    long_one = letter(tmp_path, table(motto, long) + rest)

    assert any("ảnh Quốc huy" in note for note in short_one.notes)
    assert short_one.lead_picture is None
    assert "cùng nhau quét ngõ" in f"{long_one.lead}{long_one.body}"


def test_list_in_a_column_stays_a_list(tmp_path: Path) -> None:
    numbering = levels(("bullet", "o"))
    listed = f"<w:tc>{item('quét ngõ', 1)}{item('tưới cây', 1)}</w:tc>{cell('Tổ 3')}"
    columns = f"<w:tbl><w:tr>{listed}</w:tr></w:tbl>"
    body = lines(*TITLE, run=BOLD) + paragraph("01/02/2023") + TEXT + columns

    record = letter(
        tmp_path, body, parts={"numbering.xml": numbering},
        relations={"n": ("numbering", "numbering.xml")},
    )  # fmt: skip

    assert "<ul><li><p>quét ngõ</p></li><li><p>tưới cây</p></li></ul>" in record.body


def test_frame_of_one_column_is_none(tmp_path: Path) -> None:
    framed = table(*map(cell, ("Cả ngõ cùng quét", "Ngày đăng 01/02/2023")))

    record = letter(tmp_path, framed + TEXT + paragraph("Ai cũng vui."))

    assert (record.title, record.body) == ("Cả ngõ cùng quét", "<p>Ai cũng vui.</p>")
    assert record.lead.startswith("Ba mươi hộ")


@pytest.mark.parametrize(
    "about",
    [
        "Quốc khánh nước Cộng hòa xã hội chủ nghĩa Việt Nam",
        "QUỐC KHÁNH NƯỚC CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Triển lãm “Độc lập - Tự do - Hạnh phúc”",
    ],
)
def test_article_that_names_the_country_or_its_motto_keeps_its_head(
    about: str, tmp_path: Path
) -> None:
    in_title = lines(f"Cả ngõ treo cờ: {about}", run=BOLD) + paragraph("01/09/2023") + TEXT
    in_lead = lines("Cả ngõ treo cờ", run=BOLD) + paragraph("01/09/2023") + paragraph(
        f"Ba mươi hộ trong ngõ Chùa treo cờ từ sáng sớm: {about}."
    ) + TEXT  # fmt: skip

    titled, led = letter(tmp_path, in_title), letter(tmp_path, in_lead)

    assert titled.title == f"Cả ngõ treo cờ: {about}" and titled.notes == ()
    assert led.title == "Cả ngõ treo cờ" and about in led.lead and led.notes == ()


def test_article_above_a_letter_keeps_its_title_and_day(tmp_path: Path) -> None:
    head = lines("Ngõ Chùa lập đội quét ngõ", run=BOLD) + paragraph("05/04/2023")

    record = letter(tmp_path, head + TYPED + lines(*TITLE, run=BOLD) + TEXT)

    assert record.title == "Ngõ Chùa lập đội quét ngõ"
    assert f"{record.date:%Y-%m-%d}" == "2023-04-05"
    assert "Hội Cựu chiến binh" in f"{record.lead}{record.body}"


def test_words_of_two_cells_of_a_frame_do_not_run_together(tmp_path: Path) -> None:
    cells = "<caption>Các tổ</caption><tr><td>Tổ 3</td></tr><tr><td>Tổ 4</td></tr>"
    page = f"<html><h1>Cả ngõ cùng quét</h1><p>01/02/2023</p><p>Hôm nay có:</p><table>{cells}"
    (tmp_path / "bai.doc").write_text(f"{page}</table><p>Hết.</p></html>", encoding="utf-8")

    (record,) = read_records(tmp_path / "bai.doc")

    assert isinstance(record, ImportedArticle), record
    assert "<p>Các tổ</p>\n<p>Tổ 3</p>\n<p>Tổ 4</p>" in record.body


def test_title_may_end_in_a_line_of_capitals(tmp_path: Path) -> None:
    title = lines("Cả ngõ cùng quét trước", "NHÀ VĂN HÓA", run=BOLD)

    record = letter(tmp_path, title + paragraph("01/02/2023") + TEXT + paragraph("Hết."))

    assert record.title == "Cả ngõ cùng quét trước NHÀ VĂN HÓA"
