"""Documents of LibreOffice (.odt): looks, lists, tables, pictures and notes, as of Word's."""

from pathlib import Path

import pytest
from word_documents import photo, zipped

from newsroom.importing.formats.reading import read_records
from newsroom.importing.record import ImportedArticle, Refusal

SPACES = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{space}:1.0"'
    for prefix, space in {
        "office": "office",
        "text": "text",
        "table": "table",
        "draw": "drawing",
        "style": "style",
        "fo": "xsl-fo-compatible",
        "svg": "svg-compatible",
    }.items()
)
SPACES += ' xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:dc="http://purl.org/dc/elements/1.1/"'
STYLES = (
    '<style:style style:name="T1"><style:text-properties fo:font-weight="bold"/></style:style>'
    '<style:style style:name="P1" style:parent-style-name="P0"/><style:style style:name="P0">'
    '<style:paragraph-properties fo:text-align="center"/></style:style>'
    '<text:list-style style:name="L1"><text:list-level-style-number text:level="1" '
    'style:num-format="1" style:num-suffix="."/><text:list-level-style-number text:level="2" '
    'style:num-format="a" style:num-suffix=")"/><text:list-level-style-bullet text:level="3"/>'
    "</text:list-style>"
)
HEAD = (
    '<text:p text:style-name="P1">Ngày hội trồng cây ở bờ đê</text:p>'
    "<text:p>Ngày đăng 04/02/2024 | 07:30</text:p>"
    "<text:p>Sáng mùng bảy, bà con ra bờ đê trồng một trăm cây nhãn và cây bưởi.</text:p>"
)
END = "<text:p>Ai cũng hẹn năm sau lại ra.</text:p>"


def odt(body: str, styles: str = STYLES, **parts: bytes | str) -> bytes:
    content = (
        f"<office:document-content {SPACES}><office:automatic-styles>{styles}"
        f"</office:automatic-styles><office:body><office:text>{body}</office:text></office:body>"
        "</office:document-content>"
    )
    kind = "application/vnd.oasis.opendocument.text"
    return zipped(mimetype=kind, content_xml=content, **parts)


def read(folder: Path, data: bytes, name: str = "bai.odt") -> ImportedArticle | Refusal:
    (folder / name).write_bytes(data)
    (record,) = read_records(folder / name)
    return record


def article(folder: Path, body: str, **parts: bytes | str) -> ImportedArticle:
    record = read(folder, odt(f"{HEAD}{body}{END}", **parts))
    assert isinstance(record, ImportedArticle), record
    assert (record.title, record.section_names) == ("Ngày hội trồng cây ở bờ đê", ())
    assert "mất chữ" not in "\n".join(record.notes)
    return record


def test_headings_emphasis_links_and_blanks(tmp_path: Path) -> None:
    record = article(
        tmp_path,
        '<text:h text:outline-level="3">Chuẩn bị</text:h><text:section><text:p>Đào<text:s '
        'text:c="3"/>hố <text:span text:style-name="T1">rất sâu</text:span><text:line-break/>rồi'
        '<text:tab/>nghỉ'
        '</text:p></text:section><text:p><text:a xlink:href="https://a.example/?x=1&amp;y=2">mẫu '
        'đơn</text:a></text:p><text:p>Trang <text:page-number>3</text:page-number></text:p>',
    )  # fmt: skip

    assert "<h3>Chuẩn bị</h3>" in record.body
    assert "<p>Đào hố <strong>rất sâu</strong><br/>rồi nghỉ</p>" in record.body
    assert '<a href="https://a.example/?x=1&amp;y=2">mẫu đơn</a>' in record.body
    assert "Trang 3" in record.body


def items(*inner: str, more: str = "") -> str:
    listed = "".join(f"<text:list-item>{one}</text:list-item>" for one in inner)
    return f'<text:list text:style-name="L1" {more}>{listed}</text:list>'


def test_lists_are_nested_and_count_on(tmp_path: Path) -> None:
    deeper = items("<text:p>sâu</text:p>", "<text:p>rộng</text:p>"
                   + items("<text:p>sáu tấc</text:p>"))  # fmt: skip

    record = article(
        tmp_path,
        items(f"<text:p>đào hố</text:p>{deeper}",
              "<text:p>trồng cây</text:p><text:p>thật thẳng</text:p>")
        + "<text:p>Nghỉ tay.</text:p>"
        + items("<text:p>tưới nước</text:p>", more='text:continue-numbering="true"'),
    )  # fmt: skip

    assert (
        "<ol><li><p>đào hố</p><p>a) sâu</p><p>b) rộng</p><ul><li><p>sáu tấc</p></li></ul></li>"
        "<li><p>trồng cây<br/>thật thẳng</p></li></ol>"
    ) in record.body
    assert "<p>3. tưới nước</p>" in record.body


def test_cells_pictures_boxes_and_notes_arrive(tmp_path: Path) -> None:
    cell = "<table:table-cell{}><text:p>{}</text:p></table:table-cell>"
    row = "<table:table-row>{}</table:table-row>"
    frame = "<draw:frame>{}<svg:desc>Đám đông trên đê</svg:desc></draw:frame>"
    image = '<draw:image xlink:href="Pictures/1.png"/>'
    box = "<draw:text-box><text:p>Trong khung.</text:p></draw:text-box>"
    note = (
        "<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>Theo cụ Tư."
        "</text:p></text:note-body></text:note>"
    )

    record = article(
        tmp_path,
        "<table:table><table:table-header-rows>"
        + row.format(cell.format(' table:number-columns-spanned="2"', "Tổ")
                     + "<table:covered-table-cell/>")
        + "</table:table-header-rows>" + row.format(cell.format("", "Tổ 4") + cell.format("", "37"))
        + f"</table:table><text:p>{frame.format(image)}</text:p><text:p>Trước khung."
        f"{frame.format(box)}</text:p><text:p>Sau khung.{note}</text:p>"
        "<text:p><draw:custom-shape><text:p>Chữ trong hình.</text:p></draw:custom-shape></text:p>",
        **{"Pictures/1.png": photo("red")},
    )  # fmt: skip

    table = "<table><tr><td>Tổ</td><td></td></tr><tr><td>Tổ 4</td><td>37</td></tr></table>"
    assert table in record.body
    assert record.lead_picture and record.lead_picture.alt == "Đám đông trên đê"
    assert (
        "<p>Trước khung.</p>\n<p>Trong khung.</p>\n<p>Sau khung.<sup>[1]</sup></p>" in record.body
    )
    assert "<p>Chữ trong hình.</p>" in record.body
    assert record.body.endswith("<p>[1] Theo cụ Tư.</p>")


def test_what_is_left_out_is_named_and_day_of_saving_is_known(tmp_path: Path) -> None:
    styles = (
        f"<office:document-styles {SPACES}><office:master-styles><style:header><text:p>Bản tin"
        "</text:p></style:header></office:master-styles></office:document-styles>"
    )
    chart = f"<office:document-content {SPACES}><text:p>Cây 37</text:p></office:document-content>"
    body = (
        "<text:tracked-changes><text:changed-region><text:deletion><text:p>xóa rồi</text:p>"
        "</text:deletion></text:changed-region></text:tracked-changes>"
        + HEAD.partition("<text:p>")[0]
        + "<text:p>Sáng nay có mưa rất nhẹ.<office:annotation><text:p>sửa câu này</text:p>"
        '</office:annotation></text:p><text:p><draw:frame><draw:object xlink:href="./Object 1"/>'
        "</draw:frame></text:p>" + END
    )  # fmt: skip
    day = "<dc:date>2024-02-04T07:30:00</dc:date>"
    meta = f"<office:document-meta {SPACES}>{day}</office:document-meta>"

    record = read(tmp_path, odt(
        body, styles_xml=styles, meta_xml=meta, **{"Object 1/content_xml": chart},
    ))  # fmt: skip

    assert isinstance(record, ImportedArticle), record
    assert f"{record.date:%Y-%m-%d %H:%M}" == "2024-02-04 07:30"
    told = "\n".join(record.notes)
    for words in ("xóa rồi", "sửa câu này", "Cây 37", "Bản tin", "date"):
        assert words in told
        assert words not in record.body


@pytest.mark.parametrize(
    ("parts", "found"),
    [
        ({"META-INF__manifest_xml": "<x><encryption-data/></x>"}, "mật khẩu"),
        ({"styles_xml": "<!DOCTYPE x [<!ENTITY a 'ha'>]><x>&a;</x>"}, "DTD"),
    ],
)
def test_locked_and_unsafe_documents_are_refused(
    parts: dict[str, str], found: str, tmp_path: Path
) -> None:
    refusal = read(tmp_path, odt(HEAD + END, **parts))

    assert isinstance(refusal, Refusal)
    assert found in refusal.found


def test_nobody_sees_hidden_text_but_staff_and_comments_are_quoted_without_their_writers(
    tmp_path: Path,
) -> None:
    styles = STYLES + (
        '<style:style style:name="H"><style:text-properties text:display="none"/></style:style>'
        '<style:style style:name="S"><style:text-properties style:text-line-through-style="solid"/>'
        "</style:style>"
    )
    span = '<text:span text:style-name="{}">{}</text:span>'
    comment = (
        "<office:annotation><dc:creator>Lan</dc:creator>"
        "<text:p>xem lại</text:p></office:annotation>"
    )
    seen = f"{span.format('H', 'giấu kín')}{span.format('S', 'cũ')}"
    hidden = '<text:p text:style-name="H">{}</text:p>'.format
    item = f"<text:list><text:list-item>{hidden('mục kín')}</text:list-item></text:list>"
    body = f"<text:p>Cây {seen} mới{comment}</text:p>{hidden('cả dòng')}{item}"

    record = read(tmp_path, odt(f"{HEAD}{body}{END}", styles))

    assert isinstance(record, ImportedArticle), record
    assert "<p>Cây <del>cũ</del> mới</p>" in record.body
    told = "\n".join(record.notes)
    assert "cả dòng" not in record.body and "mục kín" not in record.body
    assert "“giấu kín”; “cả dòng”; “mục kín”" in told and "“xem lại”" in told and "Lan" not in told


def test_picture_in_a_link_keeps_it(tmp_path: Path) -> None:
    frame = '<draw:frame><draw:image xlink:href="Pictures/1.png"/></draw:frame>'

    record = article(
        tmp_path, f'<text:p><draw:a xlink:href="https://a.example/">{frame}</draw:a></text:p>',
        **{"Pictures/1.png": photo("red")},
    )  # fmt: skip

    assert '<a href="https://a.example/"><img src="0"/></a>' in record.body
