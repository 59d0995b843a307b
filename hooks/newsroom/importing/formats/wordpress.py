"""The export of WordPress (WXR): posts with their sections, authors and pictures."""

from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from types import MappingProxyType

from newsroom.importing.formats.instant_article import opened
from newsroom.importing.formats.items import Item, article_of_item, moment_of, plain
from newsroom.importing.formats.shortcodes import Attachment, without_shortcodes
from newsroom.importing.formats.xml_stream import Element, elements_of
from newsroom.importing.page.saved_files import exported_file
from newsroom.importing.record import LeftOut, Record, UnreadableError
from newsroom.importing.text.decoding import legacy_note
from newsroom.text.fold import fold

_SIGN = b"wordpress.org/export/"
_HEAD = 16_384
_STATES = MappingProxyType({
    "draft": "bản nháp", "auto-draft": "bản nháp", "pending": "bài chờ duyệt",
    "private": "bài để riêng tư", "future": "bài hẹn giờ", "trash": "bài trong thùng rác",
    "inherit": "bản lưu cũ",
})  # fmt: skip
_PUBLISHED = "publish"
_NO_SECTIONS = frozenset({"uncategorized", "chua phan loai", "chua duoc phan loai",
                          "khong phan loai"})  # fmt: skip
_VIEWS = ("post_views_count", "views", "_post_views", "tie_views", "td_post_views")
"""Where the plugins in use count them."""


@dataclass(slots=True)
class _Site:
    """What posts refer to: pictures by their number, and the names of the accounts."""

    attachments: dict[str, Attachment] = field(default_factory=dict)
    authors: dict[str, str] = field(default_factory=dict)


def is_export(source: Path) -> bool:
    """Whether the file says at its beginning that WordPress wrote it."""
    with source.open("rb") as stream:
        return _SIGN in stream.read(_HEAD)


def read_export(source: Path) -> Iterator[Record]:
    """The posts that were published, and what else there is; raises UnreadableError.

    The file is read twice, since a post may refer to a picture that comes after it.
    """
    site, load = _read_site(source), exported_file(source)
    others: Counter[str] = Counter()
    for element in elements_of(source, frozenset({"item"})):
        kind = element.said("wp:post_type")
        if kind == "post":
            read = partial(_item, element, site)
            yield _left_out(element) or article_of_item(read, load, element.said("title"))
        elif kind != "attachment":
            others[kind or "không rõ loại"] += 1
    if others:
        named = ", ".join(f"{count} “{kind}”" for kind, count in others.most_common())
        yield LeftOut(f"không phải bài viết (post) nên không nhập: {named}.")


def _read_site(source: Path) -> _Site:
    """What stands before a broken place, which is told when the posts are read."""
    site = _Site()
    with suppress(UnreadableError):
        _look_for_site(source, site)
    return site


def _look_for_site(source: Path, site: _Site) -> None:
    for element in elements_of(source, frozenset({"item", "wp:author"})):
        if element.name == "wp:author":
            name = element.said("wp:author_display_name")
            site.authors[element.said("wp:author_login")] = name
        elif element.said("wp:post_type") == "attachment":
            attachment = Attachment(
                address=element.said("wp:attachment_url", "guid"),
                alt=_meta(element).get("_wp_attachment_image_alt", ""),
                caption=plain(element.said("excerpt:encoded")),
                post=element.said("wp:post_parent"),
            )
            site.attachments[element.said("wp:post_id")] = attachment


def _left_out(post: Element) -> LeftOut | None:
    title, status = plain(post.said("title")), post.said("wp:status")
    if status != _PUBLISHED:
        return LeftOut(f"{_STATES.get(status, f'bài ở trạng thái “{status}”')}, không nhập.", title)
    if post.said("wp:post_password"):
        return LeftOut("bài đặt mật khẩu, không nhập.", title)
    return None


def _item(post: Element, site: _Site) -> Item:
    sections = [plain(one.text) for one in post.all("category")
                if one.attributes.get("domain") == "category"]  # fmt: skip
    meta, login = _meta(post), post.said("dc:creator")
    views = next((meta[key] for key in _VIEWS if meta.get(key, "").isdecimal()), "")
    picture = site.attachments.get(meta.get("_thumbnail_id", ""))
    html, notes = without_shortcodes(
        post.said("content:encoded"), site.attachments, post.said("wp:post_id")
    )
    return opened(Item(
        title=plain(post.said("title")),
        moment=moment_of(post.said("wp:post_date")) or moment_of(post.said("pubDate")),
        html=html,
        summary=post.said("excerpt:encoded"),
        link=post.said("link"),
        sections=tuple(name for name in sections if fold(name) not in _NO_SECTIONS),
        author=post.typed_alike(site.authors.get(login) or login),
        picture=picture.address if picture else "",
        views=int(views) if views and len(views) < 10 else None,
        notes=(*notes, *legacy_note(post.encoding)),
    ))  # fmt: skip


def _meta(item: Element) -> dict[str, str]:
    return {one.said("wp:meta_key"): one.said("wp:meta_value") for one in item.all("wp:postmeta")}
