"""Front matter: the fields of a file as staff typed them, each with its place in the file.

python-frontmatter splits the file; the values stay the characters that were typed (YAML alone
would turn 18:15 into 1095, 0201 into 129 and 1.234 into a fraction), and every one knows its
line, so that a message can name it, and its span, so that a fix can replace just it.
"""

import re
from dataclasses import dataclass
from typing import Any, cast

import frontmatter
import yaml
from frontmatter.default_handlers import YAMLHandler

from newsroom.content.conflict import conflict_in
from newsroom.content.framing import listed_fields, no_opening, not_closed
from newsroom.content.nesting import excess_of
from newsroom.content.syntax_fault import SyntaxFault, explain, known_fault
from newsroom.text.characters import (
    ANY_UNUSUAL,
    CONTROL,
    HARD_SPACE,
    INVISIBLE,
    LINE_BREAK,
    as_read,
)

Value = str | list[Any] | dict[str, Any]

_NULL = "tag:yaml.org,2002:null"
_DEEPEST = 4
_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True, slots=True)
class Entry:
    """A field as typed: text, or a list or mapping of such; where its value starts and ends."""

    value: Value
    line: int
    start: int
    end: int
    dropped: str = ""
    """What YAML took for a comment although only one space stands before its #."""
    name_start: int = 0
    item_lines: tuple[int, ...] = ()
    """The lines of the items of a list."""
    in_brackets: str = ""
    """The list or mapping as typed, where it is one in brackets: [Khẩn], {Họ tên}."""

    def line_of(self, item: int) -> int:
        """The line of an item; of a value that is no list its own."""
        return self.item_lines[item] if self.item_lines else self.line


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """The fields of a file in their order, and its body."""

    entries: dict[str, Entry]
    body: str
    body_line: int


class _ExcessError(Exception):
    """The front matter is more than libyaml may see."""

    def __init__(self, fault: SyntaxFault) -> None:
        self.fault = fault


class _Typed(YAMLHandler):
    """Reads the fields as a node tree instead of Python values."""

    def __init__(self, first_line: int) -> None:
        self._first_line = first_line

    def load(self, fm: str, **_: object) -> dict[str, Any]:
        if fault := excess_of(fm, self._first_line):
            raise _ExcessError(fault)
        return {"node": _compose(fm)}


class _Unread(YAMLHandler):
    """Leaves the fields unread, which take most of the time."""

    def load(self, fm: str, **_: object) -> dict[str, Any]:
        return {"node": None}


def read_front_matter(text: str) -> FrontMatter | SyntaxFault:
    """The front matter and body of a file's text (lines end in \\n), or why there is none."""
    text = _readable(text)
    if conflict := conflict_in(text):
        return conflict
    opening = YAMLHandler.FM_BOUNDARY.search(text)
    if opening is None or text[: opening.start()].strip():
        return no_opening(text)
    first_line = text.count("\n", 0, opening.end()) + 1
    try:
        parts, body = frontmatter.parse(text, handler=_Typed(first_line))
    except _ExcessError as error:
        return error.fault
    except yaml.YAMLError as error:
        return _syntax_fault(text, first_line, error)
    if "node" not in parts:
        return not_closed(text.split("\n"), first_line)
    node = cast("yaml.Node | None", parts["node"])
    entries = _entries(node, text, opening.end(), first_line)
    if isinstance(entries, SyntaxFault):
        return entries
    body_start = len(text.rstrip()) - len(body)
    return FrontMatter(entries, as_read(body), text.count("\n", 0, body_start) + 1)


def read_body(text: str) -> str:
    """The body alone of a text that has front matter; empty where it has none."""
    parts, body = frontmatter.parse(_readable(text), handler=_Unread())
    return as_read(body) if "node" in parts else ""


def front_matter_end(text: str) -> int:
    """Where the body begins, as far as lines of dashes say it."""
    marks = YAMLHandler.FM_BOUNDARY.finditer(text)
    next(marks, None)
    closing = next(marks, None)
    return closing.end() if closing else len(text)


def _readable(text: str) -> str:
    """The text, as long as it was, without what YAML or a page cannot hold: what is invisible stays
    for now, since places in the file are counted; another end of a line ends one in the body."""
    if not ANY_UNUSUAL.search(text):
        return text
    end = front_matter_end(text)
    head = HARD_SPACE.sub(" ", LINE_BREAK.sub(" ", text[:end])).replace("\ufeff", " ")
    text = head + LINE_BREAK.sub("\u2028", text[end:])
    return CONTROL.sub(lambda sign: sign[0] if INVISIBLE.match(text, sign.start()) else " ", text)


def _compose(source: str) -> yaml.Node | None:
    loader = _Loader(source)
    try:
        node: yaml.Node | None = loader.get_single_node()
        return node
    finally:
        loader.dispose()


def _entries(
    node: yaml.Node | None, text: str, offset: int, first_line: int
) -> dict[str, Entry] | SyntaxFault:
    if node is None:
        return {}
    if again := _repeated(node):
        return SyntaxFault(
            first_line + again.start_mark.line, "dấu & và * chép lại giá trị của chỗ khác.",
            "Hãy viết giá trị ra; nếu là chữ thì đặt trong ngoặc kép.",
        )  # fmt: skip
    if not isinstance(node, yaml.MappingNode):
        head = text[: front_matter_end(text)].split("\n")
        listed = listed_fields(head, first_line)
        return listed or known_fault(head, first_line, len(head) - 1) or SyntaxFault(
            first_line, "phần đầu bài không phải các dòng dạng “tên: giá trị”.",
            "Hãy viết mỗi mục một dòng, ví dụ: title: Tiêu đề bài viết",
        )  # fmt: skip
    entries: dict[str, Entry] = {}
    for key, value in node.value:
        line, name = first_line + key.start_mark.line, str(_value(key))
        if name in entries:
            return _twice(text, name, line, entries[name].line)
        start, end = offset + value.start_mark.index, offset + value.end_mark.index
        end = start + len(text[start:end].rstrip())  # YAML ends a block (>-) in the next line
        items = value.value if isinstance(value, yaml.SequenceNode) else []
        lines = tuple(first_line + item.start_mark.line for item in items)
        place, dropped = offset + key.start_mark.index, _dropped(text, start, end)
        flow = text[start:end] if getattr(value, "flow_style", False) else ""
        entries[name] = Entry(_value(value), line, start, end, dropped, place, lines, flow)
    return entries


def _twice(text: str, name: str, line: int, first: int) -> SyntaxFault:
    """A field that stands twice; one of two lines that say the same below each other may go."""
    lines = text.split("\n")
    is_same = line == first + 1 and lines[line - 1].strip() == lines[first - 1].strip()
    return SyntaxFault(
        line, f"dòng {name} có hai lần.", "Hãy giữ lại một dòng, xóa dòng kia.",
        lines[first - 1] if is_same else None, joins=is_same,
    )  # fmt: skip


def _repeated(node: yaml.Node) -> yaml.Node | None:
    """A list or mapping that stands in several places, by YAML's anchors: a few lines of such can
    be worth more than a computer holds."""
    seen, waiting = set(), [node]
    while waiting:
        one = waiting.pop()
        if isinstance(one, yaml.CollectionNode):
            if id(one) in seen:
                return one
            seen.add(id(one))
            pairs = isinstance(one, yaml.MappingNode)
            waiting += [part for pair in one.value for part in pair] if pairs else one.value
    return None


def _dropped(text: str, start: int, end: int) -> str:
    rest = text[end : text.index("\n", end)]
    is_plain = text[start : start + 1] not in ("'", '"', "[", "{", ">", "|", "-")
    return rest if is_plain and re.match(" #", rest) else ""


def _value(node: yaml.Node, depth: int = 0) -> Value:
    if depth > _DEEPEST:  # no field nests so deep
        return ""
    if isinstance(node, yaml.SequenceNode):
        return [_value(item, depth + 1) for item in node.value]
    if isinstance(node, yaml.MappingNode):
        return {str(_value(key, depth + 1)): _value(value, depth + 1) for key, value in node.value}
    return "" if node.tag == _NULL else as_read(str(node.value))


def _syntax_fault(text: str, first_line: int, error: yaml.YAMLError) -> SyntaxFault:
    if not isinstance(error, yaml.MarkedYAMLError):
        return explain(text.split("\n"), first_line, first_line)
    mark = error.problem_mark or error.context_mark
    if "quoted scalar" in (error.context or ""):  # that never closes: where it opens
        mark = error.context_mark
    line = first_line + (mark.line if mark else 0)
    return explain(text.split("\n"), first_line, line)
