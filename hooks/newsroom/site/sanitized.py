"""The last gate before a page: whatever an article's body rendered to, only harmless HTML leaves.

`check` tells staff of scripts and foreign pictures by reading the Markdown; Markdown has more ways
to write them than a reader of text can know, so the rendered body is held to a list of what an
article may have.
"""

import re

import nh3

_TAGS = nh3.ALLOWED_TAGS - {"map", "area"} | {
    "abbr", "caption", "details", "dd", "div", "dl", "dt", "figcaption", "figure", "mark",
    "section", "sub", "summary", "sup", "tfoot",
}  # fmt: skip
_ATTRIBUTES = {
    "*": {"class", "dir", "id", "lang", "role", "tabindex", "title"},
    "a": {"download", "href", "hreflang", "rel"},
    "details": {"open"},
    "img": {"alt", "height", "loading", "src", "width"},
    "li": {"value"},
    "ol": {"start", "type"},
    "td": {"align", "colspan", "rowspan", "style"},
    "th": {"align", "colspan", "rowspan", "scope", "style"},
}
_FOREIGN = re.compile(r"\s*(?:(?!data:)[a-z][a-z0-9+.-]*:|[/\\]{2})", re.IGNORECASE)
_DATA = re.compile(r"\s*data:(?!image/(?:png|jpeg|gif|webp);)", re.IGNORECASE)


def sanitized(html: str) -> str:
    """The body without scripts, event attributes, styles, and pictures of other sites."""
    return _CLEANER.clean(html)


def _harmless(tag: str, attribute: str, value: str) -> str | None:
    """The value of an attribute, or None where it leads to another site's picture or to data that
    is no picture."""
    if attribute == "src" and (_FOREIGN.match(value) or _DATA.match(value)):
        return None
    return None if attribute == "href" and value.strip().lower().startswith("data:") else value


_CLEANER = nh3.Cleaner(
    tags=_TAGS,
    attributes=_ATTRIBUTES,
    attribute_filter=_harmless,
    filter_style_properties={"text-align"},
    generic_attribute_prefixes={"aria-", "data-"},
    url_schemes={"data", "http", "https", "mailto", "tel"},
    link_rel=None,
)
"""Set up once: for each page it would take a third of the time."""
