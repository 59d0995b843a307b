"""The visible header of a saved page: the title, the date line and the views."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from bs4 import Tag

from newsroom.importing.markup.elements import (
    HEADINGS,
    attribute,
    holds,
    is_inside,
    loose_text_of,
    short_text_of,
    text_of,
)
from newsroom.importing.page.layout import Layout
from newsroom.importing.page.trail import is_trail
from newsroom.importing.text.date_line import DateLine, days_named, read_date_line, read_views
from newsroom.text.dates import format_day
from newsroom.text.fold import fold

_OTHER_TITLES = ("div", "span", "p", "td", "strong", "b", "font", "a")
_BLOCKS = ("div", "p", "td", "table", "ul", *HEADINGS)
_FEWEST_WORDS = 3
_LONGEST_LINE = 250
_LONGEST_TITLE = 400
_NEAR = 3
"""How many elements up a date line above the title may share with it."""
_BREAKS = re.compile(r"\s+[-–|»›:]+\s+")
_SITE = re.compile(
    r"(?:cong|trang) (?:thong tin|tin)|website\b|(?:phuong|xa|thi tran) \S+(?: \S+)?$"
)
_CUT = re.compile(r"\s*(?:\.\.\.|…)$")
_WHOLE, _FIRST, _OTHER_PART, _WITHIN = 4, 3, 2, 1


@dataclass(frozen=True, slots=True)
class Published:
    """What the line under the title says, and its element; all None if there is none."""

    line: DateLine | None = None
    element: Tag | None = None
    views: int | None = None


def find_title(layout: Layout, names: Sequence[str]) -> Tag | None:
    """The element that shows the article's title; names are those of the page itself.

    Of several it is the one that is a name, or that a name begins with, or that has most of its
    words; one that the portal is known to show titles in comes first among equals.
    """
    trails = {id(trail) for trail in layout.page.find_all(is_trail)}
    known = [tag for tag in layout.select("title") if _can_be_title(tag, trails)]
    others = [tag for tag in layout.page.find_all([*HEADINGS, *_OTHER_TITLES])
              if _can_be_title(tag, trails)]  # fmt: skip
    folded = [_CUT.sub("", fold(name)) for name in names]
    ranked = [(_rank(tag, folded, known, layout), tag) for tag in [*known, *others]]
    best, found = max(ranked, key=lambda pair: pair[0], default=((0,), None))
    if found is not None and best[0] > 0:
        return found
    if known:
        return known[0]
    alone = [tag for tag in layout.page.find_all("h1") if _can_be_title(tag, trails)]
    return alone[0] if len(alone) == 1 else None


def find_published(title: Tag, body: Tag, layout: Layout) -> Published:
    """The date line and the views: where the portal shows them, below the title down to the end of
    the body, above the title beside it, or below the body with words that say so."""
    views = _views_of(title, body, layout)
    for candidates in (
        _known(layout),
        _header(title, body),
        _inside(title, body),
        _above(title, body),
        _below(body, layout),
    ):
        dated = [(line, tag) for tag in candidates if (line := read_date_line(_line(tag)))]
        # What was published first and changed later is of the day on which it was published.
        for line, tag in sorted(dated, key=lambda pair: pair[0].updated):
            return Published(line, tag, views if line.views is None else line.views)
    return Published(views=views)


def settled_moment(
    line: DateLine, declared: datetime | None, text: str, day_first: bool
) -> tuple[datetime | None, str]:
    """The moment that a line means, and a note where it may mean another.

    5/10/2023 8:00 AM is of May for some programs. What the page declares for machines decides, then
    the days that the text names; else it is read as Vietnamese write and told.
    """
    first, second = line.moment, line.month_first
    if declared and first and declared.date() not in (first.date(), second and second.date()):
        return declared, (
            f"trang hiện ngày {format_day(first)} nhưng khai với máy tìm kiếm là "
            f"{format_day(declared)}: lấy ngày sau, xin xem lại."
        )
    if first is None or second is None or day_first:
        return first, ""
    if declared:
        return (first if declared.date() == first.date() else second), ""
    named = set(days_named(text))
    is_first, is_second = ((day.day, day.month) in named for day in (first, second))
    if is_first and not is_second:
        return first, ""
    moment = second if is_second and not is_first else first
    return moment, (
        f"“{line.text}” là ngày {first.day}/{first.month} hay {second.day}/{second.month}? "
        f"Tạm lấy {format_day(moment)}, xin xem lại."
    )


def _can_be_title(tag: Tag, trails: set[int]) -> bool:
    is_heading = tag.name in HEADINGS
    if not is_heading and holds(tag, _BLOCKS):
        return False
    words = short_text_of(tag, _LONGEST_TITLE)
    if not words:
        return False
    if any(id(one) in trails for one in (tag, *tag.parents)):
        return False
    link = tag if tag.name == "a" else tag.find("a")
    return is_heading or link is None or text_of(link) != words


def _rank(
    tag: Tag, names: Sequence[str], known: Sequence[Tag], layout: Layout
) -> tuple[float, bool, bool, int, bool]:
    words = fold(text_of(tag))
    match: float = max((_likeness(words, name) for name in names), default=0)
    if layout.is_aside(tag) or _is_of_site(tag, words):
        match = match / 10
    is_known = any(tag is one for one in known)
    return match, is_known, tag.name in HEADINGS[:3], len(words.split()), tag.name in HEADINGS


def _likeness(words: str, name: str) -> int:
    if words == name or (len(words) > len(name) > _LONGEST_LINE // 4 and words.startswith(name)):
        return _WHOLE
    parts = _BREAKS.split(name)
    joined = {" - ".join(parts[:count]): count for count in range(1, len(parts) + 1)}
    plain = " - ".join(_BREAKS.split(words))
    if plain in joined:
        return _FIRST
    if plain in parts:
        return _OTHER_PART
    # A cut name: “Phường tổ chức hội nghị …” for a longer title.
    if len(parts[0].split()) > _FEWEST_WORDS and plain.startswith(_CUT.sub("", parts[0])):
        return _FIRST
    if len(words.split()) < _FEWEST_WORDS:
        return 0
    return _FIRST if name.startswith(words) else _WITHIN * (words in name)


def _is_of_site(tag: Tag, words: str) -> bool:
    """Whether the words are the portal's name: they lead to its home page, or say so."""
    link = tag if tag.name == "a" else tag.find("a") or tag.find_parent("a")
    home = isinstance(link, Tag) and attribute(link, "href").strip() in ("/", "/vi/", "index.html")
    return home or _SITE.match(words) is not None


def _known(layout: Layout) -> Iterator[Tag]:
    return (tag for tag in layout.select("date") if len(_line(tag)) > 0 and _is_shown(tag, layout))


def _is_shown(tag: Tag, layout: Layout) -> bool:
    return not layout.is_aside(tag)


def _until_end(title: Tag, body: Tag) -> Iterator[Tag]:
    """The elements after the title, up to the end of the body."""
    entered = is_inside(title, body)
    for tag in title.find_all_next(True):
        inside = is_inside(tag, body)
        if entered and not inside:
            return
        entered = entered or tag is body
        if not is_inside(tag, title):
            yield tag


def _header(title: Tag, body: Tag) -> Iterator[Tag]:
    """The elements from the title to the body, or to its end if it holds the title."""
    for tag in _until_end(title, body):
        if tag is body:
            return
        if not _is_in_grid(tag, body):
            yield tag


def _inside(title: Tag, body: Tag) -> Iterator[Tag]:
    """The elements of the body that are none of a table or a list."""
    return (tag for tag in _until_end(title, body)
            if is_inside(tag, body) and not _is_in_grid(tag, body))  # fmt: skip


def _is_in_grid(tag: Tag, body: Tag) -> bool:
    around = tag.find_parent(["table", "li"])
    return around is not None and is_inside(around, body)


def _above(title: Tag, body: Tag) -> Iterator[Tag]:
    """The elements just above the title, after the trail: what stands further up is the clock of
    the server."""
    around = [tag for tag, _ in zip(title.parents, range(_NEAR), strict=False)]
    near = [tag for tag in around if tag.name not in ("body", "[document]")]
    for tag in title.find_all_previous(True):
        if is_trail(tag) or not any(is_inside(tag, one) for one in near):
            return
        if not is_inside(title, tag):
            yield tag


def _below(body: Tag, layout: Layout) -> Iterator[Tag]:
    """The elements after the body whose words say that they hold the date."""
    for tag in body.find_all_next(True):
        line = read_date_line(_line(tag))
        if line and line.labelled and not is_inside(tag, body) and not layout.is_aside(tag):
            yield tag


def _views_of(title: Tag, body: Tag, layout: Layout) -> int | None:
    near = [*_header(title, body), *body.find_next_siblings()]
    for tag in layout.select("views"):
        number = _line(tag)
        if number.replace(".", "").isdecimal():
            return read_views(f"{number} lượt xem")
        near.insert(0, tag)
    found = (read_views(_line(tag)) for tag in near if not layout.furniture(tag))
    return next((number for number in found if number is not None), None)


def _line(tag: Tag) -> str:
    return loose_text_of(tag) if short_text_of(tag, _LONGEST_LINE) else ""
