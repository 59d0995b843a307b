"""The links of a saved page: kept if they still lead somewhere, else reduced to their words."""

from urllib.parse import urljoin

from bs4 import Tag

from newsroom.content.links import split_address
from newsroom.importing.markup.elements import attribute, text_of

_KEPT = frozenset({"http", "https", "mailto", "tel"})
_EMBEDDED = ("iframe", "video", "audio", "embed", "object")


def settle_links(content: Tag, base: str) -> list[str]:
    """Make every link absolute or reduce it to its words; returns notes for staff."""
    notes = []
    for link in content.find_all("a"):
        typed = attribute(link, "href").strip()
        address = _joined(base, typed)
        local = typed.startswith("#") or not typed or link.find("img") is not None
        if not local and _absolute(address):
            link["href"] = address
            continue
        if not local and split_address(typed).scheme in ("", "?"):
            notes.append(f"liên kết «{text_of(link)}» chỉ còn chữ: không rõ địa chỉ.")
        link.unwrap()
    return notes


def lost_media(content: Tag) -> list[str]:
    """Notes for staff on embedded media, which cannot be imported."""
    found = content.find_all(_EMBEDDED)
    sources = (attribute(tag, "src") or attribute(tag, "data") or tag.name for tag in found)
    return [f"mất khung nhúng {source}" for source in sources]


def _joined(base: str, typed: str) -> str:
    try:
        return urljoin(base, typed) if _absolute(base) else typed
    except ValueError:  # http://[tên miền]/ is no address at all
        return ""


def _absolute(address: str) -> bool:
    parts = split_address(address)
    return parts.scheme in _KEPT and bool(parts.netloc or parts.path)
