"""The last gate before a page: whatever a body rendered to, only harmless HTML leaves.

`check` tells staff of scripts and foreign pictures by reading the Markdown; Markdown has more ways
to write them than a reader of text can know, so the rendered body is held to a list of what an
article may have. That includes ids and classes: the theme's script finds by them what it acts on.
"""

import re

import nh3

_TAGS = nh3.ALLOWED_TAGS - {"map", "area"} | {
    "abbr", "audio", "caption", "details", "dd", "div", "dl", "dt", "figcaption", "figure", "mark",
    "section", "source", "sub", "summary", "sup", "tfoot", "video",
}  # fmt: skip
_ATTRIBUTES = {
    "*": {"class", "dir", "id", "lang", "role", "tabindex", "title"},
    "audio": {"controls", "src"},
    "a": {"download", "href", "hreflang", "rel"},
    "details": {"open"},
    "img": {"alt", "height", "loading", "src", "width"},
    "li": {"value"},
    "ol": {"start", "type"},
    "source": {"src", "type"},
    "td": {"align", "colspan", "rowspan", "style"},
    "th": {"align", "colspan", "rowspan", "scope", "style"},
    "video": {"controls", "height", "src", "width"},
}
_CLASSES = {
    "admonition", "admonition-title", "footnote", "footnote-backref", "footnote-ref", "headerlink",
    "own-marks", "toc",
    # the kinds of admonitions that the theme knows
    "abstract", "bug", "danger", "example", "failure", "info", "note", "question", "quote",
    "success", "tip", "warning",
}  # fmt: skip
_ID = re.compile(r"_\d+|[a-z0-9]+(?:[-_][a-z0-9]+)*|fn(?:ref\d*)?:[\w. -]+")
"""As headings (`_1` where there is no letter) and footnotes get them. The theme's own begin with
`__`; a script's variable that an id could stand in for has a capital, `$` or `__` in its name."""
_TAKEN = {"mermaid"}
"""A name by which the theme's script looks for a library."""
_ROLE = re.compile(r"doc-[a-z]+")
_IGNORED = re.compile(r"[\t\n\r]|^[\x00-\x20]+")
"""What browsers take out of an address before they look at it."""
_ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|[/\\]{2}", re.IGNORECASE)
"""Also what is in the address itself (data:), a picture with all that its file tells."""
_ALIGNED = re.compile(r"\s*text-align:\s*(left|center|right)\s*;?\s*", re.IGNORECASE)
_CELL = re.compile(r'(<t[dh](?: [a-z-]+="[^"]*")*?) style="(left|center|right)"')


def sanitized(html: str) -> str:
    """The body without scripts, event attributes, styles, pictures of other sites, and names that
    mean something to a script; aligned cells of tables have a class in place of their style."""
    return _CELL.sub(r'\1 class="align-\2"', _CLEANER.clean(html))


def _harmless(tag: str, attribute: str, value: str) -> str | None:
    """The value of an attribute as it may stay; None where it may not."""
    match attribute:
        case "class":
            known = [] if tag in {"td", "th"} else [c for c in value.split() if c in _CLASSES]
            return " ".join(known) or None
        case "href":
            return None if _address(value).lower().startswith("data:") else value
        case "id":
            return value if _ID.fullmatch(value) and value not in _TAKEN else None
        case "role":
            return value if _ROLE.fullmatch(value) else None
        case "src":
            return None if _ELSEWHERE.match(_address(value)) else value
        case "style":
            aligned = _ALIGNED.fullmatch(value)
            return aligned[1].lower() if aligned else None
    return value


def _address(typed: str) -> str:
    return _IGNORED.sub("", typed)


_CLEANER = nh3.Cleaner(
    tags=_TAGS,
    attributes=_ATTRIBUTES,
    attribute_filter=_harmless,
    generic_attribute_prefixes={"aria-"},
    url_schemes={"data", "http", "https", "mailto", "tel"},
    link_rel=None,
)
"""Set up once: for each page it would take a third of the time."""
