"""Lines of a plain text as HTML blocks: paragraphs, captions, sub-headings, numbered lists."""

import html
import re
from collections.abc import Iterator, Sequence

_NUMBERED = re.compile(r"([1-9]\d{0,2})\.\s+(\S.*)")
_BULLET = re.compile(r"[-+*•–]\s")
_PART = re.compile(r"(?:[IVX]{1,5}|Phần\s+\S{1,6})\s*[.:–-]\s+\S")
_SENTENCE_END = (".", "!", "?", ":", ";", ",", "…")
_SHORT = 16
_CAPTIONS_IN_A_ROW = 2
_SHORTEST_LIST = 2


def html_blocks(lines: Sequence[str]) -> str:
    """The lines, each tidy and not empty, as HTML with the same words in the same order."""
    return "\n".join(_blocks(lines))


def is_short(line: str) -> bool:
    """Whether the line is short enough for a heading or a caption."""
    return len(line.split()) <= _SHORT


def heads_list(line: str) -> bool:
    """Whether the line is a heading where a list follows: “Hồ sơ gồm:”, but no whole sentence."""
    return is_short(line) and line.endswith(":") and "," not in line


def numbered_item(line: str) -> tuple[int, str] | None:
    """The number and the words of a line such as “7. Tổ chức …”, None if it is not an item."""
    match = _NUMBERED.fullmatch(line)
    return (int(match[1]), match[2]) if match else None


def looks_like_caption(line: str) -> bool:
    """Whether the line has the form of a caption: short, a capital first, no closing full stop."""
    begins = line.lstrip("“\"'(")[:1]
    return is_short(line) and begins.isupper() and not line.endswith(_SENTENCE_END)


def is_paragraph(lines: Sequence[str], place: int) -> bool:
    """Whether the line is running text: no item, no bullet, no sub-heading."""
    line = lines[place]
    return not (_NUMBERED.fullmatch(line) or _BULLET.match(line) or _is_heading(lines, place))


def _blocks(lines: Sequence[str]) -> Iterator[str]:
    place = 0
    while place < len(lines):
        items = _items_from(lines, place)
        if items:
            yield _numbered_list(items)
            place += len(items)
            continue
        yield _block(lines, place)
        place += 1


def _block(lines: Sequence[str], place: int) -> str:
    words = html.escape(lines[place], quote=False)
    if _is_heading(lines, place):
        return f"<h2>{words}</h2>"
    if _is_caption(lines, place):
        return f"<p><em>{words}</em></p>"
    return f"<p>{words}</p>"


def _items_from(lines: Sequence[str], place: int) -> list[str]:
    """The items 1, 2, 3 … that start here; empty if they do not make a Markdown list."""
    items: list[str] = []
    for line in lines[place:]:
        numbered = numbered_item(line)
        if numbered is None or numbered[0] != len(items) + 1:
            break
        items.append(numbered[1])
    return items if len(items) >= _SHORTEST_LIST else []


def _numbered_list(items: Sequence[str]) -> str:
    inner = "".join(f"<li>{html.escape(item, quote=False)}</li>" for item in items)
    return f"<ol>{inner}</ol>"


def _is_heading(lines: Sequence[str], place: int) -> bool:
    line = lines[place]
    if not is_short(line) or _NUMBERED.fullmatch(line) or _BULLET.match(line):
        return False
    follower = lines[place + 1] if place + 1 < len(lines) else ""
    if _PART.match(line):
        return bool(follower) and not line.endswith((".", ";", ","))
    starts_list = _NUMBERED.fullmatch(follower) or _BULLET.match(follower)
    return heads_list(line) and starts_list is not None


def _is_caption(lines: Sequence[str], place: int) -> bool:
    """Whether a line that looks like a caption stands between paragraphs, not among its like."""
    if not _may_caption(lines, place):
        return False
    first, last = place, place
    while first > 0 and _may_caption(lines, first - 1):
        first -= 1
    while last + 1 < len(lines) and _may_caption(lines, last + 1):
        last += 1
    in_a_row = last - first + 1
    return (
        in_a_row <= _CAPTIONS_IN_A_ROW and last + 1 < len(lines) and is_paragraph(lines, last + 1)
    )


def _may_caption(lines: Sequence[str], place: int) -> bool:
    return looks_like_caption(lines[place]) and is_paragraph(lines, place)
