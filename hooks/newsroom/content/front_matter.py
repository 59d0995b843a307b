"""Front matter: the fields of a file as staff typed them, each with its place in the file.

python-frontmatter splits the file; the values stay the characters that were typed (YAML alone
would turn 18:15 into 1095, 0201 into 129 and 1.234 into a fraction), and every one knows its
line, so that a message can name it, and its span, so that a fix can replace just it.
"""

from dataclasses import dataclass
from typing import Any, cast

import frontmatter
import yaml
from frontmatter.default_handlers import YAMLHandler

Value = str | list[Any] | dict[str, Any]

_NULL = "tag:yaml.org,2002:null"
_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True, slots=True)
class Entry:
    """A field as typed: text, or a list or mapping of such; where its value starts and ends."""

    value: Value
    line: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """The fields of a file in their order, and its body."""

    entries: dict[str, Entry]
    body: str
    body_line: int


@dataclass(frozen=True, slots=True)
class SyntaxFault:
    """Why a file's front matter cannot be read, and the line that says so."""

    line: int
    found: str
    cure: str


class _Typed(YAMLHandler):
    """Reads the fields as a node tree instead of Python values."""

    def load(self, fm: str, **_: object) -> dict[str, Any]:
        return {"node": _compose(fm), "source": fm}


def read_front_matter(text: str) -> FrontMatter | SyntaxFault:
    """The front matter and body of a file's text (lines end in \\n), or why there is none."""
    if not text.lstrip().startswith("---"):
        return SyntaxFault(
            1, "tệp không có phần đầu bài.", "Hãy mở đầu tệp bằng dòng ---, các trường, rồi ---."
        )
    try:
        parts, body = frontmatter.parse(text, handler=_Typed())
    except yaml.MarkedYAMLError as error:
        return _syntax_fault(text, error)
    if "source" not in parts:
        return SyntaxFault(1, "phần đầu bài chưa đóng.", "Hãy thêm dòng --- sau trường cuối cùng.")
    offset = text.index(str(parts["source"]))
    node = cast("yaml.Node | None", parts["node"])
    entries = _entries(node, offset, text.count("\n", 0, offset) + 1)
    if isinstance(entries, SyntaxFault):
        return entries
    body_start = len(text.rstrip()) - len(body)
    return FrontMatter(entries, body, text.count("\n", 0, body_start) + 1)


def _compose(source: str) -> yaml.Node | None:
    loader = _Loader(source)
    try:
        node: yaml.Node | None = loader.get_single_node()
        return node
    finally:
        loader.dispose()


def _entries(
    node: yaml.Node | None, offset: int, first_line: int
) -> dict[str, Entry] | SyntaxFault:
    if node is None:
        return {}
    if not isinstance(node, yaml.MappingNode):
        return SyntaxFault(
            first_line, "phần đầu bài không phải các dòng «trường: giá trị».",
            "Hãy viết mỗi trường một dòng, ví dụ: title: Tiêu đề bài viết",
        )  # fmt: skip
    entries: dict[str, Entry] = {}
    for key, value in node.value:
        line = first_line + key.start_mark.line
        if key.value in entries:
            return SyntaxFault(
                line, f"trường {key.value} có hai lần.", "Hãy giữ lại một dòng, xóa dòng kia."
            )
        start, end = offset + value.start_mark.index, offset + value.end_mark.index
        entries[str(key.value)] = Entry(_value(value), line, start, end)
    return entries


def _value(node: yaml.Node) -> Value:
    if isinstance(node, yaml.SequenceNode):
        return [_value(item) for item in node.value]
    if isinstance(node, yaml.MappingNode):
        return {str(_value(key)): _value(value) for key, value in node.value}
    return "" if node.tag == _NULL else str(node.value)


def _syntax_fault(text: str, error: yaml.MarkedYAMLError) -> SyntaxFault:
    mark = error.problem_mark or error.context_mark
    first_line = text.count("\n", 0, text.index("---")) + 2
    line = first_line + (mark.line if mark else 0)
    lines = text.splitlines()
    typed = lines[line - 1].strip() if line <= len(lines) else ""
    return SyntaxFault(line, f"không đọc được dòng «{typed}».", _cure(typed))


def _cure(typed: str) -> str:
    name, colon, value = typed.partition(":")
    if "\t" in typed:
        return "Hãy thay phím Tab ở đầu dòng bằng dấu cách."
    if colon and value.strip()[:1] not in ("", '"', "'"):
        quoted = value.strip().replace('"', "'")
        return f'Giá trị có dấu đặc biệt thì đặt trong ngoặc kép: {name}: "{quoted}"'
    if value.strip().startswith(('"', "'")):
        return "Hãy kiểm tra dấu ngoặc kép: mở rồi phải đóng, bên trong dùng ngoặc đơn."
    return "Hãy viết mỗi trường một dòng theo dạng «trường: giá trị»."
