"""PDFs: their text arrives with a warning that its layout is a guess; a scan is told as such."""

from pathlib import Path

import pytest
from pdf_documents import Line, pdf_document

from newsroom.importing.formats.reading import read_records
from newsroom.importing.record import ImportedArticle, Refusal

TITLE = Line("Ngày hội trồng cây ở bờ đê", 20, is_bold=True)
TEXT = (
    "Sáng mùng bảy, bà con ra bờ đê trồng một trăm cây nhãn",
    "và cây bưởi.",
    "Các bác trong hội cựu chiến binh mang theo cuốc, xẻng.",
    "Ai cũng vui.",
)

WORDS = ("đầu", "giữa", "cuối")


def read(folder: Path, data: bytes) -> ImportedArticle | Refusal:
    (folder / "bai.pdf").write_bytes(data)
    (record,) = read_records(folder / "bai.pdf")
    return record


def test_lines_are_joined_to_paragraphs_and_the_guess_is_told(tmp_path: Path) -> None:
    link = "<</Type/Annot/Subtype/Link/Rect[0 0 1 1]/A<</S/URI/URI(https://a.example/)>>>>"

    record = read(tmp_path, pdf_document(
        ["Môi trường", TITLE, "04/02/2024 07:30", *TEXT, Line("Kết quả", 12, is_bold=True),
         "1. Trồng 37 cây nhãn ở đoạn đê phía bắc của phường", "2. Trồng 41 cây bưởi"],
        annotations=link,
    ))  # fmt: skip

    assert isinstance(record, ImportedArticle), record
    assert (record.title, record.section_names) == (TITLE.words, ("Môi trường",))
    assert record.lead == " ".join(TEXT[:2])
    assert f"<p>{TEXT[2]}</p>\n<p>{TEXT[3]}</p>\n<h2>Kết quả</h2>" in record.body
    assert record.body.count("<li>") == 2
    told = "\n".join(record.notes)
    assert "PDF" in told and "đọc lại" in told and "https://a.example/" in told


def test_numbers_of_pages_and_what_each_page_begins_with_are_none_of_the_text(
    tmp_path: Path,
) -> None:
    pages = [
        ["Bản tin phường Thử", f"Số {n + 7}", *TEXT, f"Đoạn {WORDS[n]} của bài.", f"- {n} -"]
        for n in range(3)
    ]
    pages[0].insert(2, TITLE.words)

    record = read(tmp_path, pdf_document(*pages, info="/ModDate(D:20240204003000Z)"))

    assert isinstance(record, ImportedArticle), record
    assert f"{record.date:%Y-%m-%d %H:%M}" == "2024-02-04 07:30"
    assert record.title == TITLE.words
    assert "Bản tin" not in record.body and "Số 8" not in record.body and "- 1 -" not in record.body
    assert any("Bản tin phường Thử" in note for note in record.notes)
    assert all(f"Đoạn {WORDS[n]} của bài." in record.body for n in range(3))


@pytest.mark.parametrize(
    ("data", "found"),
    [
        (pdf_document([""]), "ảnh chụp"),
        (pdf_document([TITLE, "04/02/2024", *TEXT])[:200], "hỏng"),
        (b"%PDF-1.4 nothing", "hỏng"),
        (pdf_document(*[["x"]] * 61), "quá dài"),
        (pdf_document([TITLE, *TEXT]).replace(
            b"trailer<<", b"trailer<</Encrypt<</Filter/Standard/V 5/R 6/Length 256/P -4/O(o)/U(u)"
            b"/OE(o)/UE(u)/Perms(p)>>/ID[<00><00>]"), "mật khẩu"),
    ],
    ids=["a scan", "cut off", "no PDF", "long", "locked"],
)  # fmt: skip
def test_what_cannot_be_read_is_named_with_the_cure(
    data: bytes, found: str, tmp_path: Path
) -> None:
    refusal = read(tmp_path, data)

    assert isinstance(refusal, Refusal), refusal
    assert found in refusal.found
    assert "Word" in refusal.cure


def test_letters_that_are_drawn_apart_from_their_words_are_told_with_the_cure(
    tmp_path: Path,
) -> None:
    apart = ["Ngày h i tr ng cây b đê", "04/02/2024", "Sáng nay, bà con ra b đê tr ng m t trăm cây",
             "ộ ồ ở ờ"]  # fmt: skip

    refusal = read(tmp_path, pdf_document(apart))

    assert isinstance(refusal, Refusal), refusal
    assert "phông chữ" in refusal.found and "Word" in refusal.cure


def test_date_line_ends_its_paragraph(tmp_path: Path) -> None:
    record = read(
        tmp_path, pdf_document([TITLE, "04/02/2024 07:30", "bà con ra bờ đê", "Hết giờ."])
    )

    assert isinstance(record, ImportedArticle), record
    assert f"{record.date:%Y-%m-%d %H:%M}" == "2024-02-04 07:30"


def test_units_of_a_table_are_no_letters_drawn_apart(tmp_path: Path) -> None:
    prices = [f"Vé {n} km 5.000 đ" for n in range(1, 20)]

    assert isinstance(read(tmp_path, pdf_document([TITLE, "04/02/2024", *prices])), ImportedArticle)
