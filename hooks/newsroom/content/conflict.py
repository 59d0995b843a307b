"""Git's marks of a conflict: two people changed the same lines, and nobody has chosen yet."""

import re

from newsroom.content.syntax_fault import SyntaxFault

_MARK = re.compile(r"^[ \t]*(?:<{7}|>{7})(?: .*)?$", re.MULTILINE)
"""Of these either is enough, since somebody may have deleted the other; ======= and ||||||| alone
may be a rule."""


def conflict_in(text: str) -> SyntaxFault | None:
    """Where the first conflict in the text of a file is, and what to do."""
    first = _MARK.search(text)
    if first is None:
        return None
    last = _MARK.search(text, first.end()) or first
    start, end = (text.count("\n", 0, mark.start()) + 1 for mark in (first, last))
    lines = f"dòng {start}" if start == end else f"dòng {start}–{end}"
    return SyntaxFault(
        start,
        f"bài còn dấu xung đột của Git ({lines}): hai người đã sửa cùng một chỗ.",
        "Hãy giữ lại một bản, xóa bản kia và các dòng bắt đầu bằng <<<<<<<, =======, >>>>>>>.",
    )
