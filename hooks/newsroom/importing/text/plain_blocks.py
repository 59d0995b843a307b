"""Lines of a plain text as HTML blocks: paragraphs, captions, sub-headings, lists, tables.

Signs of Markdown are read as such: what people copy from programs that answer questions has them.
"""

import html
import re
from collections.abc import Callable, Iterator, Sequence
from itertools import takewhile

from newsroom.importing.text.white_space import tidy
from newsroom.text.characters import BULLETS

_NUMBERED = re.compile(r"([1-9]\d{0,2})\.\s+(\S.*)")
_BULLET = re.compile(rf"(?P<sign>[-+*–{BULLETS}])\s+(?P<words>\S.*)")
_LABEL = re.compile(rf"(?:\d{{1,3}}(?:\.\d{{1,2}})*|[a-zđ]|[IVX]{{1,5}})[.)/]|[-+*–{BULLETS}o]")
"""Word parts it from its item by a tab."""
_DEEPER = "+"
"""Vietnamese offices put “+” below “-”."""
_HEADING = re.compile(r"#{2,6} (?P<words>.*\w.*)")
_TITLE = re.compile(r"#{1,6} (?P<words>.*\w.*)")
_BOLD = re.compile(r"(?<![\w*])\*\*(?=\w)([^*]*\w[:.,!?]?)\*\*(?![\w*])")
_PART = re.compile(r"(?:[IVX]{1,5}|Phần\s+\S{1,6})\s*[.:–-]\s+\S")
_SENTENCE_END = (".", "!", "?", ":", ";", ",", "…")
_SHORT = 16
_CAPTIONS_IN_A_ROW = 2
_SHORTEST_LIST = 2


def html_blocks(lines: Sequence[str]) -> str:
    """The lines, each tidy and not empty, as HTML with the same words in the same order."""
    return "\n".join(_blocks(lines))


def tidy_lines(text: str) -> list[str]:
    """The lines of the text that say something, tidy; in those of a table a tab parts two cells."""
    rows = [row for line in text.splitlines() if any(row := _cells(line))]
    around = zip([[""], *rows], rows, [*rows[1:], [""]], strict=False)
    return [
        "\t".join(row) if len(row) > 1 and len(row) in (len(above), len(below))
        else " ".join(filter(None, row))
        for above, row, below in around
    ]  # fmt: skip


def _cells(line: str) -> list[str]:
    """What tabs part, but for those that begin a paragraph or stand behind the label of an item."""
    cells = [tidy(cell) for cell in line.strip(" \r").split("\t")]
    if not any(cells[:-1]) or (len(cells) == 2 and _LABEL.fullmatch(cells[0])):
        return [" ".join(filter(None, cells))]
    return cells


def without_marks(line: str) -> str:
    """The words of a title without the signs of Markdown around them, and without tabs."""
    title = _TITLE.fullmatch(line)
    return tidy(_BOLD.sub(r"\1", title["words"] if title else line))


def is_short(line: str) -> bool:
    """Whether the line is short enough for a heading or a caption."""
    return len(line.split()) <= _SHORT


def heads_list(line: str) -> bool:
    """Whether the line is a heading where a list follows: “Hồ sơ gồm:”, but no whole sentence."""
    return is_short(line) and line.endswith(":") and "," not in line


def is_part(line: str) -> bool:
    """Whether the line is called a part: “II. Nhiệm vụ”."""
    return _PART.match(line) is not None


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
    is_other = _NUMBERED.fullmatch(line) or _BULLET.match(line) or "\t" in line
    return not (is_other or _is_heading(lines, place))


def _blocks(lines: Sequence[str]) -> Iterator[str]:
    place = 0
    while place < len(lines):
        if items := _items_from(lines, place):
            yield _numbered_list(items)
        elif items := _run(lines, place, _goes_on_with_bullets(lines[place])):
            yield _bullet_list(items)
        elif items := _run(lines, place, lambda line: "\t" in line):
            yield _table(items)
        else:
            items = [lines[place]]
            yield _block(lines, place)
        place += len(items)


def _run(lines: Sequence[str], place: int, goes_on: Callable[[str], bool]) -> list[str]:
    """The lines from there on with which it goes on; none where it is one alone."""
    run = list(takewhile(goes_on, (lines[n] for n in range(place, len(lines)))))
    return run if len(run) >= _SHORTEST_LIST else []


def _goes_on_with_bullets(first: str) -> Callable[[str], bool]:
    """Whether a line is an item of the list that begins so: behind the same sign, or behind “+”."""
    sign = first[0]

    def goes_on(line: str) -> bool:
        return _BULLET.fullmatch(line) is not None and line[0] in (sign, _DEEPER)

    return goes_on


def _bullet_list(items: Sequence[str]) -> str:
    found = [match for item in items if (match := _BULLET.fullmatch(item))]
    has_two = items[0][0] != _DEEPER
    written, is_deep = ["<ul>"], False
    for match in found:
        deeper = has_two and match["sign"] == _DEEPER
        if deeper != is_deep:
            written.append("<ul>" if deeper else "</ul>")
        written.append(f"<li>{_inline(match['words'])}</li>")
        is_deep = deeper
    return "".join([*written, "</ul>" * (1 + is_deep)])


def _table(rows: Sequence[str]) -> str:
    parted = (row.split("\t") for row in rows)
    written = ("".join(f"<td>{_inline(cell)}</td>" for cell in row) for row in parted)
    return f"<table>{''.join(f'<tr>{row}</tr>' for row in written)}</table>"


def _inline(words: str) -> str:
    return _BOLD.sub(r"<strong>\1</strong>", html.escape(words, quote=False))


def _block(lines: Sequence[str], place: int) -> str:
    if heading := _HEADING.fullmatch(lines[place]):
        return f"<h2>{html.escape(without_marks(heading[0]), quote=False)}</h2>"
    words = _inline(lines[place])
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
    inner = "".join(f"<li>{_inline(item)}</li>" for item in items)
    return f"<ol>{inner}</ol>"


def _is_heading(lines: Sequence[str], place: int) -> bool:
    line = lines[place]
    if not is_short(line) or _NUMBERED.fullmatch(line) or _BULLET.match(line):
        return False
    follower = lines[place + 1] if place + 1 < len(lines) else ""
    if is_part(line):
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
