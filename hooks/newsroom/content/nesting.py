"""Bounds of YAML: what is too long or too deep for libyaml is told before it sees it.

libyaml looks into each level by a call of its own, and the whole process ends where there is no
room for another call: 200,000 opening brackets in one article would end every build.
"""

import re

from newsroom.content.syntax_fault import SyntaxFault

MAX_LENGTH = 50_000
"""Characters of the front matter; all fields of a long article together have 3,000."""
MAX_NESTING = 50

_ITEMS = re.compile(rf"(?:[-?:][ \t]+){{{MAX_NESTING}}}")
_INDENT = re.compile(rf"^ {{{2 * MAX_NESTING}}}", re.MULTILINE)
_BRACKETS = re.compile(r"[\[{]|[\]}]")
_CURE = "Hãy viết mỗi mục một dòng theo dạng “tên: giá trị”, bỏ các ngoặc thừa."


def excess_of(source: str, first_line: int) -> SyntaxFault | None:
    """What is too much in front matter that starts at that line of its file."""
    if len(source) > MAX_LENGTH:
        found = "phần đầu bài quá dài."
        return SyntaxFault(first_line, found, "Hãy chuyển phần chữ xuống dưới dòng --- thứ hai.")
    place = _too_deep(source)
    if place is None:
        return None
    line = first_line + source.count("\n", 0, place)
    return SyntaxFault(line, "ngoặc hay gạch đầu dòng lồng vào nhau quá nhiều lớp.", _CURE)


def _too_deep(source: str) -> int | None:
    if nested := _ITEMS.search(source) or _INDENT.search(source):
        return nested.start()
    depth = 0
    for bracket in _BRACKETS.finditer(source):
        depth = max(0, depth + (1 if bracket[0] in "[{" else -1))
        if depth > MAX_NESTING:
            return bracket.start()
    return None
