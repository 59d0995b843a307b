"""Why a file's front matter cannot be read, told by what staff most likely did."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

_NO_SPACE = re.compile(r"(?P<name>[a-z_]+):(?P<value>[^\s/].*)")
_PERCENT = re.compile(r"[:,\[{-]\s*%")
_INDENTED = re.compile(r"\s+(?P<field>[a-z_]+:\s.*)")


@dataclass(frozen=True, slots=True)
class SyntaxFault:
    """The line of the file, what is wrong with it and what to write."""

    line: int
    found: str
    cure: str


def explain(lines: Sequence[str], first: int, line: int) -> SyntaxFault:
    """The fault behind a YAML error at that line; the front matter starts at line first.

    YAML often names the innocent line after the one that is wrong.
    """
    for number in range(first, min(line, len(lines)) + 1):
        if match := _NO_SPACE.fullmatch(lines[number - 1]):
            cure = f"Hãy viết: {match['name']}: {match['value']}"
            return SyntaxFault(number, "thiếu dấu cách sau dấu hai chấm.", cure)
    typed = lines[line - 1] if line <= len(lines) else ""
    return SyntaxFault(line, f"không đọc được dòng “{typed.strip()}”.", _cure(typed))


def _cure(typed: str) -> str:
    name, colon, value = typed.strip().partition(":")
    if _PERCENT.search(typed):
        return 'Hãy đặt dấu % trong ngoặc kép: "%"'
    if match := _INDENTED.fullmatch(typed):
        return f"Hãy xóa khoảng trống ở đầu dòng: {match['field']}"
    if "\t" in typed:
        return "Hãy thay phím Tab bằng dấu cách."
    if colon and value.strip()[:1] not in ("", '"', "'"):
        quoted = value.strip().strip("“”").replace('"', "'")
        return f'Giá trị có dấu đặc biệt thì đặt trong ngoặc kép: {name}: "{quoted}"'
    if value.strip().startswith(('"', "'")):
        return "Hãy kiểm tra dấu ngoặc kép: mở rồi phải đóng, bên trong dùng ngoặc đơn."
    return "Hãy viết mỗi mục một dòng theo dạng “tên: giá trị”, ví dụ: title: Tiêu đề bài viết."
