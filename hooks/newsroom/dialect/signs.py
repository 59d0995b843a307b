"""Signs that would make words vanish are shown: < { [ * ! where they open nothing."""

import re

from newsroom.text.fold import fold
from newsroom.text.labels import DEFINITION, labels_in_use
from newsroom.text.tags import find_tags

_KEPT_ANGLE = re.compile(
    r"\]\(\s*<[^<>\n]*>|^ {0,3}\[[^\[\]\n]+\]:[ ]*<[^<>\n]*>|<[a-z][a-z0-9+.-]*+://[^<>]*>"
    r"|<[^<> !]+@[^@<> ]+>|<!--",
    re.IGNORECASE | re.MULTILINE,
)
"""Addresses, and what opens a comment."""
_ESCAPED_ANGLE = re.compile(r"(?<!\\)\\<")
_ATTRIBUTE = (
    r"(?:[#.][a-zA-Z][a-zA-Z0-9:_-]*+|(?:align|alt|class|dir|download|height|id|lang|loading|rel|rowspan|"
    r"colspan|start|style|target|title|type|width)\s*+=\s*+(?:\"[^\"\n]*+\"|'[^'\n]*+'|[^\s\"'{}]++))"
)
_BRACE = re.compile(rf"(?<!\\)\{{(?!:?\s*+{_ATTRIBUTE}(?:\s++{_ATTRIBUTE})*+\s*+\}})")
"""Opens no list of attributes."""
_STARS = re.compile(r"\*(?:(?<=\d\*)\**+(?=\d)|(?<=\(\*)\**+(?=\)))")
"""Times, and the mark of a note: 3*4, (*). What stands before a star is asked once there is one."""
_BOX = re.compile(
    r"(?<!\S)!!!(?! ?(?:abstract|bug|danger|example|failure|info|note|question|quote|success|tip"
    r"|warning)(?: +\"[^\"\n]*\")? *$)",
    re.MULTILINE,
)
"""Opens no box that the site knows: the library would take the next word for its kind."""


def with_signs_shown(text: str) -> str:
    """The Markdown with character references for the signs that stand for themselves."""
    if "]:" in text:
        text = _with_definitions_shown(text)
    if "<" in text:
        text = _with_angles_shown(text)
    if "{" in text:
        text = _BRACE.sub("&#123;", text)
    if "!!!" in text:
        text = _BOX.sub("&#33;!!", text)
    return _STARS.sub(lambda stars: "&#42;" * len(stars[0]), text) if "*" in text else text


def _with_definitions_shown(text: str) -> str:
    """[tên]: địa chỉ and [^1]: chú thích define something for a name that is used, once; else they
    are text."""
    waiting = labels_in_use(text)

    def shown(found: re.Match[str]) -> str:
        label = fold(found["label"])
        if label not in waiting:
            return f"&#91;{found[0][1:]}"
        waiting.discard(label)
        return found[0]

    return DEFINITION.sub(shown, text)


def _with_angles_shown(text: str) -> str:
    text = _ESCAPED_ANGLE.sub("&lt;", text)  # which the library does not know
    kept = [*find_tags(text), *_KEPT_ANGLE.finditer(text)]
    parts, done = [], 0
    for start, end in sorted(match.span() for match in kept):
        if start >= done:
            parts += [text[done:start].replace("<", "&lt;"), text[start:end]]
            done = end
    return "".join([*parts, text[done:].replace("<", "&lt;")])
