"""Word documents (.docx): what comes of their looks, lists, tables, pictures and notes."""

import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest
from word_documents import (
    HEAD,
    cell,
    item,
    levels,
    paragraph,
    photo,
    picture,
    table,
    word_document,
    xml,
)

from newsroom.importing.formats.reading import read_records
from newsroom.importing.record import ImportedArticle, Refusal

Read = Callable[..., ImportedArticle | Refusal]
LEAD = paragraph("Sáng mùng bảy, bà con ra bờ đê trồng một trăm cây nhãn và cây bưởi.")
END = paragraph("Ai cũng hẹn năm sau lại ra.")
FROM_NOUGHT = levels(("decimal", "%1.")).replace('w:start w:val="1"', 'w:start w:val="0"')


@pytest.fixture
def read(tmp_path: Path) -> Read:
    """Reads the one article of a document that is made of these."""

    def record(body: str, **given: object) -> ImportedArticle | Refusal:
        file = tmp_path / "bai.docx"
        file.write_bytes(word_document(body, **given))  # type: ignore[arg-type]
        (only,) = read_records(file)
        return only

    return record


@pytest.fixture
def article(read: Read) -> Callable[..., ImportedArticle]:
    """The same below a head and a lead; it must be an article."""

    def record(body: str, **given: object) -> ImportedArticle:
        found = read(f"{HEAD}{LEAD}{body}{END}", **given)
        assert isinstance(found, ImportedArticle), found
        return found

    return record


BOLD = "<w:b/>"
CENTRED = '<w:jc w:val="center"/>'
HEADS = {
    "a bold title under a plain section": (
        paragraph("Môi trường") + paragraph("Cả phố quét ngõ", run=BOLD)
        + paragraph("01/03/2023 08:00"), "Cả phố quét ngõ", ("Môi trường",), "2023-03-01 08:00"),
    "a title in two centred lines": (
        paragraph("Cả phố quét ngõ", run=BOLD, more=CENTRED)
        + paragraph("đón năm học mới", run=BOLD, more=CENTRED)
        + paragraph("Đăng ngày 1/3/2023"), "Cả phố quét ngõ đón năm học mới", (),
        "2023-03-01 00:00"),
    "plain lines as in copied text": (
        paragraph("Môi trường") + paragraph("Cả phố quét ngõ") + paragraph("01/03/2023"),
        "Cả phố quét ngõ", ("Môi trường",), "2023-03-01 00:00"),
    "a letter": (
        table(cell("UBND PHƯỜNG THỬ") + cell("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
              cell("Số: 12/TB-UBND") + cell("Phường Thử, ngày 3 tháng 4 năm 2023"))
        + paragraph("THÔNG BÁO", run=BOLD, more=CENTRED)
        + paragraph("Về việc cắt nước", run=BOLD, more=CENTRED)
        + paragraph("Kính gửi: Các tổ dân phố", run=BOLD, more=CENTRED),
        "THÔNG BÁO Về việc cắt nước", (), "2023-04-03 00:00"),
    "a letter without a frame": (
        paragraph("Phường Thử, ngày 3 tháng 4 năm 2023", more='<w:jc w:val="right"/>')
        + paragraph("Cắt nước ở ngõ 5", run=BOLD), "Cắt nước ở ngõ 5", (), "2023-04-03 00:00"),
}  # fmt: skip


@pytest.mark.parametrize(("body", "title", "sections", "day"), HEADS.values(), ids=HEADS)
def test_head_is_found_by_looks_and_words(
    read: Read, body: str, title: str, sections: tuple[str, ...], day: str
) -> None:
    record = read(body + LEAD + END, saved="2030-01-01T00:00:00Z")

    assert isinstance(record, ImportedArticle), record
    assert (record.title, record.section_names) == (title, sections)
    assert f"{record.date:%Y-%m-%d %H:%M}" == day
    assert "bờ đê" in f"{record.lead}{record.body}"


@pytest.mark.parametrize("first", ["Kính gửi: Bà con các tổ dân phố trong phường", "I. Kết quả"])
def test_greeting_or_heading_is_no_lead(read: Read, first: str) -> None:
    record = read(f"{HEAD}{paragraph(first)}{LEAD}{END}")

    assert isinstance(record, ImportedArticle)
    assert record.lead == ""
    assert first in record.body


def test_title_by_its_style_goes_before_looks(read: Read) -> None:
    styles = xml("styles", '<w:style w:type="paragraph" w:styleId="Tieude">'
                           '<w:name w:val="Title"/></w:style>')  # fmt: skip
    body = paragraph("Một chữ đậm", run=BOLD) + paragraph("Cả phố quét ngõ", style="Tieude")

    record = read(
        body + paragraph("01/03/2023") + LEAD + END,
        parts={"styles.xml": styles}, relations={"s": ("styles", "styles.xml")},
    )  # fmt: skip

    assert isinstance(record, ImportedArticle)
    assert record.title == "Cả phố quét ngõ"


def test_day_of_saving_is_taken_where_no_other_is_said_and_told(read: Read) -> None:
    body = paragraph("Cả phố quét ngõ", run=BOLD) + LEAD + END

    record = read(body, saved="2023-05-06T20:00:00Z")

    assert isinstance(record, ImportedArticle)
    assert f"{record.date:%Y-%m-%d %H:%M}" == "2023-05-07 03:00"
    assert any("07/05/2023" in note and "date" in note for note in record.notes)


def test_document_without_any_day_or_title_is_refused_with_the_cure(read: Read) -> None:
    without_day = read(paragraph("Cả phố quét ngõ", run=BOLD) + LEAD)
    without_title = read(paragraph("01/03/2023 08:00"))

    for refusal in (without_day, without_title):
        assert isinstance(refusal, Refusal)
        assert "Ngày đăng 01/04/2023" in refusal.cure


def test_headings_by_style_by_its_ancestor_and_by_bold_are_headings(
    article: Callable[..., ImportedArticle],
) -> None:
    styles = xml("styles", '<w:style w:type="paragraph" w:styleId="a"><w:name w:val="heading 3"/>'
                           '</w:style><w:style w:type="paragraph" w:styleId="b">'
                           '<w:name w:val="Mục riêng"/><w:basedOn w:val="a"/></w:style>'
                           '<w:style w:type="paragraph" w:styleId="c"><w:name w:val="Đậm"/>'
                           "<w:rPr><w:b/></w:rPr></w:style>")  # fmt: skip
    body = "".join(
        paragraph(title, style=style) + paragraph("Một đoạn văn nối theo sau đó.")
        for title, style in (("Chuẩn bị", "a"), ("Ra đê", "b"), ("Ra về", "c"))
    )

    record = article(body, parts={"styles.xml": styles}, relations={"s": ("styles", "styles.xml")})

    assert [f"<h{n}>{title}</h{n}>" in record.body for n, title in
            ((3, "Chuẩn bị"), (3, "Ra đê"), (2, "Ra về"))] == [True] * 3  # fmt: skip


def test_lists_are_nested_and_bear_the_labels_that_word_shows(
    article: Callable[..., ImportedArticle],
) -> None:
    numbering = levels(("decimal", "%1."), ("lowerLetter", "%2)"), ("bullet", "o"))
    items = [("đào hố", 0), ("sâu", 1), ("rộng", 1), ("sáu tấc", 2), ("trồng cây", 0)]
    body = "".join(item(text, 1, level) for text, level in items)

    record = article(
        body + paragraph("Nghỉ tay.") + item("tưới nước", 1),
        parts={"numbering.xml": numbering}, relations={"n": ("numbering", "numbering.xml")},
    )  # fmt: skip

    assert (
        "<ol><li><p>đào hố</p><p>a) sâu</p><p>b) rộng</p><ul><li><p>sáu tấc</p></li></ul></li>"
        "<li><p>trồng cây</p></li></ol>"
    ) in record.body
    assert "<p>3. tưới nước</p>" in record.body


def test_labels_of_headings_and_of_several_levels_are_words(
    article: Callable[..., ImportedArticle],
) -> None:
    numbering = levels(("upperRoman", "Phần %1."), ("decimal", "%1.%2"))
    body = item("Mở đầu", 1) + item("Lý do", 1, 1) + item("Yêu cầu", 1, 1)
    body += item("Kết luận", 1) + item("Lời cảm ơn", 1, 1)

    record = article(
        body, parts={"numbering.xml": numbering}, relations={"n": ("numbering", "numbering.xml")}
    )

    for words in (
        "Phần I. Mở đầu",
        "I.1 Lý do",
        "I.2 Yêu cầu",
        "Phần II. Kết luận",
        "II.1 Lời cảm ơn",
    ):
        assert words in record.body


def test_cells_that_are_merged_stand_once_and_none_is_lost(
    article: Callable[..., ImportedArticle],
) -> None:
    body = table(
        cell("Tổ", '<w:vMerge w:val="restart"/>') + cell("Số cây", '<w:gridSpan w:val="2"/>'),
        cell("", "<w:vMerge/>") + cell("nhãn") + cell("bưởi"),
        cell("Tổ 4") + cell("37") + cell("41"),
    )

    record = article(body)

    assert (
        "<table><tr><td>Tổ</td><td>Số cây</td><td></td></tr><tr><td></td><td>nhãn</td><td>bưởi</td>"
        "</tr><tr><td>Tổ 4</td><td>37</td><td>41</td></tr></table>"
    ) in record.body


def test_pictures_come_with_captions_and_descriptions_and_a_lost_one_is_named(
    article: Callable[..., ImportedArticle],
) -> None:
    body = (
        picture("p1", "Đám đông trên đê") + paragraph("Bà con trồng cây", run="<w:i/>")
        + paragraph("Giữa buổi có mưa nhẹ nhưng không ai về.")
        + picture("p2") + paragraph("Nghỉ tay bên gốc nhãn", more=CENTRED) + picture("p3", "Bản đồ")
    )  # fmt: skip

    record = article(
        body,
        parts={"media/1.png": photo("red"), "media/2.png": photo("blue"), "media/3.emf": b"?"},
        relations={f"p{n}": ("image", f"media/{n}.{end}") for n, end in
                   ((1, "png"), (2, "png"), (3, "emf"))},
    )  # fmt: skip

    assert record.lead_picture
    assert (record.lead_picture.alt, record.lead_picture.caption) == (
        "Đám đông trên đê", "Bà con trồng cây",
    )  # fmt: skip
    assert [picture.caption for picture in record.pictures] == ["Nghỉ tay bên gốc nhãn"]
    assert any("mất ảnh" in note and "Bản đồ" in note for note in record.notes)


def test_links_of_all_three_forms_stay_links(article: Callable[..., ImportedArticle]) -> None:
    fields = (
        '<w:p><w:hyperlink r:id="l"><w:r><w:t>mẫu đơn</w:t></w:r></w:hyperlink></w:p>'
        '<w:p><w:fldSimple w:instr="HYPERLINK &quot;https://b.example/&quot;"><w:r><w:t>bản đồ'
        "</w:t></w:r></w:fldSimple></w:p>"
        '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>HYPERLINK '
        '"https://c.example/" \\o "gợi ý"</w:instrText></w:r><w:r><w:fldChar '
        'w:fldCharType="separate"/></w:r><w:r><w:t>lịch</w:t></w:r><w:r><w:fldChar '
        'w:fldCharType="end"/></w:r></w:p>'
        '<w:p><w:hyperlink r:id="none"><w:r><w:t>hỏng</w:t></w:r></w:hyperlink></w:p>'
    )

    record = article(fields, relations={"l": ("hyperlink", "https://a.example/?x=1")})

    for address, words in (("a.example/?x=1", "mẫu đơn"), ("b.example/", "bản đồ"),
                           ("c.example/", "lịch")):  # fmt: skip
        assert f'<a href="https://{address}">{words}</a>' in record.body
    assert "hỏng" in record.body


def test_footnotes_stand_at_the_end_with_their_numbers(
    article: Callable[..., ImportedArticle],
) -> None:
    notes = xml("footnotes", f'<w:footnote w:id="5">{paragraph("Theo lời cụ Tư.")}</w:footnote>')
    body = (
        '<w:p><w:r><w:t>Đê cao bảy thước</w:t></w:r><w:r><w:footnoteReference w:id="5"/></w:r>'
        '<w:r><w:footnoteReference w:id="9"/></w:r></w:p>'
    )

    record = article(
        body, parts={"footnotes.xml": notes}, relations={"f": ("footnotes", "footnotes.xml")}
    )

    assert "<p>Đê cao bảy thước<sup>[1]</sup></p>" in record.body
    assert record.body.endswith("<p>[1] Theo lời cụ Tư.</p>")


TEXT_BOX = (
    "<w:p><w:r><w:t>Trước khung.</w:t></w:r><w:r><mc:AlternateContent><mc:Choice><w:drawing>"
    "<wp:anchor><a:graphic><a:graphicData><wps:wsp><wps:txbx><w:txbxContent>{inner}"
    "</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing>"
    "</mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox><w:txbxContent>{old}</w:txbxContent>"
    "</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>"
)


def test_text_in_boxes_comes_once_behind_its_paragraph(
    article: Callable[..., ImportedArticle],
) -> None:
    inner = paragraph("Trong khung.") + picture("p", "Hoa")

    record = article(
        TEXT_BOX.format(inner=inner, old=paragraph("Khung cho máy cũ.")) + paragraph("Sau khung."),
        parts={"media/1.png": photo("red")}, relations={"p": ("image", "media/1.png")},
    )  # fmt: skip

    assert "<p>Trước khung.</p>\n<p>Trong khung.</p>\n<p>Sau khung.</p>" in record.body
    assert record.lead_picture and record.lead_picture.alt == "Hoa"


def test_letters_that_are_drawn_formulas_boxes_to_tick_and_signs_are_words(
    article: Callable[..., ImportedArticle],
) -> None:
    body = (
        '<w:p><w:r><w:pict><v:shape><v:textpath string="CHÀO MỪNG"/></v:shape></w:pict></w:r></w:p>'
        "<w:p><m:oMathPara><m:oMath><m:r><m:t>S=a×b</m:t></m:r></m:oMath></m:oMathPara></w:p>"
        '<w:p><w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:checked/></w:checkBox>'
        "</w:ffData></w:fldChar></w:r><w:r><w:instrText>FORMCHECKBOX</w:instrText></w:r><w:r>"
        '<w:fldChar w:fldCharType="end"/></w:r><w:r><w:t>Đồng ý</w:t></w:r></w:p>'
    )

    record = article(body)

    assert [words in record.body for words in ("CHÀO MỪNG", "S=a×b", "☑ Đồng ý")] == [True] * 3
    assert any("công thức" in note and "S=a×b" in note for note in record.notes)


def test_what_is_not_the_articles_is_left_out_and_named(
    article: Callable[..., ImportedArticle],
) -> None:
    body = (
        paragraph("chữ giấu kín", run="<w:vanish/>")
        + "<w:p><w:r><w:t>còn lại</w:t></w:r><w:del><w:r><w:delText>chữ xóa rồi</w:delText></w:r>"
        "</w:del></w:p>"
        '<w:p><w:r><w:drawing><wp:inline><a:graphic><a:graphicData><c:chart r:id="c"/>'
        "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>"
    )
    comments = xml("comments", f'<w:comment w:id="1">{paragraph("sửa câu này")}</w:comment>')
    chart = '<c:x xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:v>Cây</c:v><c:v>37</c:v></c:x>'

    record = article(
        body,
        parts={"header1.xml": xml("hdr", paragraph("Bản tin phường")), "comments.xml": comments,
               "footer1.xml": xml("ftr", paragraph("12")), "charts/1.xml": chart},
        relations={"h": ("header", "header1.xml"), "f": ("footer", "footer1.xml"),
                   "m": ("comments", "comments.xml"), "c": ("chart", "charts/1.xml")},
    )  # fmt: skip

    told = "\n".join(record.notes)
    for words in ("Bản tin phường", "sửa câu này", "chữ xóa rồi", "chữ giấu kín", "Cây 37"):
        assert words in told
        assert words not in record.body
    assert "còn lại" in record.body
    assert "“12”" not in told


def test_typed_dashes_are_lists_and_drawn_lines_are_none_of_the_text(
    article: Callable[..., ImportedArticle],
) -> None:
    typed = ["______", "- Tổ 1: sân đình;", "+ Sáng thứ Bảy;", "– Tổ 2: sân trường.", "Hết giờ.",
             "- một gạch không là danh sách", "* * * * *"]  # fmt: skip

    record = article("".join(map(paragraph, typed)))

    assert (
        "<ul><li><p>Tổ 1: sân đình;</p><ul><li><p>Sáng thứ Bảy;</p></li></ul></li>"
        "<li><p>Tổ 2: sân trường.</p></li></ul>\n<p>Hết giờ.</p>\n<p>- một gạch không"
    ) in record.body
    assert "__" not in record.body and "* *" not in record.body
    assert record.notes == ()


FONT = '<w:rFonts w:ascii="{0}" w:hAnsi="{0}"/>'


@pytest.mark.parametrize(
    ("font", "typed", "shown"),
    [
        (".VnTime", "TrÎ em ra ®ª trång c©y", "Trẻ em ra đê trồng cây"),
        (".VnTimeH", "trång c©y", "TRỒNG CÂY"),
        ("VNI-Times", "Treû em ra ñeâ troàng caây", "Trẻ em ra đê trồng cây"),
        ("Arial", "Café đá vỉa hè", "Café đá vỉa hè"),
        (".VnTime", "Trẻ em ra đê", "Trẻ em ra đê"),
    ],
)
def test_text_in_old_fonts_is_converted_where_it_was_typed_for_them(
    article: Callable[..., ImportedArticle], font: str, typed: str, shown: str
) -> None:
    record = article(paragraph(typed, run=FONT.format(font)))

    assert f"<p>{shown}</p>" in record.body
    assert any("bảng mã" in note for note in record.notes) == (typed != shown)


def test_word_that_is_parted_and_whose_font_is_its_styles_is_converted_as_one(read: Read) -> None:
    styles = xml("styles", '<w:style w:type="paragraph" w:default="1" w:styleId="n"><w:name '
                           f'w:val="Normal"/><w:rPr>{FONT.format("VNI-Times")}</w:rPr></w:style>'
                 )  # fmt: skip
    parted = "<w:p><w:r><w:t>caây tro</w:t></w:r><w:r><w:t>àng</w:t></w:r></w:p>"
    unicode = FONT.format("Arial")
    head = paragraph("Ngày hội trồng cây", run=BOLD + unicode) + paragraph(
        "01/02/2024", run=unicode
    )

    record = read(
        head + paragraph("Sáng nay ở đê có rất đông bà con đến từ sớm.", run=unicode) + parted,
        parts={"styles.xml": styles}, relations={"s": ("styles", "styles.xml")},
    )  # fmt: skip

    assert isinstance(record, ImportedArticle)
    assert "cây trồng" in record.body


def test_letters_of_two_signs_are_one(article: Callable[..., ImportedArticle]) -> None:
    record = article(paragraph(unicodedata.normalize("NFD", "trồng cây ở bờ đê")))

    assert "trồng cây ở bờ đê" in record.body


def test_list_that_counts_from_nought_keeps_its_labels(
    article: Callable[..., ImportedArticle],
) -> None:
    choices = item("Chưa có xe", 1) + item("Có một xe", 1)

    body = article(
        choices,
        parts={"numbering.xml": FROM_NOUGHT},
        relations={"n": ("numbering", "numbering.xml")},
    ).body

    assert "<p>0. Chưa có xe</p>" in body
    assert "<ol><li><p>Có một xe</p></li></ol>" in body


def test_struck_text_stays_struck_and_raised_letters_raised(
    article: Callable[..., ImportedArticle],
) -> None:
    words = (
        ("Vé 50.000", "<w:strike/>"),
        (", nay ", ""),
        ("m", ""),
        ("2", '<w:position w:val="8"/><w:sz w:val="19"/>'),
        ("x", '<w:position w:val="8"/>'),
        ("y", '<w:position w:val="-6"/><w:sz w:val="26"/>'),
    )
    runs = "".join(f'<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'
                   for text, look in words)  # fmt: skip

    record = article(f"<w:p>{runs}</w:p>")

    assert "<p><del>Vé 50.000</del>, nay m<sup>2</sup>xy</p>" in record.body
    assert record.notes == ()


def test_picture_of_a_table_stays_in_its_cell(article: Callable[..., ImportedArticle]) -> None:
    face = f"<w:tc>{picture('p', 'Ông Mẫu')}</w:tc>"

    record = article(
        table(cell("Tổ trưởng") + cell("Ảnh"), cell("Nguyễn Văn Mẫu") + face),
        parts={"media/1.png": photo("red")}, relations={"p": ("image", "media/1.png")},
    )  # fmt: skip

    assert record.lead_picture is None
    assert '<td>Nguyễn Văn Mẫu</td><td><img src="0"/></td>' in record.body


def test_sentence_above_a_list_is_no_heading(article: Callable[..., ImportedArticle]) -> None:
    body = paragraph("Theo thư của quận, phường mời bà con:") + paragraph("- đào hố")

    record = article(body + paragraph("- trồng cây") + paragraph("Cần mang:") + paragraph("- xẻng")
                     + paragraph("- găng tay"))  # fmt: skip

    assert "<p>Theo thư của quận, phường mời bà con:</p>" in record.body
    assert "<h2>Cần mang:</h2>" in record.body


def test_fields_arrive_however_many_stand_in_a_paragraph_or_in_each_other(
    article: Callable[..., ImportedArticle],
) -> None:
    link = '<w:fldSimple w:instr="HYPERLINK &quot;https://a.example/{}&quot;">{}</w:fldSimple>'
    run = "<w:r><w:t>{}</w:t></w:r>"
    page = f'<w:fldSimple w:instr="PAGE">{run.format("chín")}</w:fldSimple>'
    many = "".join(link.format(n, run.format(f"mẫu {n}, ")) for n in range(300))

    record = article(f"<w:p>{many}{link.format('x', run.format('trang ') + page)}</w:p>")

    assert record.body.count("<a href=") == 301
    assert '<a href="https://a.example/299">mẫu 299, </a>' in record.body
    assert '<a href="https://a.example/x">trang chín</a>' in record.body


def test_part_above_its_first_section_is_a_heading_too(
    article: Callable[..., ImportedArticle],
) -> None:
    titles = ("II. KẾT QUẢ", "1. Về trồng cây")

    record = article("".join(paragraph(title, run=BOLD) for title in titles) + paragraph("Đủ cây."))

    assert all(f"<h2>{title}</h2>" in record.body for title in titles)
