"""The sanitiser of saved pages, by allowlist: what is not listed is removed."""

from types import MappingProxyType

import nh3

_BLOCKS = frozenset({
    "address", "article", "blockquote", "caption", "center", "dd", "details", "div", "dl", "dt",
    "fieldset", "figcaption", "figure", "footer", "h1", "h2", "h3", "h4", "h5", "h6", "header",
    "hr", "li", "main", "ol", "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot",
    "th", "thead", "tr", "ul",
})  # fmt: skip
_INLINE = frozenset({
    "a", "b", "br", "del", "em", "i", "img", "s", "strike", "strong", "sub", "sup",
})  # fmt: skip
_ATTRIBUTES = MappingProxyType(
    {
        "a": {"href"},
        "img": {"src"},
        "li": {"value"},
        "ol": {"start", "type"},
        "td": {"colspan", "rowspan"},
        "th": {"colspan", "rowspan"},
    }
)
_WITH_CONTENT = frozenset({
    "audio", "button", "canvas", "embed", "iframe", "math", "noscript", "object", "script",
    "select", "style", "svg", "template", "textarea", "title", "video",
})  # fmt: skip


def sanitized(html: str) -> str:
    """The HTML with text, structure, links and pictures, but nothing that acts or tracks."""
    return nh3.clean(
        html,
        tags=_BLOCKS | _INLINE,
        clean_content_tags=_WITH_CONTENT,
        attributes=dict(_ATTRIBUTES),
        url_schemes={"http", "https", "mailto", "tel"},
        link_rel=None,
        strip_comments=True,
    )
