"""A page of an old portal, saved with a browser, read into a record."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from bs4 import Tag

from newsroom.importing.markup.elements import (
    drop_comments,
    is_beyond,
    is_inside,
    parse,
    text_of,
)
from newsroom.importing.markup.nesting import as_browsers_nest
from newsroom.importing.page.article_html import (
    AS_TEXT,
    DEEPEST,
    MOST_ELEMENTS,
    NO_BODY,
    TOO_LARGE,
    Facts,
    article_of,
)
from newsroom.importing.page.body import find_body
from newsroom.importing.page.content import article_content
from newsroom.importing.page.layout import Layout
from newsroom.importing.page.leaving_out import leave_out
from newsroom.importing.page.metadata import PageMetadata, is_account, read_metadata
from newsroom.importing.page.picture_data import Load
from newsroom.importing.page.portals import Shapes, known_shapes
from newsroom.importing.page.title_and_date import (
    Published,
    find_published,
    find_title,
    settled_moment,
)
from newsroom.importing.page.trail import sections_of
from newsroom.importing.record import ImportedArticle, Refusal

_NO_TITLE = Refusal("không nhận ra tiêu đề bài viết trong trang.", AS_TEXT)
_NO_DATE = Refusal("không thấy ngày đăng trong trang.", AS_TEXT)
_ELEMENTS_OF_CREDIT = 20
_AUTHOR = re.compile(
    r"(?:Tác giả(?: bài viết)?|Người (?:đăng|viết)|Đăng bởi|Bài viết)\s*:\s*(\S.*)", re.I
)
_SOURCE = re.compile(r"Nguồn(?: tin)?\s*:\s*(\S.*)", re.IGNORECASE)
_LONGEST_CREDIT = 120


@dataclass(frozen=True, slots=True)
class _Credits:
    """Who wrote it and where it was taken from, and the lines that say so."""

    author: str = ""
    source: str = ""
    lines: tuple[str, ...] = ()


def read_saved_page(
    html: str, load: Load, shapes: Shapes | None = None, address: str = ""
) -> ImportedArticle | Refusal:
    """The article of a page; load gives the pictures that were saved with it, shapes what is known
    of portals, address where the page lay if it does not say so itself."""
    raw = parse(html)
    if is_beyond(raw, MOST_ELEMENTS, DEEPEST):
        return TOO_LARGE
    metadata = read_metadata(raw, address)
    shapes = shapes or known_shapes()
    portals = shapes.portals_of(raw)
    drop_comments(raw)
    page = as_browsers_nest(raw)
    if is_beyond(page, MOST_ELEMENTS * 2, DEEPEST * 2):
        return TOO_LARGE
    return _article(Layout(page, shapes, portals), metadata, load)


def _article(layout: Layout, metadata: PageMetadata, load: Load) -> ImportedArticle | Refusal:
    title = find_title(layout, metadata.names)
    if title is None:
        return _NO_TITLE
    layout.keep(title)
    body = find_body(layout, title)
    if body is None or is_inside(body, title):
        return NO_BODY
    layout.keep(body)
    published = find_published(title, body, layout)
    facts = _facts(layout, metadata, title, body, published)
    if isinstance(facts, Refusal):
        return facts
    said = [*facts.section_names, *_credits(body).lines, facts.title]
    content, doubts = article_content(body, title, published.element, layout, said)
    notes = [*facts.notes, *leave_out(content, layout), *doubts]
    return article_of(content, replace(facts, notes=tuple(notes)), load)


def _facts(
    layout: Layout, metadata: PageMetadata, title: Tag, body: Tag, published: Published
) -> Facts | Refusal:
    line, note = published.line, ""
    moment = metadata.moment
    if line is not None:
        if line.moment is None and moment is None:
            return Refusal(f"“{line.text}” không phải là ngày có thật.", AS_TEXT)
        day_first = any(portal.day_first for portal in layout.portals)
        settled, note = settled_moment(line, moment, text_of(body), day_first)
        moment = settled or moment
    if moment is None:
        return _NO_DATE
    found = _credits(body)
    sections = (*metadata.sections, *sections_of(layout, metadata.names, title))
    return Facts(
        title=text_of(title),
        date=moment,
        section_names=tuple(dict.fromkeys(sections)),
        views=metadata.views if published.views is None else published.views,
        author=found.author or metadata.author,
        source=found.source,
        addresses=metadata.paths,
        base=metadata.base,
        notes=(note,) if note else (),
    )


def _credits(body: Tag) -> _Credits:
    """The author and the source, from credit lines below the body."""
    lines = list(_short_lines_below(body))
    author, by = _credit(lines, _AUTHOR)
    source, of = _credit(lines, _SOURCE)
    return _Credits("" if is_account(author) else author, source, (by, of))


def _credit(lines: list[str], pattern: re.Pattern[str]) -> tuple[str, str]:
    for line in lines:
        match = pattern.fullmatch(line)
        if match and not (_AUTHOR.search(match[1]) or _SOURCE.search(match[1])):
            return match[1], line
    return "", ""


def _short_lines_below(body: Tag) -> Iterator[str]:
    for sibling in body.find_next_siblings():
        for tag in [sibling, *sibling.find_all(True)]:
            if not is_beyond(tag, _ELEMENTS_OF_CREDIT, DEEPEST):
                words = text_of(tag)
                if len(words) <= _LONGEST_CREDIT:
                    yield words
