"""HTML tags in a text, told from words that somebody put in angle brackets, as <Họ và tên>."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

SHOWN_ALONE = frozenset({
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em",
    "font", "i", "ins", "kbd", "label", "mark", "nobr", "q", "s", "samp", "small", "span", "strike",
    "strong", "sub", "sup", "time", "tt", "u", "var",
})  # fmt: skip
"""Mean nothing alone, and may then be somebody's word, which is shown: gõ <a> rồi <em>."""
_NAMES = SHOWN_ALONE | {
    "address", "area", "article", "aside", "audio", "base", "blockquote", "body", "br", "button",
    "canvas", "caption", "center", "col", "colgroup", "datalist", "dd", "details", "dialog", "dir",
    "div", "dl", "dt", "embed", "fieldset", "figcaption", "figure", "footer", "form", "frame",
    "frameset", "h1", "h2", "h3", "h4", "h5", "h6", "head", "header", "hgroup", "hr", "html",
    "iframe", "img", "input", "legend", "li", "link", "main", "map", "marquee", "math", "menu",
    "meta", "meter", "nav", "noscript", "object", "ol", "optgroup", "option", "output", "p",
    "param", "picture", "pre", "progress", "rp", "rt", "ruby", "script", "section", "select",
    "source", "style", "summary", "svg", "table", "tbody", "td", "template", "textarea", "tfoot",
    "th", "thead", "title", "tr", "track", "ul", "video", "wbr",
}  # fmt: skip
_VALUE = r"""(?:"[^"]*+"|'[^']*+'|[^\s"'=<>`]++)"""
_FLAG = (
    "allowfullscreen|async|autoplay|checked|controls|default|defer|disabled|download|hidden|loop|"
    "markdown|multiple|muted|nowrap|noshade|open|playsinline|required|reversed|selected"
)
TAG = re.compile(
    r"</?(?P<name>(?:(?:o|v|w|m|st1):)?[a-z][a-z0-9]*+)"  # Word's own have such a prefix
    rf"(?:\s++(?:[^\s\"'<>/=]++\s*+=\s*+{_VALUE}|(?:{_FLAG})(?=[\s/>])))*+\s*+/?>",
    re.IGNORECASE,
)
"""What has the form of a tag; attributes without a value are a few words of English only."""


def find_tags(text: str) -> Iterator[re.Match[str]]:
    """The tags of the text in their order; all else in angle brackets is somebody's words."""
    found = [tag for tag in TAG.finditer(text) if _is_known(tag["name"].lower())]
    alone = without_partner(tag for tag in found if tag["name"].lower() in SHOWN_ALONE)
    return (tag for tag in found if tag.start() not in alone)


def without_partner(tags: Iterable[re.Match[str]]) -> set[int]:
    """Where those of the tags stand that nothing closes or opens."""
    opened: defaultdict[str, list[int]] = defaultdict(list)
    alone = set()
    for tag in tags:
        waiting = opened[tag["name"].lower()]
        if tag[0][1] != "/":
            waiting.append(tag.start())
        elif waiting:
            waiting.pop()
        else:
            alone.add(tag.start())
    return alone.union(*opened.values())


def without_tags(text: str) -> str:
    """The text without its tags."""
    if "<" not in text:
        return text
    parts, done = [], 0
    for tag in find_tags(text):
        parts.append(text[done : tag.start()])
        done = tag.end()
    return "".join([*parts, text[done:]])


def _is_known(name: str) -> bool:
    return name in _NAMES or ":" in name
