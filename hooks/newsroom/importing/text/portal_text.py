"""An article copied as text from the ward's old portal, read into a record."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from newsroom.importing.record import ImportedArticle, Refusal
from newsroom.importing.text.date_line import DateLine, read_date_line
from newsroom.importing.text.page_tools import without_other_news, without_tools
from newsroom.importing.text.plain_blocks import (
    html_blocks,
    is_paragraph,
    tidy_lines,
    without_marks,
)
from newsroom.importing.text.section_names import is_trail, section_names
from newsroom.text.slug import slugify

_HEADER_LINES = 8
_LINES_OF_A_PAGE = 80
"""Above the trail of a page that was copied whole stands its menu."""
_SHORTEST_LEAD = 6
"""Words: what is shorter introduces nothing."""
_DIGITS = re.compile(r"\d+")
_MOST_NAMED = 30
_NO_DATE = Refusal(
    "không thấy dòng ngày đăng dưới tiêu đề.",
    "Hãy thêm một dòng, ví dụ: Ngày đăng 01/04/2023 | 18:15 | Lượt xem: 201",
)
_NO_TITLE = Refusal(
    "không thấy tiêu đề.", "Hãy chép cả dòng chuyên mục và tiêu đề, trên dòng ngày đăng."
)
_NO_BODY = Refusal("bài không có nội dung.", "Hãy chép cả phần dưới dòng ngày đăng.")


class _Header(NamedTuple):
    """What stands above the date line."""

    section: str
    title: str
    menu: Sequence[str]
    """The lines of the page above the article."""


def read_portal_text(text: str) -> ImportedArticle | Refusal:
    """The article of a text: section, title, date line, lead and body, a paragraph a line."""
    lines = tidy_lines(text)
    place, dated = _date_line(lines)
    if dated is None:
        return _NO_DATE
    if dated.moment is None:
        return Refusal(f"“{dated.text}” không phải là ngày có thật.", "Hãy sửa dòng ngày đăng.")
    above, of_page_above = without_tools(lines[:place])
    header = _header([without_marks(line) for line in above])
    if not header.title:
        return _NO_TITLE
    below, of_page_below = without_tools(lines[place + 1 :])
    own, others = without_other_news(below)
    lead, body = _lead_and_body(own)
    if not body:
        return _NO_BODY
    return ImportedArticle(
        section_names=section_names(header.section),
        title=header.title,
        date=dated.moment,
        views=dated.views,
        lead=lead,
        body=html_blocks(body),
        notes=(
            *_told_dropped([*header.menu, *of_page_above, *of_page_below, *others]),
            *_told_second(dated, own),
        ),
    )


def _date_line(lines: list[str]) -> tuple[int, DateLine | None]:
    """The first date line below the trail of a page that was copied whole; else below a title."""
    trail = _trail(lines[:_LINES_OF_A_PAGE])
    start = 0 if trail is None else trail + 1
    found = [
        (place, dated)
        for place, line in enumerate(lines[start : start + _HEADER_LINES], start)
        if (dated := read_date_line(line))
    ]
    # A page begins with the date of the day, too; that of an article has its title above it.
    return next((one for one in found if one[0] > start), next(iter(found), (0, None)))


def _trail(lines: Sequence[str]) -> int | None:
    """The place of the last trail such as “Trang chủ / Tin tức”, None if there is none."""
    return max((place for place, line in enumerate(lines) if is_trail(line)), default=None)


def _header(lines: Sequence[str]) -> _Header:
    trail = _trail(lines)
    if trail is not None:
        # The last step is often said once more, as the head of the page.
        steps = {slugify(name) for name in section_names(lines[trail])}
        titles = [line for line in lines[trail + 1 :] if slugify(line) not in steps]
        heads = [line for line in lines[trail + 1 :] if slugify(line) in steps]
        return _Header(lines[trail], " ".join(titles), [*lines[:trail], *heads])
    # The date of the day, where the page began with it.
    menu = [line for line in lines if read_date_line(line)]
    own = [line for line in lines if line not in menu]
    if len(own) < 2:
        return _Header("", " ".join(own), menu)
    return _Header(own[0], " ".join(own[1:]), menu)


def _lead_and_body(lines: list[str]) -> tuple[str, list[str]]:
    # The paragraph under the date line is the lead. The site shows it from `summary` above the
    # body, so it is taken out of the body: its words are words of the article, and stand once.
    is_lead = len(lines) > 1 and is_paragraph(lines, 0) and len(lines[0].split()) >= _SHORTEST_LEAD
    return (without_marks(lines[0]), lines[1:]) if is_lead else ("", lines)


def _told_dropped(lines: Sequence[str]) -> Iterator[str]:
    """What was taken for the page's, by its words: nothing goes unnamed."""
    if lines:
        named = ", ".join(f"“{line}”" for line in lines[:_MOST_NAMED])
        more = f" và {len(lines) - _MOST_NAMED} dòng nữa" if len(lines) > _MOST_NAMED else ""
        yield f"đã bỏ {len(lines)} dòng của trang cũ, không phải của bài: {named}{more}."


def _told_second(first: DateLine, lines: Sequence[str]) -> Iterator[str]:
    """A second date line of the same form: a second article that was copied along."""
    for line in lines:
        if _form(line) == _form(first.text) and read_date_line(line):
            yield (
                f"tệp có hai bài? Trong bài còn một dòng ngày đăng nữa: “{line}”. Nếu là hai bài, "
                "hãy tách thành hai tệp rồi nhập lại."
            )
            return


def _form(line: str) -> str:
    return _DIGITS.sub("0", line.casefold())
