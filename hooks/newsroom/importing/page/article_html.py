"""An article's HTML with what is known of it, read into a record: whatever it came out of."""

import re
from dataclasses import dataclass, replace
from datetime import datetime

from bs4 import Tag

from newsroom.importing.markup.blocks import simple_blocks
from newsroom.importing.markup.elements import (
    attribute,
    child_tags,
    drop_comments,
    is_beyond,
    is_blank,
    make,
    parse,
    text_of,
)
from newsroom.importing.markup.fidelity import lost_note
from newsroom.importing.markup.implied_structure import structure_by_looks
from newsroom.importing.markup.sanitizer import sanitized
from newsroom.importing.markup.word_lists import lists_of_word
from newsroom.importing.page.documents import take_documents
from newsroom.importing.page.links import lost_media, settle_links
from newsroom.importing.page.picture_data import Load
from newsroom.importing.page.pictures import take_pictures
from newsroom.importing.page.unfolding import unfold
from newsroom.importing.record import ImportedArticle, Refusal
from newsroom.text.fold import fold

_SHORTEST_LEAD = 5
"""Words: what is shorter and no sentence introduces nothing."""
GREETING = re.compile(r"kính gửi\b|số\s*:", re.IGNORECASE)
"""With it, or with its number, a letter begins."""
AS_TEXT = "Hãy chép bài thành tệp .txt: chuyên mục, tiêu đề, dòng “Ngày đăng …”, rồi nội dung."
NO_BODY = Refusal("không nhận ra phần nội dung bài viết trong trang.", AS_TEXT)
TOO_LARGE = Refusal("trang có quá nhiều thẻ hay quá nhiều lớp lồng nhau.", AS_TEXT)
MOST_ELEMENTS, DEEPEST = 20_000, 100
"""The most elements of a page and the deepest nesting: the search for the body takes time
proportional to their product, and a hostile page would stop the import."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of an article beside its text."""

    title: str
    date: datetime
    section_names: tuple[str, ...] = ()
    """The most specific name first."""
    views: int | None = None
    author: str = ""
    source: str = ""
    addresses: tuple[str, ...] = ()
    """Paths under which the old portal served it."""
    base: str = ""
    """The address that relative links are resolved against; empty if none is known."""
    lead: str = ""
    """The lead, where the source keeps it apart; else it is the first paragraph."""
    notes: tuple[str, ...] = ()


def article_of_html(html: str, facts: Facts, load: Load) -> ImportedArticle | Refusal:
    """The record of an article whose text is HTML; load gives the bytes of pictures and documents
    that came with it."""
    root = parse(html)
    if is_beyond(root, MOST_ELEMENTS, DEEPEST):
        return TOO_LARGE
    drop_comments(root)
    return article_of(make("div", *list(root.contents)), facts, load)


def article_of(content: Tag, facts: Facts, load: Load) -> ImportedArticle | Refusal:
    """The record of an article whose text is the content, which is used up."""
    unfold(content)
    lists_of_word(content)
    notes = [*facts.notes, *lost_media(content)]
    documents, lost_documents = take_documents(content, load)
    notes += [*settle_links(content, facts.base), *lost_documents]
    before = str(content)
    pictures = take_pictures(content, load)
    blocks = simple_blocks(sanitized(str(content)))
    lead = facts.lead or _take_lead(blocks)
    structure_by_looks(blocks)
    if is_blank(blocks.contents):
        return NO_BODY
    record = ImportedArticle(
        section_names=tuple(n for n in facts.section_names if fold(n) != fold(facts.title)),
        title=facts.title,
        date=facts.date,
        views=facts.views,
        lead=lead,
        body="\n".join(map(str, blocks.contents)),
        lead_picture=pictures.lead,
        pictures=tuple(pictures.others),
        attachments=documents,
        author=facts.author,
        source=facts.source,
        addresses=facts.addresses,
    )
    notes += [*pictures.notes, *_lost(before, record)]
    return replace(record, notes=tuple(dict.fromkeys(notes)))


def _take_lead(blocks: Tag) -> str:
    """The first paragraph, removed from the blocks.

    The site shows it above the body, from `summary`, and the words should appear once. A paragraph
    with a link stays in the body, to keep the link.
    """
    first, *others = child_tags(blocks) or [blocks]
    if first.name != "p" or first.find(["a", "img"]) or not others:
        return ""
    lead = text_of(first)
    is_label = len(lead.split()) < _SHORTEST_LEAD and not lead.endswith((".", "!", "?", "…"))
    if is_label or GREETING.match(lead):
        return ""
    first.extract()
    return lead


def _lost(before: str, record: ImportedArticle) -> list[str]:
    """Notes on what the content showed and the record does not hold: the proof of all that was done
    between."""
    pictures = [record.lead_picture, *record.pictures]
    captions = [picture.caption for picture in pictures if picture]
    shown = make("div", *(make("p", words) for words in (record.lead, *captions)))
    notes = lost_note(before, f"{shown}{record.body}")
    kept = _addresses(record.body)
    return notes + [
        f"mất liên kết tới {address}" for address in _addresses(before) if address not in kept
    ]


def _addresses(html: str) -> list[str]:
    links = [attribute(link, "href") for link in parse(html).find_all("a", href=True)]
    return list(dict.fromkeys(links))
