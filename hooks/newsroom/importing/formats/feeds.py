"""RSS, Atom and exports of WordPress (.xml, .rss, .atom), read item by item."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import partial
from html import escape
from pathlib import Path

from newsroom.importing.formats.instant_article import opened
from newsroom.importing.formats.items import (
    Item,
    article_of_item,
    moment_of,
    plain,
    told_of_files,
)
from newsroom.importing.formats.wordpress import is_export, read_export
from newsroom.importing.formats.xml_stream import Element, elements_of
from newsroom.importing.page.saved_files import exported_file
from newsroom.importing.record import LeftOut, Record, UnreadableError
from newsroom.importing.text.decoding import legacy_note

_ITEMS = frozenset({"item", "entry"})
_NO_FEED = LeftOut("tệp không có bài nào: không phải tệp xuất của WordPress, cũng không phải RSS.")
_MAIL = re.compile(r"\S+@\S+\s*(?:\((?P<name>[^)]+)\))?")
_PARTS_OF_NAME = re.compile(r"\s+[-–|»›]\s+")
_DATES = ("pubDate", "pubdate", "published", "issued", "dc:date", "date", "updated", "modified")


def read_xml(source: Path) -> Iterator[Record]:
    """The articles of a feed or an export, whose pictures may lie beside it."""
    try:
        yield from told_of_files(_read(source))
    except UnreadableError as error:
        yield error.refusal


def _read(source: Path) -> Iterator[Record]:
    return read_export(source) if is_export(source) else _read_feed(source)


def sections_of_feed(name: str) -> tuple[str, ...]:
    """What a feed without sections is of, by its name: “Tin tức - Thông báo”, the nearest first."""
    return tuple(part for part in reversed(_PARTS_OF_NAME.split(name)) if part)


def _read_feed(source: Path) -> Iterator[Record]:
    load, name, count = exported_file(source), "", 0
    for element in elements_of(source, _ITEMS | {"title"}):
        if element.name == "title":
            name = name or plain(element.text)
            continue
        read = partial(_item, element, sections_of_feed(name))
        yield article_of_item(read, load, element.said("title"))
        count += 1
    if not count:
        yield _NO_FEED


def _item(element: Element, sections: tuple[str, ...]) -> Item:
    item = opened(_of_rss(element) if element.name == "item" else _of_atom(element))
    return replace(
        item,
        sections=item.sections or sections,
        notes=(*item.notes, *legacy_note(element.encoding)),
    )


def _of_rss(item: Element) -> Item:
    guid = next((one.text for one in item.all("guid") if _is_address(one.text)), "")
    author = item.said("dc:creator", "author")
    mail = _MAIL.fullmatch(author)
    return Item(
        title=plain(item.said("title")),
        moment=moment_of(item.said(*_DATES)),
        html=item.said("content:encoded", "content"),
        summary=item.said("description", "summary"),
        link=item.said("link") or guid,
        sections=_named(one.text for one in item.all("category", "dc:subject")),
        author=plain(mail["name"] or "" if mail else author),
        picture=_picture(item),
    )


def _of_atom(entry: Element) -> Item:
    links = [
        (one.attributes.get("rel", "alternate"), one.attributes.get("href", "").strip())
        for one in entry.all("link")
    ]
    labels = (one.attributes.get("label") or one.attributes.get("term", "")
              for one in entry.all("category"))  # fmt: skip
    authors = entry.all("author")
    return Item(
        title=plain(_construct(entry, "title")),
        moment=moment_of(entry.said(*_DATES)),
        html=_construct(entry, "content"),
        summary=_construct(entry, "summary"),
        link=next((href for rel, href in links if rel == "alternate" and href), ""),
        sections=_named(labels),
        author=authors[0].said("name") if authors else "",
        picture=next((href for rel, href in links if rel == "enclosure"), "") or _picture(entry),
    )


def _construct(entry: Element, name: str) -> str:
    """A text of Atom as HTML, which says of itself what it is (RFC 4287, 3.1)."""
    for one in entry.all(name):
        kind = one.attributes.get("type", "text").lower()
        if "xhtml" in kind or kind.endswith(("+xml", "/xml")):
            return one.markup()
        return one.text if "html" in kind else escape(one.text, quote=False)
    return ""


def _picture(item: Element) -> str:
    for one in item.all("enclosure", "media:content", "media:thumbnail"):
        kind = one.attributes.get("type") or one.attributes.get("medium") or "image"
        if kind.startswith("image"):
            return one.attributes.get("url", "").strip()
    return next((one.said("url") or one.text for one in item.all("image")), "")


def _named(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(filter(None, map(plain, names))))


def _is_address(text: str) -> bool:
    return text.startswith(("http://", "https://"))
