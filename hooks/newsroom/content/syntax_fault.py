"""Why a file's front matter cannot be read, told by what staff most likely did."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from newsroom.content.problem import Edit

_FIELD = r"(?P<name>\s*(?:- )?[a-z_]+):"
_NO_SPACE = re.compile(r"(?P<name>[A-Za-z_]+):(?P<value>[^\s/].*)")
_PERCENT = re.compile(r"[:,\[{-]\s*%")
_HASH_IN_LIST = re.compile(rf"{_FIELD}\s*\[(?P<items>[^\]]*#[^\]]*)\]?\s*")
_BACKSLASH = re.compile(rf"{_FIELD}\s*\"(?P<value>[^\"]*)\"\s*")
_NO_ESCAPE = re.compile(r"\\(?![0abtnvfre \"/\\N_LPxuU])")
_LONG_DASH = re.compile(r"[—–]+-?|--")
_NO_NAME = re.compile(r"[^\s#\-:\[\]{}\"'][^:]*")
_COLON_AGAIN = re.compile(r"(?P<name>[A-Za-z_]+): +(?P<value>[^\s\[{\"'>|][^\n]*:(?:\s.*|$))")
_INDENTED = re.compile(r"\s+(?P<field>[a-z_]+:\s.*)")
_PATHS = ("image", "file")


@dataclass(frozen=True, slots=True)
class SyntaxFault:
    """The line of the file, what is wrong with it and what to write."""

    line: int
    found: str
    cure: str
    correct: str | None = None
    """What to write in the place of the line, where that is certain."""
    joins: bool = False
    """Whether it is written in the place of the line before, too."""


def explain(lines: Sequence[str], first: int, line: int) -> SyntaxFault:
    """The fault behind a YAML error at that line; the front matter starts at line first.

    YAML often names the innocent line after the one that is wrong.
    """
    for number in range(first, min(line, len(lines)) + 1):
        above = lines[number - 2] if number > first else ""
        if fault := _known(number, lines[number - 1], above):
            return fault
    typed = lines[line - 1] if line <= len(lines) else ""
    found = f"không đọc được dòng “{typed.strip()}”."
    again = _COLON_AGAIN.fullmatch(typed.rstrip())
    correct = f"{again['name']}: {_quoted(again['value'])}" if again else None
    return SyntaxFault(line, found, _cure(typed), correct)


def edit_of(fault: SyntaxFault, text: str) -> Edit | None:
    """The mending of the file's text, where it is certain."""
    if fault.correct is None:
        return None
    starts = [0, *(end.end() for end in re.finditer("\n", text))]
    end = text.find("\n", starts[fault.line - 1])
    return Edit(starts[fault.line - 1 - fault.joins], end if end >= 0 else len(text), fault.correct)


def long_dash(lines: Sequence[str], first: int) -> SyntaxFault | None:
    """Where Word has made one dash of the three that close the front matter."""
    for number, typed in enumerate(lines[first - 1 :], first):
        if _LONG_DASH.fullmatch(typed.strip()):
            sign = typed.strip()
            found = f"dòng đóng phần đầu bài thành “{sign}” (Word hay điện thoại tự đổi dấu gạch)."
            return SyntaxFault(number, found, "Hãy gõ lại ba dấu gạch ngắn: ---", "---")
    return None


def _known(number: int, typed: str, above: str) -> SyntaxFault | None:
    if fault := long_dash([typed], 1):
        return SyntaxFault(number, fault.found, fault.cure, fault.correct)
    if match := _NO_SPACE.fullmatch(typed):
        correct = f"{match['name']}: {match['value']}"
        found = "thiếu dấu cách sau dấu hai chấm."
        return SyntaxFault(number, found, f"Hãy viết: {correct}", correct)
    if match := _HASH_IN_LIST.fullmatch(typed):
        correct = f"{match['name']}: [{match['items'].replace('#', '').strip()}]"
        found = "dấu # trong danh sách mở đầu một ghi chú, nên phần sau bị bỏ."
        return SyntaxFault(number, found, f"Hãy viết: {correct.strip()}", correct)
    if (match := _BACKSLASH.fullmatch(typed)) and _NO_ESCAPE.search(match["value"]):
        is_path = match["name"].split()[-1] in _PATHS
        value = match["value"].replace("\\", "/" if is_path else "\\\\")
        correct = f'{match["name"]}: "{value}"'
        found = "trong ngoặc kép không dùng được dấu \\."
        return SyntaxFault(number, found, f"Hãy viết: {correct.strip()}", correct)
    if above and _NO_NAME.fullmatch(typed):
        found = f"dòng “{typed.strip()}” không có tên; có lẽ dòng trên bị ngắt làm hai."
        correct = f"{above.rstrip()} {typed.strip()}"
        return SyntaxFault(
            number, found, f"Hãy nối vào cuối dòng {number - 1}.", correct, joins=True
        )
    return None


def _cure(typed: str) -> str:
    name, colon, value = typed.strip().partition(":")
    if _PERCENT.search(typed):
        return 'Hãy đặt dấu % trong ngoặc kép: "%"'
    if match := _INDENTED.fullmatch(typed):
        return f"Hãy xóa khoảng trống ở đầu dòng: {match['field']}"
    if "\t" in typed:
        return "Hãy thay phím Tab bằng dấu cách."
    if colon and value.strip()[:1] not in ("", '"', "'"):
        return f"Giá trị có dấu đặc biệt thì đặt trong ngoặc kép: {name}: {_quoted(value)}"
    if value.strip().startswith(('"', "'")):
        return "Hãy kiểm tra dấu ngoặc kép: mở rồi phải đóng, bên trong dùng ngoặc đơn."
    return "Hãy viết mỗi mục một dòng theo dạng “tên: giá trị”, ví dụ: title: Tiêu đề bài viết"


def _quoted(value: str) -> str:
    inner = value.strip().strip("“”").replace('"', "'")
    return f'"{inner}"'
