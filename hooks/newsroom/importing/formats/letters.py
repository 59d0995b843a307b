"""What frames a letter of an office (Nghị định 30/2020): the letterhead above its title, and the
columns in which it is signed."""

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from bs4 import Tag
from bs4.element import PageElement

from newsroom.importing.markup.elements import (
    HEADINGS,
    LISTS,
    attribute,
    child_tags,
    make,
    text_of,
)
from newsroom.importing.text.date_line import DateLine, read_date_line
from newsroom.importing.text.plain_blocks import is_short

_MOTTO = re.compile(
    r"(?P<country>(?<!nước )cộng h(?:òa|oà) xã hội chủ nghĩa(?: việt nam)?)"
    r"|độc lập\s*[-–—]\s*tự do\s*[-–—]\s*hạnh phúc",
    re.IGNORECASE,
)
"""What stands above every letter. “Quốc khánh nước Cộng hòa …” is what an article is about."""
_NUMBER = re.compile(r"số\s*:", re.IGNORECASE)
_PLACED = re.compile(r"[^,;:.!?]{2,60},\s*(ngày\s+.+)", re.IGNORECASE)
"""Phường Thử, ngày 3 tháng 4 năm 2023"""
_MOST_WORDS = 80
"""Of a letterhead: a table with more holds the letter itself."""
_BESIDE_NUMBER = re.compile(r",\s*(ngày\s+\d.*)", re.IGNORECASE)


def placed_day(tag: Tag) -> DateLine | None:
    """The day of a line that says where and when a letter was written."""
    words = text_of(tag)
    match = _PLACED.fullmatch(words) or (_NUMBER.match(words) and _BESIDE_NUMBER.search(words))
    return read_date_line(match[1]) if match else None


def without_letterhead(lines: Sequence[Tag]) -> tuple[list[Tag], list[Tag]]:
    """The lines of a letterhead that was typed without a table, and those below it; nothing else
    stands above or in it."""
    like = takewhile(_is_of_letterhead, lines)
    found = {place: motto for place, tag in enumerate(like)
             if (motto := _MOTTO.search(text_of(tag)))}  # fmt: skip
    if not any(motto["country"] for motto in found.values()):
        return [], list(lines)
    end = max(found) + 1
    while end < len(lines) and _goes_on(lines[end]):
        end += 1
    return list(lines[:end]), list(lines[end:])


def take_letterhead(tags: Sequence[Tag]) -> list[str]:
    """Take the letterhead out, all but the letter's number; returns its words and what its pictures
    show, none if the tags, which stand above the title, are no letterhead."""
    words = [text_of(tag) for tag in tags]
    if not any(map(_MOTTO.search, words)) or len(" ".join(words).split()) > _MOST_WORDS:
        return []
    pictures = [img for tag in tags for img in tag.find_all("img")]
    taken = [f"ảnh {attribute(img, 'alt')}".strip() for img in pictures]
    taken += [one for one in words if one and not _NUMBER.match(one)]
    for tag in tags:
        table = _outermost_table(tag)
        if table is not None and table.parent is not None:
            table.insert_before(*(one for one in tags if _is_number_in(one, table)))
            table.extract()
        elif table is None and not _NUMBER.match(text_of(tag)):
            tag.extract()
    return taken


def settle_frames(root: Tag) -> None:
    """Take what stands in a table of one column, which is a frame around it, out of it."""
    for table in child_tags(root):
        rows = table.find_all("tr") if table.name == "table" else []
        cells = [row.find_all(["td", "th"]) for row in rows]
        if rows and max(map(len, cells)) == 1 and not table.find("table"):
            inner = [*table.find_all("caption"), *(cell for row in cells for cell in row)]
            table.replace_with(*(block for part in inner for block in _blocks(part)))


def _blocks(part: Tag) -> list[PageElement]:
    inner = list(part.contents)
    return inner if part.find(["p", *LISTS, *HEADINGS]) else [make("p", *inner)]


def settle_columns(root: Tag) -> None:
    """Show short lines beside each other, as a letter is signed, as the lines of one paragraph:
    none of them is a heading, though many are bold."""
    for table in child_tags(root):
        if table.name == "table" and len(table.find_all("tr")) == 1:
            for cell in table.find_all(["td", "th"]):
                lines = child_tags(cell)
                if len(lines) > 1 and all(map(_is_short_line, lines)):
                    _join(lines)


def _is_of_letterhead(tag: Tag) -> bool:
    """Whether the line may stand in one: beside the motto only names of offices, in capitals."""
    rest = _MOTTO.sub("", text_of(tag))
    return rest == rest.upper() or bool(_NUMBER.match(rest)) or placed_day(tag) is not None


def _goes_on(tag: Tag) -> bool:
    """Whether the line stands in a letterhead that has begun, however its office writes itself."""
    words = text_of(tag)
    has_motto = is_short(words) and _MOTTO.search(words)
    return bool(_NUMBER.match(words) or has_motto) or placed_day(tag) is not None


def _outermost_table(tag: Tag) -> Tag | None:
    tables = tag.find_parents("table")
    return tables[-1] if tables else None


def _is_number_in(tag: Tag, table: Tag) -> bool:
    return _outermost_table(tag) is table and bool(_NUMBER.match(text_of(tag)))


def _is_short_line(tag: Tag) -> bool:
    is_item = "mso-list" in attribute(tag, "style")
    return tag.name == "p" and not is_item and not tag.find("img") and is_short(text_of(tag))


def _join(lines: Sequence[Tag]) -> None:
    shown = [line for line in lines if text_of(line)]
    lines[0].insert_before(make("p", *_with_breaks(shown)))
    for line in lines:
        line.extract()


def _with_breaks(lines: Sequence[Tag]) -> Iterator[PageElement]:
    for place, line in enumerate(lines):
        if place:
            yield make("br")
        yield from list(line.contents)
