"""The links of a saved page: kept if they still lead somewhere, else reduced to their words."""

from urllib.parse import urljoin

from bs4 import Tag

from newsroom.content.links import split_address
from newsroom.importing.markup.elements import attribute, text_of
from newsroom.importing.page.picture_data import is_picture

_KEPT = frozenset({"http", "https", "mailto", "tel"})
_EMBEDDED = ("iframe", "video", "audio", "embed", "object", "canvas", "svg", "math")
_WORDS_OF = frozenset({"svg", "math"})
"""Drawings and formulas with words or numbers in them; a drawing without is an icon."""


def settle_links(content: Tag, base: str) -> list[str]:
    """Make every link absolute or reduce it to its words; returns notes for staff."""
    notes = []
    for link in content.find_all("a"):
        typed = attribute(link, "href").strip()
        address = _joined(base, typed)
        local = typed.startswith("#") or not typed or (link.find("img") and is_picture(typed))
        if not local and _absolute(address):
            link["href"] = address
            continue
        if not local and split_address(typed).scheme in ("", "?", "file"):
            notes.append(f"liên kết “{text_of(link) or typed}” chỉ còn chữ: không rõ địa chỉ.")
        link.unwrap()
    return notes


def lost_media(content: Tag) -> list[str]:
    """Notes for staff on embedded media, which cannot be imported."""
    notes = []
    for tag in content.find_all(_EMBEDDED):
        if tag.decomposed:
            continue
        source = attribute(tag, "src") or attribute(tag, "data") or _source_inside(tag)
        words = text_of(tag)
        if tag.name in _WORDS_OF and words:
            notes.append(f"mất hình vẽ hay công thức “{words}”.")
        elif tag.name not in _WORDS_OF:
            notes.append(f"mất khung nhúng {source or tag.name}")
        tag.decompose()
    return notes


def _source_inside(tag: Tag) -> str:
    source = tag.find("source")
    return attribute(source, "src") if isinstance(source, Tag) else ""


def _joined(base: str, typed: str) -> str:
    try:
        return urljoin(base, typed) if _absolute(base) else typed
    except ValueError:  # http://[tên miền]/ is no address at all
        return ""


def _absolute(address: str) -> bool:
    parts = split_address(address)
    return parts.scheme in _KEPT and bool(parts.netloc or parts.path)
