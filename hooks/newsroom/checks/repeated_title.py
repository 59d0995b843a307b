"""Checks of a body that begins with the title of its article, which the page shows already."""

import re
from collections.abc import Iterator

from newsroom.content.front_matter import FrontMatter
from newsroom.content.problem import Edit, Problem
from newsroom.content.source import start_of_line
from newsroom.text.fold import fold

_FIRST = re.compile(r"(?P<line>[^\n]*)\n(?:\s{0,3}(?:=+|-+)[ \t]*\n)?\s*(?=\S)")
"""The first line with the rule that makes it a heading and what is empty below it, where more
follows."""
_SIGNS = re.compile(r"^[#>*_\s]+|[#*_\s.:]+$")


def repeated_title(shown: str, text: str, parts: FrontMatter) -> Iterator[Problem]:
    """That the body of the article at shown repeats its title, with the mending.

    text: that of the whole file.
    """
    title = parts.entries.get("title")
    if title is None or own_body(str(title.value), parts.body) == parts.body:
        return
    start = start_of_line(text, parts.body_line)
    first = _FIRST.match(text, start)
    edit = Edit(start, first.end(), "") if first else None
    found = "dòng này lặp lại tiêu đề, mà trang đã hiện tiêu đề."
    yield Problem(shown, found, "Hãy xóa dòng này.", parts.body_line, blocking=False, edit=edit)


def own_body(title: str, body: str) -> str:
    """The body without a first line that repeats the title, in whatever signs and case."""
    first = _FIRST.match(body)
    if first and fold(_SIGNS.sub("", first["line"])) == fold(_SIGNS.sub("", title)):
        return body[first.end() :]
    return body
