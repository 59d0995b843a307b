"""Documents in RTF: what people see in them arrives, what else they hold is named."""

import time
from pathlib import Path

import pytest
from word_documents import photo

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


def test_what_is_none_of_the_text_is_named_and_day_of_saving_is_known(tmp_path: Path) -> None:
    record = read(tmp_path, rtf(
        "Ngày hội trồng cây ở bờ đê", LEAD,
        r"Có {\deleted\revdttmdel1684402212 ba mươi }{\v giấu kín }bốn mươi hộ"
        r"{\*\annotation\pard\plain xem lại}.\par",
        r"{\pict\wmetafile8 " + "0f" * 300 + "}Ai cũng vui.",
        head=r"{\info{\revtim\yr2024\mo2\dy4\hr7\min30}}{\header Bản tin\par}{\footer 3\par}",
    ))  # fmt: skip

    assert isinstance(record, ImportedArticle), record
    assert f"{record.date:%Y-%m-%d %H:%M}" == "2024-02-04 07:30"
    assert "<p>Có bốn mươi hộ.</p>" in record.body
    told = "\n".join(record.notes)
    for words in ("“ba mươi ”", "“giấu kín ”", "“xem lại”", "“Bản tin”", "mất ảnh"):
        assert words in told
    assert "“3”" not in told


def test_looks_headings_notes_and_boxes_arrive(tmp_path: Path) -> None:
    record = read(tmp_path, rtf(
        r"\pard\qc{\b Ngày hội trồng cây ở bờ đê}\par", r"\pard 04/02/2024 07:30\par", LEAD,
        r"\pard\outlinelevel1 Chuẩn bị\par",
        r"\pard 40 m{\super 2} đất, {\strike 3}{\b 4} hố{\super\chftn{\footnote\pard Theo cụ Tư.}}"
        r"\line\u55357?\u56832? Vui.\par",
        r"{\shp{\*\shpinst{\sp{\sn fLine}{\sv 1}}{\shptxt\pard Trong khung.\par}}"
        r"{\shprslt{\dptxbxtext Trong khung.\par}}}Trước khung.\par", "Hết giờ.",
    ))  # fmt: skip

    assert isinstance(record, ImportedArticle), record
    assert record.title == "Ngày hội trồng cây ở bờ đê"
    assert "<h2>Chuẩn bị</h2>" in record.body
    assert (
        "<p>40 m<sup>2</sup> đất, <del>3</del><strong>4</strong> hố<sup>[1]</sup><br/>😀 Vui.</p>"
        "\n<p>Trước khung.</p>\n<p>Trong khung.</p>\n<p>Hết giờ.</p>\n<p>[1] Theo cụ Tư.</p>"
    ) in record.body
    assert record.notes == ()


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        (r"Tổ 3\page Tổ 4\column Tổ 5\par", "<p>Tổ 3</p>\n<p>Tổ 4</p>\n<p>Tổ 5</p>"),
        (r"{\uc1\u8212\emdash\u8230?Tổ 3}\par", "<p>—…Tổ 3</p>"),
        (r"\'d0\'a1\f1\'c4\'e3\'ba\'c3\f0 .\par", "<p>Ð¡你好.</p>"),
        (r"{\field{\*\fldinst HYPERLINK https://a.example/x }{\fldrslt mẫu}}\par",
         '<p><a href="https://a.example/x">mẫu</a></p>'),
    ],
    ids=["breaks of pages", "signs for letters", "letters of two bytes", "bare address"],
)  # fmt: skip
def test_words_stay_whole_and_apart(typed: str, shown: str, tmp_path: Path) -> None:
    fonts = r"{\fonttbl{\f1\fnil\fcharset134 SimSun;}}"

    record = read(tmp_path, rtf(
        "Ngày hội trồng cây ở bờ đê", "04/02/2024 07:30", LEAD, "Ai cũng vui.", typed, head=fonts,
    ))  # fmt: skip

    assert isinstance(record, ImportedArticle), record
    assert shown in record.body


def test_pictures_come_once_with_what_they_show(tmp_path: Path) -> None:
    digits = photo("red").hex()
    shown = r"{\*\picprop{\sp{\sn wzDescription}{\sv Đám đông}}}"
    first = rf"{{\*\shppict{{\pict{shown}\pngblip {digits}}}}}"
    old = rf"{{\nonshppict{{\pict\wmetafile8 {digits}}}}}"
    shape = (
        rf"{{\shp{{\*\shpinst{{\sp{{\sn pib}}{{\sv {{\pict\pngblip {digits}}}}}}}"
        rf"{{\sp{{\sn fillBlip}}{{\sv {{\pict\pngblip {digits}}}}}}}"
        r"{\sp{\sn wzDescription}{\sv Gốc nhãn}}}}"
    )

    record = read(tmp_path, rtf(
        "Ngày hội trồng cây ở bờ đê", "04/02/2024 07:30", LEAD, rf"{first}{old}\par", "Rồi về.",
        rf"{shape}\par", rf"{{\deleted {first}}}{{\v {first}}}\par", "Hết giờ.",
    ))  # fmt: skip

    assert isinstance(record, ImportedArticle), record
    assert record.lead_picture and record.lead_picture.alt == "Đám đông"
    assert [picture.alt for picture in record.pictures] == ["Gốc nhãn"]
    assert record.notes == ()


def test_cells_may_hold_paragraphs_and_span_others(tmp_path: Path) -> None:
    record = read(tmp_path, rtf(
        "Ngày hội trồng cây ở bờ đê", "04/02/2024 07:30", LEAD,
        r"\trowd\cellx900\cellx3000\pard\intbl Tổ\cell Số cây\cell\row",
        r"\trowd\cellx900\cellx2000\cellx3000\pard\intbl 4\par đầu ngõ\cell nhãn\cell bưởi\cell"
        r"\row",
        r"\trowd\cellx1500\cellx2500\pard\intbl Ông Ba\cell Bà Tư\cell\row\pard", "Hết giờ.",
    ))  # fmt: skip

    assert isinstance(record, ImportedArticle), record
    assert (
        "<table><tr><td>Tổ</td><td>Số cây</td><td></td></tr>"
        "<tr><td>4<br/>đầu ngõ</td><td>nhãn</td><td>bưởi</td></tr></table>"
        "\n<p>Ông Ba</p>\n<p>Bà Tư</p>\n<p>Hết giờ.</p>"
    ) in record.body


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
