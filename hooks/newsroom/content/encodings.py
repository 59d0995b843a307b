"""Text that was typed or read in another encoding, told with its cure."""

import re
from collections.abc import Iterator

from newsroom.content.front_matter import FrontMatter
from newsroom.content.problem import Edit, Problem
from newsroom.text.encoding import legacy_encoding
from newsroom.text.mojibake import find_mojibake
from newsroom.text.plain import shortened

_COPY_AGAIN = "Hãy chép lại đoạn này từ bản gốc."
_PARAGRAPH = re.compile(r"(?:.+\n?)+")


def encoding_problems(shown: str, text: str, parts: FrontMatter) -> Iterator[Problem]:
    """What a reader could not read of the file's text, of which parts are what YAML says."""
    garbled = list(find_mojibake(text))
    for one in garbled:
        meant = one.meant
        cure = f"Hãy viết: {shortened(meant.strip())}" if meant else _COPY_AGAIN
        edit = Edit(one.start, one.end, meant) if meant else None
        line = text.count("\n", 0, one.start) + 1
        found = "chữ UTF-8 bị đọc nhầm bằng mã khác (Ã´, á»‡ …)."
        yield Problem(shown, found, cure, line, edit=edit)
    for line, encoding in () if garbled else _legacy_encodings(parts):
        cure = "Hãy chuyển sang Unicode bằng UniKey (Ctrl+Shift+F6) rồi dán lại."
        yield Problem(shown, f"chữ gõ bằng bảng mã {encoding}.", cure, line)


def _legacy_encodings(parts: FrontMatter) -> Iterator[tuple[int, str]]:
    """The line of every field and every paragraph that was typed in one, and which it is."""
    for entry in parts.entries.values():
        if isinstance(entry.value, str) and (encoding := legacy_encoding(entry.value)):
            yield entry.line, encoding
    for paragraph in _PARAGRAPH.finditer(parts.body):
        if encoding := legacy_encoding(paragraph[0]):
            yield parts.body_line + parts.body.count("\n", 0, paragraph.start()), encoding
