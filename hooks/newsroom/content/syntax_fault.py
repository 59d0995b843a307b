"""Why a file's front matter cannot be read, told by what staff most likely did."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from newsroom.content.field_names import NAMES, field_meant
from newsroom.content.problem import Edit
from newsroom.content.source import start_of_line

_FIELD = r"(?P<name>\s*(?:- )?[a-z_]+):"
_ANOTHER_COLON = re.compile(
    r"(?P<name>[^\W\d]\w*(?: \w+)?)\s*(?::(?=[^\s/])|[：∶﹕]\s*|\s=\s)(?P<value>.*\S.*)"
)
_OTHER_SIGN = re.compile(r"(?P<name>[a-z_]+)\s+(?:[-=]?>|[→⇒–—-])\s+(?P<value>\S.*)")
_BOLD_NAME = re.compile(r"\*\*(?P<name>[^*:]+)(?:\*\*\s*:|:\s*\*\*)\s*(?P<value>.*\S)\s*")
_AFTER_QUOTES = re.compile(r"(?P<field>[a-z_]+: *(?P<quote>[\"'])[^\"']*(?P=quote))[,;]\s*")
_OTHER_BULLET = re.compile(r"(?P<indent>\s+)[*+]\s+(?P<rest>\S.*)")
_LIST_ON_A_LINE = re.compile(r"(?P<name>[a-z_]+): +-\s+(?P<items>\S.*)")
_BEFORE_LINES = re.compile(r"(?P<field>[a-z_]+:)\s*[|>][-+]?\s*")
_LISTS = frozenset({"tags", "aliases"})
_NEXT_FIELD = re.compile(r"\s*(?:[^\W\d][\w ]*[:：]|---\s*$)")
_OPEN_LIST = re.compile(r"(?P<name>[a-z_]+): *(?P<items>\[[^\[\]{}]*[^\[\]{},\s]),?\s*")
_IN_QUOTES = re.compile(r"(?P<name>[a-z_]+): *(?P<quote>[\"'])(?P<rest>.*\S)\s*")
_SIGNS = re.compile(r"(?P<name>[A-Za-z_]+): *(?P<value>[@`%*&!\[{>|,\]}].*\S)\s*")
_TAB = re.compile(r"(?P<indent> *\t[ \t]*)(?P<rest>\S.*)")
_PERCENT = re.compile(r"[:,\[{-]\s*%")
_HASH_IN_LIST = re.compile(rf"{_FIELD}\s*\[(?P<items>[^\]]*#[^\]]*)\]?\s*")
_BACKSLASH = re.compile(rf"{_FIELD}\s*\"(?P<value>[^\"]*)\"\s*")
_NO_ESCAPE = re.compile(r"\\(?![0abtnvfre \"/\\N_LPxuU])")
_LONG_DASH = re.compile(r"[—–]+-?|--")
_NO_NAME = re.compile(r"[^\s#\-:\[\]{}\"'][^:]*")
_COLON_AGAIN = re.compile(r"(?P<name>[A-Za-z_]+): +(?P<value>[^\s\[{\"'>|][^\n]*:(?:\s.*|$))")
_INDENTED = re.compile(r"\s+(?P<field>[a-z_]+:\s.*)")
_QUOTATION = re.compile(r"\"([^\"]*)\"")
_QUOTATION_FIRST = re.compile(r"([\"'])(?:(?!\1).)*(?!\1)\S\1[\s,.;:!?…)–-]")
"""A value that begins with words in quotation marks: the first mark does not enclose the value."""
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
    more: int = 0
    """How many lines behind it are replaced as well, since they have the same fault."""


def explain(lines: Sequence[str], first: int, line: int) -> SyntaxFault:
    """The fault behind a YAML error at that line; the front matter starts at line first.

    YAML often names the innocent line after the one that is wrong.
    """
    if fault := known_fault(lines, first, line):
        return fault
    typed = lines[line - 1] if line <= len(lines) else ""
    found = f"không đọc được dòng “{typed.strip()}”."
    if (match := _INDENTED.fullmatch(typed)) and not _PERCENT.search(typed):
        cure = f"Hãy xóa khoảng trống ở đầu dòng: {match['field']}"
        return SyntaxFault(line, found, cure, match["field"])
    to_quote = _COLON_AGAIN.fullmatch(typed.rstrip()) or _SIGNS.fullmatch(typed)
    if to_quote is None:
        return SyntaxFault(line, found, _cure(typed))
    correct = f"{to_quote['name']}: {_quoted(to_quote['value'])}"
    cure = f"Giá trị có dấu đặc biệt thì đặt trong ngoặc kép: {correct}"
    return SyntaxFault(line, found, cure, correct)


def known_fault(lines: Sequence[str], first: int, last: int) -> SyntaxFault | None:
    """The first fault of those lines that is known, with its cure; above the first are dashes."""
    for number in range(first, min(last, len(lines)) + 1):
        above = lines[number - 2] if number > first + 1 else ""
        if fault := _known(number, lines[number - 1], above, "".join(lines[number : number + 1])):
            return _with_those_below(fault, lines)
    return None


def edit_of(fault: SyntaxFault, text: str) -> Edit | None:
    """The mending of the file's text, where it is certain."""
    if fault.correct is None:
        return None
    end = text.find("\n", start_of_line(text, fault.line + fault.more))
    start = start_of_line(text, fault.line - fault.joins)
    return Edit(start, end if end >= 0 else len(text), fault.correct)


def long_dash(lines: Sequence[str], first: int) -> SyntaxFault | None:
    """Where Word has made one dash of the three that close the front matter."""
    for number, typed in enumerate(lines[first - 1 :], first):
        if _LONG_DASH.fullmatch(typed.strip()):
            sign = typed.strip()
            found = f"dòng đóng phần đầu bài thành “{sign}” (Word hay điện thoại tự đổi dấu gạch)."
            return SyntaxFault(number, found, "Hãy gõ lại ba dấu gạch ngắn: ---", "---")
    return None


def _with_those_below(fault: SyntaxFault, lines: Sequence[str]) -> SyntaxFault:
    """The fault with the lines right below that have the same one."""
    corrected = [fault.correct or ""]
    for number in range(fault.line + 1, len(lines) + 1):
        again = _known(number, lines[number - 1], "", "".join(lines[number : number + 1]))
        if fault.joins or again is None or again.found != fault.found or again.correct is None:
            break
        corrected.append(again.correct)
    if len(corrected) == 1:
        return fault
    return replace(fault, correct="\n".join(corrected), more=len(corrected) - 1)


def _known(number: int, typed: str, above: str, below: str) -> SyntaxFault | None:
    if fault := long_dash([typed], 1):
        return SyntaxFault(number, fault.found, fault.cure, fault.correct)
    if match := _TAB.fullmatch(typed):
        correct = f"{'' if _NEXT_FIELD.match(typed) else '  '}{match['rest']}"
        found = "đầu dòng có phím Tab."
        return SyntaxFault(number, found, f"Hãy xóa phím Tab: {correct.strip()}", correct)
    if match := _ANOTHER_COLON.fullmatch(typed) or _with_other_sign(typed):
        correct = f"{match['name']}: {match['value']}"
        found = "sau tên dòng phải là dấu hai chấm và một dấu cách."
        return SyntaxFault(number, found, f"Hãy viết: {correct}", correct)
    if fault := _decorated(number, typed):
        return fault
    if _NEXT_FIELD.match(below) and (closed := _closed(typed)):
        found = "dấu ngoặc mở rồi mà không đóng, hoặc đóng giữa chừng."
        return SyntaxFault(number, found, f"Hãy viết: {closed}", closed)
    return _known_of_value(number, typed, above)


def _with_other_sign(typed: str) -> re.Match[str] | None:
    match = _OTHER_SIGN.fullmatch(typed)
    return match if match and match["name"] in NAMES else None


def _decorated(number: int, typed: str) -> SyntaxFault | None:
    """A line with signs of another language: Markdown's or JSON's."""
    if (match := _BOLD_NAME.fullmatch(typed)) and field_meant(match["name"], NAMES):
        correct = f"{match['name'].strip()}: {match['value']}"
        return SyntaxFault(number, "tên dòng có dấu **.", f"Hãy viết: {correct}", correct)
    if match := _AFTER_QUOTES.fullmatch(typed):
        found = "sau giá trị trong ngoặc kép có dấu thừa."
        return SyntaxFault(number, found, f"Hãy viết: {match['field']}", match["field"])
    if match := _OTHER_BULLET.fullmatch(typed):
        correct = f"{match['indent']}- {match['rest']}"
        found = "mỗi ý của danh sách ở phần đầu bài bắt đầu bằng dấu “-”."
        return SyntaxFault(number, found, f"Hãy viết: {correct.strip()}", correct)
    if match := _LIST_ON_A_LINE.fullmatch(typed):
        return _list_on_a_line(number, match)
    return None


def _list_on_a_line(number: int, match: re.Match[str]) -> SyntaxFault:
    found = "dấu “-” mở danh sách phải đứng ở dòng riêng."
    if match["name"] not in _LISTS:
        correct = f"{match['name']}: {_quoted('- ' + match['items'])}"
        return SyntaxFault(number, found, f"Là chữ thì đặt trong ngoặc kép: {correct}", correct)
    items = (item.strip(" ,;\"'") for item in re.split(r"\s-\s|[,;]", match["items"]))
    correct = f"{match['name']}: [{', '.join(filter(None, items))}]"
    return SyntaxFault(number, found, f"Hãy viết: {correct}", correct)


def _closed(typed: str) -> str | None:
    """The line with the quotes or the bracket around its value closed, and no quote of that kind
    within; None where nothing is wrong with them."""
    if match := _OPEN_LIST.fullmatch(typed):
        return f"{match['name']}: {match['items']}]"
    match = _IN_QUOTES.fullmatch(typed)
    if match is None:
        return None
    quote, rest = match["quote"], match["rest"]
    inner = rest.removesuffix(quote)
    if _QUOTATION_FIRST.match(quote + rest):
        inner = quote + rest
        if inner.count(quote) % 2:  # nobody knows which of them has no other
            return None
    if "\\" in inner or re.search(rf"{quote}\s+#", rest):
        return None
    if rest.endswith(quote) and quote not in inner.replace("''", ""):
        return None
    inner = _QUOTATION.sub("“\\1”", inner).replace('"', "”")
    return f'{match["name"]}: "{inner}"'


def _known_of_value(number: int, typed: str, above: str) -> SyntaxFault | None:
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
        of_lines = _BEFORE_LINES.fullmatch(above)
        correct = f"{of_lines['field'] if of_lines else above.rstrip()} {typed.strip()}"
        return SyntaxFault(
            number, found, f"Hãy nối vào cuối dòng {number - 1}.", correct, joins=True
        )
    return None


def _cure(typed: str) -> str:
    name, colon, value = typed.strip().partition(":")
    if _PERCENT.search(typed):
        return 'Hãy đặt dấu % trong ngoặc kép: "%"'
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
