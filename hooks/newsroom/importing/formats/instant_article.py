"""The Instant Article of Facebook, in which NukeViet and a plugin of WordPress put whole texts into
a feed: a page with the title, the lead and the section in a `header`."""

from dataclasses import replace

from bs4 import Tag

from newsroom.importing.formats.items import Item
from newsroom.importing.markup.elements import parse, text_of

_SIGN = "op:markup_version"
_WITHIN_HEADER = ("h1", "time", "address")


def opened(item: Item) -> Item:
    """The item with the article out of its page, if it is such a page; else as it is."""
    if _SIGN not in item.html:
        return item
    article = parse(item.html).find("article")
    if not isinstance(article, Tag):
        return item
    header = article.find("header")
    if isinstance(header, Tag):
        item = _with_header(item, header)
    for tag in [*article.find_all("footer"), *article.find_all("figure", class_="op-tracker")]:
        tag.extract()
    return replace(item, html=article.decode_contents())


def _with_header(item: Item, header: Tag) -> Item:
    for tag in header.find_all(_WITHIN_HEADER):
        tag.extract()
    kicker, lead = (_taken(header, name) for name in ("h3", "h2"))
    for caption in header.find_all("figcaption"):
        if text_of(caption) == item.title:  # written where the picture has none
            caption.extract()
    header.unwrap()
    sections = (kicker, *item.sections) if kicker else item.sections
    return replace(item, sections=sections, summary=lead or item.summary)


def _taken(header: Tag, name: str) -> str:
    tag = header.find(name)
    if not isinstance(tag, Tag):
        return ""
    tag.extract()
    return text_of(tag)
