"""An article copied as text from the ward's old portal, read into a record."""

from newsroom.importing.record import ImportedArticle, Refusal
from newsroom.importing.text.date_line import DateLine, read_date_line
from newsroom.importing.text.decoding import legacy_refusal
from newsroom.importing.text.plain_blocks import html_blocks, is_paragraph
from newsroom.importing.text.section_names import section_names
from newsroom.importing.text.white_space import tidy

_HEADER_LINES = 8
_NO_DATE = Refusal(
    "không thấy dòng ngày đăng dưới tiêu đề.",
    "Hãy thêm một dòng, ví dụ: Ngày đăng 01/04/2023 | 18:15 | Lượt xem: 201",
)
_NO_TITLE = Refusal(
    "không thấy tiêu đề.", "Hãy chép cả dòng chuyên mục và tiêu đề, trên dòng ngày đăng."
)
_NO_BODY = Refusal("bài không có nội dung.", "Hãy chép cả phần dưới dòng ngày đăng.")


def read_portal_text(text: str) -> ImportedArticle | Refusal:
    """The article of a text: section, title, date line, lead and body, a paragraph a line."""
    lines = [line for line in map(tidy, text.splitlines()) if line]
    if refusal := legacy_refusal(" ".join(lines)):
        return refusal
    place, dated = _date_line(lines)
    if dated is None:
        return _NO_DATE
    if dated.moment is None:
        return Refusal(f"«{dated.text}» không phải là ngày có thật.", "Hãy sửa dòng ngày đăng.")
    if place == 0:
        return _NO_TITLE
    lead, body = _lead_and_body(lines[place + 1 :])
    if not body:
        return _NO_BODY
    section, title = ("", lines[0]) if place == 1 else (lines[0], " ".join(lines[1:place]))
    return ImportedArticle(
        section_names=section_names(section),
        title=title,
        date=dated.moment,
        views=dated.views,
        lead=lead,
        body=html_blocks(body),
    )


def _date_line(lines: list[str]) -> tuple[int, DateLine | None]:
    for place, line in enumerate(lines[:_HEADER_LINES]):
        if dated := read_date_line(line):
            return place, dated
    return 0, None


def _lead_and_body(lines: list[str]) -> tuple[str, list[str]]:
    # The paragraph under the date line is the lead. The site shows it from `summary` above the
    # body, so it is taken out of the body: its words are words of the article, and stand once.
    if len(lines) > 1 and is_paragraph(lines, 0):
        return lines[0], lines[1:]
    return "", lines
