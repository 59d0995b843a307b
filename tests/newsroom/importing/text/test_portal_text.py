"""What the lines of a copied text become: captions, sub-headings, lists, paragraphs."""

from collections.abc import Callable

import pytest

from newsroom.importing.markup.body_markdown import body_markdown
from newsroom.importing.record import ImportedArticle, Refusal
from newsroom.importing.text.plain_blocks import html_blocks
from newsroom.importing.text.portal_text import read_portal_text
from newsroom.text.dates import to_iso

LONG = "Đoạn văn này đủ dài để không ai nhầm nó với một dòng chú thích ảnh hay một đề mục nhỏ."


def markdown_of(*lines: str) -> list[str]:
    """The Markdown of the lines, a block an item."""
    return body_markdown(html_blocks(lines), (), ()).split("\n\n")


def test_header_lines_become_fields(
    imported: Callable[[str], str],
    fields_and_body: Callable[[str], tuple[dict[str, str], str]],
) -> None:
    fields, _ = fields_and_body(imported("text/so-ket-hoi-phu-nu.txt"))

    assert fields == {
        "title": "Chị em tổ dân phố giữ sạch ngõ xóm: nhìn lại 3 tháng đầu năm 2024",
        "date": "2024-04-02 09:05",
        "category": "mat-tran-doan-the",
        "views": "1204",
        "summary": "Chiều ngày 29/3/2024, Hội LHPN phường đã tổ chức sơ kết công tác Hội quý I "
        "năm 2024 tại nhà văn hóa tổ dân phố số 8",
        "quarter": "2024-Q1",
        "organization": "Hội Phụ nữ phường Thử",
    }


def test_lead_is_not_repeated_in_the_body(
    imported: Callable[[str], str],
    fields_and_body: Callable[[str], tuple[dict[str, str], str]],
) -> None:
    fields, body = fields_and_body(imported("text/so-ket-hoi-phu-nu.txt"))

    assert fields["summary"] not in body


def test_only_paragraph_of_an_article_is_its_body(
    imported: Callable[[str], str],
    fields_and_body: Callable[[str], tuple[dict[str, str], str]],
) -> None:
    fields, body = fields_and_body(imported("text/chi-mot-doan.txt"))

    assert "summary" not in fields
    assert body == "Ngõ 12 mất nước từ 8 giờ đến 11 giờ ngày 28/6."


def test_caption_between_paragraphs_is_set_in_italics() -> None:
    assert markdown_of(LONG, "Toàn cảnh buổi họp", LONG)[1] == "*Toàn cảnh buổi họp*"


@pytest.mark.parametrize("line", ["Hết.", "và một dòng thường", LONG])
def test_line_that_is_no_caption_stays_a_paragraph(line: str) -> None:
    assert markdown_of(LONG, line, LONG)[1] == line


def test_last_line_is_a_signature_and_no_caption() -> None:
    assert markdown_of(LONG, "Minh Hà")[1] == "Minh Hà"


def test_lines_of_a_poem_are_no_captions() -> None:
    poem = ["Ngõ nhỏ chiều nay", "Hoa rơi đầy lối", "Ai quét ai gom"]

    assert markdown_of(LONG, *poem, LONG)[1:4] == poem


def test_line_with_a_colon_above_a_list_is_a_heading() -> None:
    assert markdown_of("Nhiệm vụ quý III:", "1. Họp.", "2. Làm.") == [
        "## Nhiệm vụ quý III:",
        "1. Họp.\n2. Làm.",
    ]


def test_line_with_a_colon_above_a_paragraph_stays_a_paragraph() -> None:
    assert markdown_of("Chị Lan kể:", LONG)[0] == "Chị Lan kể:"


def test_part_with_a_roman_number_is_a_heading() -> None:
    assert markdown_of("II. Kết quả đạt được", LONG)[0] == "## II. Kết quả đạt được"


def test_stray_full_stop_stays_where_it_is() -> None:
    assert markdown_of(LONG, ". Thực hiện kế hoạch năm.")[1] == ". Thực hiện kế hoạch năm."


@pytest.mark.parametrize(
    ("lines", "blocks"),
    [
        (["1. a", "2. b"], ["1. a\n2. b"]),
        (["7. a", "8. b"], [r"7\. a", r"8\. b"]),
        (["1. a", LONG, "2. b"], [r"1\. a", LONG, r"2\. b"]),
        (["1. a", "2. b", "1. c", "2. d"],
         ["1. a\n2. b", "<!-- danh sách khác -->", "1. c\n2. d"]),
        (["1. a", "2. b", "4. c"], ["1. a\n2. b", r"4\. c"]),
        (["1.a", "2.b"], ["1.a", "2.b"]),
        (["2023. Năm ấy"], [r"2023\. Năm ấy"]),
    ],
)  # fmt: skip
def test_numbers_that_markdown_would_change_are_escaped(
    lines: list[str], blocks: list[str]
) -> None:
    assert markdown_of(*lines) == blocks


@pytest.mark.parametrize(
    ("line", "iso", "views"),
    [
        ("Ngày đăng 01/04/2023 | 18:15  | Lượt xem: 201", "2023-04-01 18:15", 201),
        ("Đăng ngày 17-05-2024 / Lượt xem: 400", "2024-05-17 00:00", 400),
        ("27/06/2022 17:40 91", "2022-06-27 17:40", 91),
        ("01/04/2023 6:15:00 CH", "2023-04-01 18:15", None),
        ("01/04/2023 6:15:00 SA", "2023-04-01 06:15", None),
        ("Thứ bảy - 01/04/2023 18:15", "2023-04-01 18:15", None),
        ("Chủ nhật, ngày 02/04/2023 | 07h30", "2023-04-02 07:30", None),
        ("18:15 | 01/04/2023", "2023-04-01 18:15", None),
        ("Thứ bảy, 1/4/2023, 18:15 (GMT+7)", "2023-04-01 18:15", None),
        ("Ngày đăng: 01/04/2023 - 1.204 lượt xem", "2023-04-01 00:00", 1204),
    ],
)
def test_date_line_of_every_portal_is_read(line: str, iso: str, views: int | None) -> None:
    record = read_portal_text(f"Thông báo\n\nTiêu đề\n{line}\n\n{LONG}")

    assert isinstance(record, ImportedArticle)
    assert to_iso(record.date) == iso
    assert record.views == views


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Thông báo\n\nChỉ có tiêu đề", "không thấy dòng ngày đăng"),
        ("Ngày đăng 01/04/2023\n\nNội dung", "không thấy tiêu đề"),
        ("Thông báo\nTiêu đề\n31/02/2023 08:00\nNội dung", "không phải là ngày có thật"),
        ("Thông báo\nTiêu đề\n01/02/2023 08:00\n", "không có nội dung"),
    ],
)
def test_text_that_is_no_article_is_refused_with_a_reason(text: str, found: str) -> None:
    refusal = read_portal_text(text)

    assert isinstance(refusal, Refusal)
    assert found in refusal.found
    assert refusal.cure


def test_text_without_a_section_line_has_no_section() -> None:
    record = read_portal_text(f"Tiêu đề\n01/02/2023 08:00\n{LONG}\n{LONG}")

    assert isinstance(record, ImportedArticle)
    assert record.section_names == ()
    assert record.title == "Tiêu đề"
