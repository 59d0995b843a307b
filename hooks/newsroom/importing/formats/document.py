"""A document of an office program as an article: its head (the section perhaps, the title, the day)
is found by looks and words, as people find it."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from bs4 import Tag

from newsroom.importing.formats.letters import (
    placed_day,
    settle_columns,
    settle_frames,
    take_letterhead,
    without_letterhead,
)
from newsroom.importing.formats.typed import settle_typed
from newsroom.importing.markup.elements import (
    HEADINGS,
    attribute,
    child_tags,
    is_beyond,
    make,
    parse,
    text_of,
)
from newsroom.importing.page.article_html import (
    DEEPEST,
    GREETING,
    MOST_ELEMENTS,
    TOO_LARGE,
    Facts,
    article_of,
)
from newsroom.importing.page.captions import is_centred
from newsroom.importing.page.taken import quoted_words
from newsroom.importing.record import ImportedArticle, Refusal
from newsroom.importing.text.date_line import DateLine, read_date_line
from newsroom.importing.text.decoding import html_in_unicode, legacy_note
from newsroom.importing.text.section_names import is_trail, section_names
from newsroom.text.dates import format_day
from newsroom.text.encoding import legacy_encoding

_LINES = 8
"""So many lines from its beginning make the head of a document."""
_MOST_OF_TITLE = 4
_LONGEST_TITLE, _LONGEST_SECTION = 45, 20
"""Words."""
_ADD_LINES = "Hãy viết ở đầu tệp: tiêu đề, dưới đó một dòng, ví dụ: Ngày đăng 01/04/2023"
_NO_TITLE = Refusal("không thấy tiêu đề ở đầu tệp.", f"{_ADD_LINES}.")
_NO_DATE = Refusal("không thấy ngày đăng trong tệp.", f"{_ADD_LINES}.")


@dataclass(frozen=True, slots=True)
class Document:
    """What an office program saved."""

    html: str
    load: Callable[[str], bytes | None]
    """From an address in the HTML to the bytes of the picture there."""
    moment: datetime | None = None
    """When it was saved."""
    notes: tuple[str, ...] = ()
    """What of it is not in the HTML, for staff."""


@dataclass(slots=True)
class _Head:
    """What stands above the text; tags are the lines that said it."""

    section: str = ""
    title: list[Tag] = field(default_factory=list)
    dated: DateLine | None = None
    tags: list[Tag] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


def article_of_document(document: Document) -> ImportedArticle | Refusal:
    """The article of a document; a refusal where nothing says what it is called, or its day."""
    html, encoding = document.html, legacy_encoding(text_of(parse(document.html)))
    if encoding:
        html, encoding = html_in_unicode(html)
    root = parse(html)
    if is_beyond(root, MOST_ELEMENTS, DEEPEST):
        return TOO_LARGE
    settle_frames(root)
    settle_typed(root)
    head = _head(root)
    if not head.title:
        return _NO_TITLE
    moment = head.dated.moment if head.dated else document.moment
    if moment is None:
        wrong = head.dated and Refusal(f"“{head.dated.text}” không phải là ngày có thật.",
                                       "Hãy sửa dòng ngày đăng.")  # fmt: skip
        return wrong or _NO_DATE
    facts = Facts(
        title=" ".join(map(text_of, head.title)),
        date=moment,
        section_names=section_names(head.section),
        views=head.dated.views if head.dated else None,
        notes=(*legacy_note(encoding), *_told_day(head, moment), *head.notes, *document.notes),
    )
    for tag in (*head.title, *head.tags):
        tag.extract()
    settle_columns(root)
    return article_of(make("div", *list(root.contents)), facts, document.load)


def _told_day(head: _Head, moment: datetime) -> Iterator[str]:
    if head.dated is None:
        yield (
            f"tệp không ghi ngày đăng: lấy ngày lưu tệp lần cuối ({format_day(moment)}), hãy sửa "
            "dòng date nếu không đúng."
        )


def _head(root: Tag) -> _Head:
    lines, beside = _first_lines(root)
    head = _Head()
    place = _place_of_date(lines, head)
    above, below = lines[:place], lines[place + 1 :]
    if head.dated and above:
        head.tags.append(lines[place])
        _take_title(above, head, is_whole=True)
    elif head.dated:
        head.tags.append(lines[place])
        _take_title(below, head, is_whole=False)
    else:
        _take_title(lines, head, is_whole=False)
    if head.dated is None:
        _take_placed_day(lines, beside, head)
    if letterhead := take_letterhead(beside):
        head.notes.append(f"đã bỏ phần đầu công văn: {quoted_words(' | '.join(letterhead))}.")
    return head


def _first_lines(root: Tag) -> tuple[list[Tag], list[Tag]]:
    """The lines that a document begins with, and those of a letterhead or a table above them."""
    lines: list[Tag] = []
    beside: list[Tag] = []
    for tag in child_tags(root):
        if tag.name == "table" and not lines:
            beside += tag.find_all("p")
        elif tag.name not in ("p", *HEADINGS) or _is_item(tag):
            break
        elif any(char.isalnum() for char in text_of(tag)):
            lines.append(tag)
    letterhead, lines = without_letterhead(lines[: 2 * _LINES])
    return lines[:_LINES], [*beside, *letterhead]


def _is_item(tag: Tag) -> bool:
    return "mso-list" in attribute(tag, "style")


def _place_of_date(lines: Sequence[Tag], head: _Head) -> int:
    """The place of the first date line below another line, else of the first; past the end where
    there is none."""
    read = {place: dated for place, tag in enumerate(lines)
            if (dated := read_date_line(text_of(tag)))}  # fmt: skip
    place = next((place for place in read if place), next(iter(read), len(lines)))
    head.dated = read.get(place)
    return place


def _take_title(lines: Sequence[Tag], head: _Head, *, is_whole: bool) -> None:
    """Find the title, and the section above it; is_whole: whether the lines hold nothing else."""
    own = [tag for tag in lines if placed_day(tag) is None]
    trails = [tag for tag in own if is_trail(text_of(tag))]
    own = [tag for tag in own if tag not in trails]
    start = _start_of_title(own)
    if start is not None and (is_whole or start < 2):
        head.title = list(_run(own, start))
        before = own[:start]
    elif is_whole and len(own) > 1 and not trails:
        before, head.title = own[:1], own[1:]
    else:
        before, head.title = [], own[: None if is_whole else 1]
    if sum(len(text_of(tag).split()) for tag in head.title) > _LONGEST_TITLE:
        head.title = []
        return
    above = [tag for tag in (*before, *trails) if len(text_of(tag).split()) <= _LONGEST_SECTION]
    head.tags += above
    head.section = text_of(above.pop()) if above else ""
    if above:
        head.notes.append(f"đã bỏ ở trên tiêu đề: “{' | '.join(map(text_of, above))}”.")


def _start_of_title(lines: Sequence[Tag]) -> int | None:
    """The place of the first line that is a heading of the highest level; else of one that is a
    heading, bold or centred."""
    highest = (n for n, tag in enumerate(lines) if tag.name == "h1")
    apart = (n for n, tag in enumerate(lines) if _is_set_apart(tag))
    return next(highest, next(apart, None))


def _run(lines: Sequence[Tag], start: int) -> Iterator[Tag]:
    """The lines from there that look alike and make one title."""
    first, before = lines[start], ""
    for tag in lines[start : start + _MOST_OF_TITLE]:
        words = text_of(tag)
        if _look(tag) != _look(first) or (before and GREETING.match(words)):
            return
        if words.isupper() and before and text_of(first).isupper() and not before.isupper():
            return  # below what a decision is about stands who decides
        yield tag
        before = words


def _look(tag: Tag) -> tuple[str, bool, bool]:
    bold = "".join(part.get_text() for part in tag.find_all(["strong", "b"]))
    is_bold = "".join(bold.split()) == "".join(tag.get_text().split())
    return tag.name, is_bold, is_centred(tag)


def _is_set_apart(tag: Tag) -> bool:
    name, is_bold, is_centred = _look(tag)
    return name != "p" or is_bold or is_centred


def _take_placed_day(lines: Sequence[Tag], beside: Sequence[Tag], head: _Head) -> None:
    """The day of a letter: Phường Thử, ngày 3 tháng 4 năm 2023."""
    for tag in (*beside, *lines):
        dated = placed_day(tag)
        if dated is None:
            continue
        head.dated = dated
        if tag in lines:
            head.tags.append(tag)
            head.notes.append(f"dòng “{text_of(tag)}” đã thành ngày đăng.")
        return
