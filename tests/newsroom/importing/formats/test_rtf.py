"""Documents in RTF: text, tables and labels of lists arrive, what else they hold is named."""

import time
from pathlib import Path

import pytest

from newsroom.importing.formats.reading import read_records
from newsroom.importing.record import ImportedArticle, Refusal

LEAD = "Sáng mùng bảy, bà con ra bờ đê trồng một trăm cây nhãn và cây bưởi."


def rtf(*lines: str, head: str = "", font: str = "Times New Roman") -> bytes:
    """A document with these lines; what is not ASCII is written as Word does."""
    fonts = rf"{{\fonttbl{{\f0\fnil\fcharset0 {font};}}}}"
    body = "\n".join(line if line.startswith("\\") else rf"{line}\par" for line in lines)
    typed = "".join(
        char if char.isascii() else rf"\'{char.encode('cp1252').hex()}" if font != "Times New Roman"
        else rf"\u{ord(char)}?" for char in head + r"\f0 " + body
    )  # fmt: skip
    return rf"{{\rtf1\ansi\ansicpg1252\deff0{fonts}{typed}}}".encode("ascii")


def read(folder: Path, data: bytes, name: str = "bai.rtf") -> ImportedArticle | Refusal:
    (folder / name).write_bytes(data)
    (record,) = read_records(folder / name)
    return record


@pytest.mark.parametrize("name", ["bai.rtf", "bai.doc"])
def test_text_tables_and_lists_arrive(name: str, tmp_path: Path) -> None:
    record = read(tmp_path, rtf(
        "Môi trường", "Ngày hội trồng cây ở bờ đê", "04/02/2024 07:30", LEAD,
        r"\trowd Tổ\cell Số cây\cell\row", r"\trowd Tổ 4\cell 37\cell\row",
        r"{\listtext 1.\tab}Đào hố\par", r"{\listtext 2.\tab}Lấp đất\par",
        r'{\field{\*\fldinst{HYPERLINK "https://a.example/"}}{\fldrslt mẫu đơn}}\par', "Hết giờ.",
    ), name)  # fmt: skip

    assert isinstance(record, ImportedArticle), record
    assert (record.title, record.lead) == ("Ngày hội trồng cây ở bờ đê", LEAD)
    assert record.section_names == ("Môi trường",)
    assert "<tr><td>Tổ 4</td><td>37</td></tr>" in record.body
    assert "<ol><li><p>Đào hố</p></li><li><p>Lấp đất</p></li></ol>" in record.body
    assert '<p><a href="https://a.example/">mẫu đơn</a></p>' in record.body
    assert "Hết giờ." in record.body
    assert record.notes == ()


def test_what_is_not_read_is_named_and_day_of_saving_is_known(tmp_path: Path) -> None:
    record = read(tmp_path, rtf(
        "Ngày hội trồng cây ở bờ đê", LEAD, "Ai cũng vui.",
        r"{\pict\pngblip " + "89504e47" * 100 + "}", r"{\footnote Theo cụ Tư}",
        head=r"{\info{\revtim\yr2024\mo2\dy4\hr7\min30}}{\header Bản tin}",
    ))  # fmt: skip

    assert isinstance(record, ImportedArticle), record
    assert f"{record.date:%Y-%m-%d %H:%M}" == "2024-02-04 07:30"
    told = "\n".join(record.notes)
    for words in ("ảnh (1)", "chú thích (1)", "đầu trang", ".docx"):
        assert words in told


def test_text_in_an_old_font_is_converted(tmp_path: Path) -> None:
    record = read(tmp_path, rtf(
        "Ngµy héi trång c©y ë bê ®ª", "04/02/2024 07:30",
        "S¸ng mïng b¶y, bµ con ra bê ®ª trång mét tr¨m c©y nh·n vµ c©y b\xadëi.", "Ai còng vui.",
        font=".VnTime",
    ))  # fmt: skip

    assert isinstance(record, ImportedArticle), record
    assert (record.title, record.lead) == ("Ngày hội trồng cây ở bờ đê", LEAD)
    assert any("TCVN3" in note for note in record.notes)


@pytest.mark.parametrize(
    "body",
    ["{" * 200_000, r"{\field{\*\fldinst{HYPERLINK " * 20_000, r"\u" * 500_000, r"\'e" * 500_000,
     r"{\fonttbl" * 50_000, "x" * 5_000_001],
)  # fmt: skip
def test_hostile_text_is_refused_at_once(body: str, tmp_path: Path) -> None:
    start = time.process_time()

    try:
        result = read(tmp_path, rb"{\rtf1 " + body.encode() + b"}")
    except ValueError:  # the importer tells of it
        result = Refusal("", "")

    assert isinstance(result, Refusal)
    assert time.process_time() - start < 20
