"""Files are known by what is in them: a .doc may be a .docx, HTML, RTF or plain text."""

from pathlib import Path

import pytest
from word_documents import HEAD, paragraph, word_document, zipped

from newsroom.importing.formats.reading import read_records
from newsroom.importing.record import ImportedArticle, Refusal

LEAD = "Sáng mùng bảy, bà con ra bờ đê trồng một trăm cây nhãn và cây bưởi."
DOCX = word_document(HEAD + paragraph(LEAD) + paragraph("Ai cũng vui."))
TEXT = f"Môi trường\nNgày hội trồng cây ở bờ đê\n04/02/2024 07:30\n{LEAD}\nAi cũng vui.\n".encode()
HTML = f"""<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><title>x</title>
<!--[if gte mso 9]><xml><o:LastSaved>2024-02-04T00:30:00Z</o:LastSaved></xml><![endif]--></head>
<body lang=VI><div class=WordSection1>
<p class=MsoNormal align=center><b><span>Ngày hội trồng cây ở bờ đê</span></b><o:p></o:p></p>
<p class=MsoNormal>{LEAD}</p><p class=MsoNormal>Ai cũng vui.</p>
<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span
style='mso-list:Ignore'>1.<span>&nbsp; </span></span><![endif]>Cây nhãn</p>
</div></body></html>""".encode()
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)


@pytest.mark.parametrize(
    ("name", "data"),
    [("bai.doc", DOCX), ("bai.doc", HTML), ("bai.doc", TEXT), ("bai.txt", DOCX), ("bai.html", DOCX),
     ("bai.docx", HTML)],
    ids=["docx", "HTML", "text", "docx as text", "docx as page", "HTML as docx"],
)  # fmt: skip
def test_article_is_read_whatever_the_suffix_says(name: str, data: bytes, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(data)

    (record,) = read_records(tmp_path / name)

    assert isinstance(record, ImportedArticle), record
    assert record.title == "Ngày hội trồng cây ở bờ đê"
    assert f"{record.date:%Y-%m-%d %H:%M}" == "2024-02-04 07:30"
    assert record.lead == LEAD
    assert "Ai cũng vui." in record.body
    assert data is not HTML or "Cây nhãn" in record.body


@pytest.mark.parametrize(
    ("data", "found", "cure"),
    [
        (OLE + "WordDocument".encode("utf-16-le"), "kiểu cũ", ".docx"),
        (OLE + "Workbook".encode("utf-16-le"), "Excel", "Word"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "mật khẩu", "bỏ mật khẩu"),
        (zipped(xl__workbook_xml=b"<x/>"), "Excel", "Word"),
        (zipped(ppt__slide_xml=b"<x/>"), "PowerPoint", "Word"),
        (b"MIME-Version: 1.0\r\nContent-Type: multipart/related\r\n\r\n", "một tệp", ".mht"),
        (b"<?xml version='1.0'?><?mso-application progid='Word.Document'?><x/>", "XML", ".docx"),
        (b"\x01\0\2 what", "hỏng", ".docx"),
    ],
)
def test_what_cannot_be_read_is_named_with_the_cure(
    data: bytes, found: str, cure: str, tmp_path: Path
) -> None:
    (tmp_path / "bai.doc").write_bytes(data)

    (refusal,) = read_records(tmp_path / "bai.doc")

    assert isinstance(refusal, Refusal)
    assert found in refusal.found
    assert cure in refusal.cure


def test_page_of_a_portal_under_a_name_of_words_is_read_as_a_page(tmp_path: Path) -> None:
    page = (
        "<html><body><ul><li><a href='/'>Trang chủ</a></li></ul><div><div><h1>Lễ hội đình</h1>"
        f"<span>01/02/2023 08:00</span><div class=bodytext><p>{LEAD}</p><p>Hết.</p></div></div>"
        "</div></body></html>"
    )
    (tmp_path / "bai.doc").write_text(page, encoding="utf-8")

    (record,) = read_records(tmp_path / "bai.doc")

    assert isinstance(record, ImportedArticle), record
    assert (record.title, record.lead) == ("Lễ hội đình", LEAD)


LIBRE = f"""<html><head><meta name="generator" content="LibreOffice 24.2"/>
<meta name="changed" content="2024-02-04T07:30:00"/></head><body lang="vi-VN">
<div title="header"><p>Bản tin phường Thử</p></div>
<p align="center"><b>Ngày hội trồng cây ở bờ đê</b></p><p>{LEAD}</p>
<p>Ai cũng vui.<a class="sdfootnoteanc" href="#s1"><sup>1</sup></a></p>
<p class="sdfootnote"><a class="sdfootnotesym" name="s1" href="#a1">1</a>Theo lời cụ Tư.</p>
<div title="footer"><p>Trang 1</p></div></body></html>"""


def test_document_that_an_office_program_saved_as_a_page_is_read_as_a_document(
    tmp_path: Path,
) -> None:
    (tmp_path / "bai.html").write_text(LIBRE, encoding="utf-8")

    (record,) = read_records(tmp_path / "bai.html")

    assert isinstance(record, ImportedArticle), record
    assert (record.title, record.lead) == ("Ngày hội trồng cây ở bờ đê", LEAD)
    assert f"{record.date:%Y-%m-%d %H:%M}" == "2024-02-04 07:30"
    assert "Ai cũng vui.[1]" in record.body and "<p>[1] Theo lời cụ Tư.</p>" in record.body
    assert "Trang" not in record.body
    assert any("“Bản tin phường Thử”" in note for note in record.notes)
