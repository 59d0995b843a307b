"""Writes the usual elements of an article as HTML; all others are left to the library."""

from xml.etree.ElementTree import Element

from markdown.serializers import to_xhtml_string

_USUAL = frozenset({
    "a", "blockquote", "code", "div", "em", "h1", "h2", "h3", "h4", "h5", "h6", "li", "ol", "p",
    "pre", "strong", "sup", "table", "tbody", "td", "th", "thead", "tr", "ul",
})  # fmt: skip
"""Tags with nothing special about them: they have an end tag and their text is escaped."""
_DEEPEST = 50
"""Deeper elements are left to the library, which does not recur."""


def to_xhtml(element: Element) -> str:
    """The element with all that is in it, as the library's to_xhtml_string writes it."""
    parts: list[str] = []
    _write(parts, element, _DEEPEST)
    return "".join(parts)


def _write(parts: list[str], element: Element, depth: int) -> None:
    tag, text, tail = element.tag, element.text or "", element.tail or ""
    attributes = _attributes(element)
    if attributes is None or tag not in _USUAL or not depth or _is_escaped(text, tail):
        parts.append(to_xhtml_string(element))
        return
    parts.append(f"<{tag}{attributes}>{text}")
    for child in element:
        _write(parts, child, depth - 1)
    parts.append(f"</{tag}>{tail}")


def _attributes(element: Element) -> str | None:
    """The attributes as they stand in the tag; None where one of them is not simple."""
    items = element.items()
    if not items:
        return ""
    for _, value in items:
        if type(value) is not str or _is_escaped(value, value) or '"' in value:
            return None
    return "".join(f' {name}="{value}"' for name, value in sorted(items))


def _is_escaped(text: str, tail: str) -> bool:
    return "&" in text or "<" in text or ">" in text or "&" in tail or "<" in tail or ">" in tail
