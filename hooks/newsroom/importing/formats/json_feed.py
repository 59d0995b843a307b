"""JSON Feed (.json): the whole texts or the summaries of a site's articles (jsonfeed.org)."""

import json
from collections.abc import Iterator
from functools import partial
from html import escape
from pathlib import Path
from typing import Any

from newsroom.importing.formats.feeds import sections_of_feed
from newsroom.importing.formats.items import (
    Item,
    article_of_item,
    moment_of,
    plain,
    told_of_files,
)
from newsroom.importing.page.picture_data import Load
from newsroom.importing.page.saved_files import exported_file
from newsroom.importing.record import LeftOut, Record, Refusal
from newsroom.importing.text.decoding import html_in_unicode, legacy_note
from newsroom.text.old_fonts import in_unicode

_LARGEST = 100_000_000
"""Bytes: JSON is read as a whole, which takes several times as much memory."""
_TOO_LARGE = Refusal("tệp JSON lớn quá 100 MB.", "Hãy xuất làm nhiều tệp nhỏ hơn.")
_NO_JSON = Refusal("tệp JSON hỏng hay bị cắt.", "Hãy tải lại tệp rồi nhập lại.")
_PLAIN, _HTML = ("title", "summary", "content_text"), "content_html"
_NO_FEED = LeftOut("tệp không có bài nào: không phải JSON Feed.")


def read_json(source: Path) -> Iterator[Record]:
    """The articles of a feed, whose pictures may lie beside it."""
    if source.stat().st_size > _LARGEST:
        yield _TOO_LARGE
        return
    try:
        feed = json.loads(source.read_bytes())
    except (ValueError, RecursionError):
        yield _NO_JSON
        return
    if not (isinstance(feed, dict) and "jsonfeed.org" in _text(feed, "version")):
        yield _NO_FEED
        return
    yield from told_of_files(_records(feed, exported_file(source)))


def _records(feed: dict[str, Any], load: Load) -> Iterator[Record]:
    sections, items = sections_of_feed(_text(feed, "title")), feed.get("items")
    for item in items if isinstance(items, list) else ():
        if isinstance(item, dict):
            yield article_of_item(partial(_item, item, sections), load, _text(item, "title"))


def _item(item: dict[str, Any], sections: tuple[str, ...]) -> Item:
    item, encoding = _in_unicode(item)
    tags = item.get("tags")
    named = tuple(tag for tag in tags if isinstance(tag, str)) if isinstance(tags, list) else ()
    authors = item.get("authors") or [item.get("author")]
    author = authors[0] if isinstance(authors, list) else None
    return Item(
        title=plain(escape(_text(item, "title"), quote=False)),
        moment=moment_of(_text(item, "date_published") or _text(item, "date_modified")),
        html=_text(item, "content_html") or _as_html(_text(item, "content_text")),
        summary=_as_html(_text(item, "summary")),
        link=_text(item, "url"),
        sections=named or sections,
        author=_text(author, "name") if isinstance(author, dict) else "",
        picture=_text(item, "image") or _text(item, "banner_image"),
        notes=legacy_note(encoding),
    )


def _in_unicode(item: dict[str, Any]) -> tuple[dict[str, Any], str | None]:
    """The item with its texts in Unicode, and the encoding of the old font they were typed in."""
    shown = " ".join(_text(item, key) for key in (*_PLAIN, _HTML))
    encoding = html_in_unicode(shown)[1]
    if encoding is None:
        return item, None
    typed = {key: in_unicode(_text(item, key), encoding) for key in _PLAIN}
    return {**item, **typed, _HTML: html_in_unicode(_text(item, _HTML))[0]}, encoding


def _text(values: dict[str, Any], key: str) -> str:
    value = values.get(key)
    return value.strip() if isinstance(value, str) else ""


def _as_html(text: str) -> str:
    lines = (escape(line, quote=False) for line in text.splitlines() if line.strip())
    return "".join(f"<p>{line}</p>" for line in lines)
