"""A page of an old portal, saved with a browser, read into a record."""

import re

from bs4 import Tag

from newsroom.importing.markup.blocks import simple_blocks
from newsroom.importing.markup.elements import (
    child_tags,
    drop_comments,
    is_beyond,
    is_blank,
    is_inside,
    parse,
    text_of,
)
from newsroom.importing.markup.implied_structure import structure_by_looks
from newsroom.importing.markup.sanitizer import sanitized
from newsroom.importing.page.body import drop_hidden, find_body
from newsroom.importing.page.content import article_content
from newsroom.importing.page.links import lost_media, settle_links
from newsroom.importing.page.metadata import PageMetadata, read_metadata
from newsroom.importing.page.picture_data import Load
from newsroom.importing.page.pictures import take_pictures
from newsroom.importing.page.title_and_date import Published, find_published, find_title
from newsroom.importing.record import ImportedArticle, Refusal
from newsroom.importing.text.decoding import legacy_refusal
from newsroom.text.fold import fold

_AS_TEXT = "Hãy chép bài thành tệp .txt: chuyên mục, tiêu đề, dòng «Ngày đăng …», rồi nội dung."
_NO_TITLE = Refusal("không nhận ra tiêu đề bài viết trong trang.", _AS_TEXT)
_NO_BODY = Refusal("không nhận ra phần nội dung bài viết trong trang.", _AS_TEXT)
_NO_DATE = Refusal("không thấy ngày đăng trong trang.", _AS_TEXT)
_NO_PAGE = Refusal("trang có quá nhiều thẻ hay quá nhiều lớp lồng nhau.", _AS_TEXT)
_MOST_ELEMENTS, _DEEPEST = 20_000, 100
"""The most elements of a page and the deepest nesting: the search for the body takes time
proportional to their product, and a hostile page would stop the import."""
_ELEMENTS_OF_CREDIT = 20
_AUTHOR = re.compile(r"Tác giả(?: bài viết)?\s*:\s*(\S.*)", re.IGNORECASE)
_SOURCE = re.compile(r"Nguồn(?: tin)?\s*:\s*(\S.*)", re.IGNORECASE)
_LONGEST_CREDIT = 120
_UNREADABLE = re.compile(r"<!\[[^>]*>?|&#\d{8,};?", re.IGNORECASE)
"""Word's <![if …]> and the like, and references to characters that do not exist: browsers show
neither, and the parser fails on some."""


def read_saved_page(html: str, load: Load) -> ImportedArticle | Refusal:
    """The article of a page; load gives the pictures that were saved with it."""
    page = parse(_UNREADABLE.sub("", html))
    if is_beyond(page, _MOST_ELEMENTS, _DEEPEST):
        return _NO_PAGE
    metadata = read_metadata(page)
    drop_comments(page)
    drop_hidden(page)
    if refusal := legacy_refusal(text_of(page)):
        return refusal
    title = find_title(page, metadata.names)
    if title is None:
        return _NO_TITLE
    body = find_body(page, title)
    if body is None or is_inside(body, title):
        return _NO_BODY
    published = find_published(title, body)
    if published.line and published.line.moment is None:
        return Refusal(f"«{published.line.text}» không phải là ngày có thật.", _AS_TEXT)
    return _record(metadata, title, body, published, load)


def _record(
    metadata: PageMetadata, title: Tag, body: Tag, published: Published, load: Load
) -> ImportedArticle | Refusal:
    moment = (published.line and published.line.moment) or metadata.moment
    if moment is None:
        return _NO_DATE
    name = text_of(title)
    author, source = _credit(body, _AUTHOR), _credit(body, _SOURCE)
    content = article_content(body, title, published.element)
    notes = [*lost_media(content), *settle_links(content, metadata.base)]
    pictures = take_pictures(content, load)
    blocks = simple_blocks(sanitized(str(content)))
    lead = _take_lead(blocks)
    structure_by_looks(blocks)
    if is_blank(blocks.contents):
        return _NO_BODY
    return ImportedArticle(
        section_names=tuple(n for n in metadata.sections if fold(n) != fold(name)),
        title=name,
        date=moment,
        views=published.views,
        lead=lead,
        body="\n".join(map(str, blocks.contents)),
        lead_picture=next(iter(pictures.kept), None),
        pictures=tuple(pictures.kept[1:]),
        author=author,
        source=source,
        addresses=metadata.paths,
        notes=(*notes, *pictures.notes),
    )


def _take_lead(blocks: Tag) -> str:
    """The first paragraph, removed from the blocks.

    The site shows it above the body, from `summary`, and the words should appear once. A paragraph
    with a link stays in the body, to keep the link.
    """
    first, *others = child_tags(blocks) or [blocks]
    if first.name != "p" or first.find(["a", "img"]) or not others:
        return ""
    lead = text_of(first)
    first.extract()
    return lead


def _credit(body: Tag, pattern: re.Pattern[str]) -> str:
    """The author or the source, from a credit line below the body."""
    for sibling in body.find_next_siblings():
        for tag in [sibling, *sibling.find_all(True)]:
            if is_beyond(tag, _ELEMENTS_OF_CREDIT, _DEEPEST):
                continue
            words = text_of(tag)
            match = pattern.fullmatch(words) if len(words) <= _LONGEST_CREDIT else None
            if match and not (_AUTHOR.search(match[1]) or _SOURCE.search(match[1])):
                return match[1]
    return ""
