"""Reads lines as people mean them, and gives them back as Markdown that the library reads so."""

import re
from collections.abc import Callable, Sequence

from newsroom.dialect.block import OTHER, PARAGRAPH, Block, indented, lines_of
from newsroom.dialect.breaks import with_breaks
from newsroom.dialect.lists import read_list
from newsroom.dialect.marks import interrupts
from newsroom.dialect.tables import grid_table, pipe_table, tab_table
from newsroom.dialect.white_space import indent_of, without_indent

_HEADING = re.compile(r"#(?:#{0,5}(?=\s|$)|#{1,5}(?=[^\s#]))")
"""With two signs also where the blank was forgotten; with one that is a hashtag."""
_RULE = re.compile(r"(?:(?:-[ \t]*){3,}|(?:_[ \t]*){3,}|(?:\*[ \t]*){3,})")
_BOX = re.compile(r"(?:!!!|\?\?\?\+?) ?\w|===[!+]? ?\"|/// ?\w")
_NOTE = re.compile(r"(?P<mark>\[\^[^\]]*\]:)\s*(?P<text>.*)")
_TAGS = re.compile(r"(?:</?[a-zA-Z][^<>]*>\s*)+")
_HELD = re.compile("\x02\\d+\x03")
_NUMBER = re.compile(r"(\d+)\.(?=\s)")
_PROSE = re.compile(r"[^\W\d_]{2}[^\t]*")
"""A line by itself that begins so is a paragraph: no mark, no table and no tag begins with two
letters. Most lines do, and to ask all readers of each takes twice as long."""
_INDENT = 4

_TableReader = Callable[[Sequence[str], int], tuple[list[str], int]]
_Part = tuple[list[Block], int]
"""What begins in a line, and the line after it; no block where nothing of the kind begins there."""


def read_blocks(lines: Sequence[str]) -> list[Block]:
    """The blocks that the lines are."""
    blocks: list[Block] = []
    at = 0
    while at < len(lines):
        if not lines[at].strip():
            at += 1
            continue
        found, end = _part(lines, at)
        is_close = at > 0 and bool(lines[at - 1].strip())
        blocks += [found[0]._replace(is_close=is_close), *found[1:]]
        at = end
    return blocks


def _part(lines: Sequence[str], at: int) -> _Part:
    if _PROSE.fullmatch(lines[at]) and not "".join(lines[at + 1 : at + 2]).strip():
        return _paragraph(lines, at)
    for read in (_single, _box, _note, _quotation, _drawn, _list, _tabs):
        found, end = read(lines, at)
        if found:
            return found, end
    return _paragraph(lines, at)


def _single(lines: Sequence[str], at: int) -> _Part:
    line = lines[at].strip()
    return ([Block(OTHER, [line])], at + 1) if _is_single(line) else ([], at)


def _is_single(line: str) -> bool:
    """Whether it is a block by itself: a heading, a rule, tags, code."""
    return any(
        (_HEADING.match(line), _RULE.fullmatch(line), _TAGS.fullmatch(line), _HELD.fullmatch(line))
    )


def _box(lines: Sequence[str], at: int) -> _Part:
    line = lines[at].strip()
    if not _BOX.match(line):
        return [], at
    end = _end_of_indented(lines, at + 1)
    content = [without_indent(line, _INDENT) for line in lines[at + 1 : end]]
    return [Block(OTHER, [line, *indented(lines_of(read_blocks(content)))])], end


def _note(lines: Sequence[str], at: int) -> _Part:
    note = _NOTE.match(lines[at].strip())
    if note is None:
        return [], at
    end = at + 1
    while end < len(lines) and lines[end].strip() and not _starts(lines, end):
        end += 1
    end = _end_of_indented(lines, end)
    content = [without_indent(line, _INDENT) for line in lines[at + 1 : end]]
    inner = lines_of(read_blocks([note["text"], *content])) or [""]
    return [Block(OTHER, [f"{note['mark']} {inner[0]}", *indented(inner[1:])])], end


def _end_of_indented(lines: Sequence[str], at: int) -> int:
    """The line after those that belong to what stands above them."""
    end = at
    while at < len(lines):
        if lines[at].strip():
            if indent_of(lines[at]) < _INDENT:
                break
            end = at + 1
        at += 1
    return end


def _quotation(lines: Sequence[str], at: int) -> _Part:
    if not lines[at].lstrip().startswith(">"):
        return [], at
    end = at + 1
    while end < len(lines) and lines[end].strip():
        if not lines[end].lstrip().startswith(">") and _starts(lines, end):
            break
        end += 1
    content = [_unquoted(line.lstrip()) for line in lines[at:end]]
    quoted = [f"> {line}".rstrip(" ") if not line else f"> {line}" for line in _inner(content)]
    return [Block(OTHER, quoted or [">"])], end


def _inner(content: Sequence[str]) -> list[str]:
    return lines_of(read_blocks(content))


def _unquoted(line: str) -> str:
    return line.removeprefix(">").removeprefix(" ")


def _drawn(lines: Sequence[str], at: int) -> _Part:
    return _table(lines, at, grid_table, pipe_table)


def _tabs(lines: Sequence[str], at: int) -> _Part:
    return _table(lines, at, tab_table)


def _table(lines: Sequence[str], at: int, *readers: _TableReader) -> _Part:
    for read in readers:
        table, end = read(lines, at)
        if table:
            return [Block(OTHER, table)], end
    return [], at


def _list(lines: Sequence[str], at: int) -> _Part:
    return read_list(lines, at, read_blocks, _ends_list)


def _ends_list(line: str) -> bool:
    return _is_single(line.strip()) or line.lstrip().startswith(">")


def _paragraph(lines: Sequence[str], at: int) -> _Part:
    end = at + 1
    while end < len(lines) and lines[end].strip() and not _starts(lines, end):
        end += 1
    first, *rest = (_as_text(line) for line in lines[at:end])
    if number := _NUMBER.match(first):
        first = f"{number[1]}&#46;{first[number.end() :]}"
    return [Block(PARAGRAPH, with_breaks([first, *rest]))], end


def _starts(lines: Sequence[str], at: int) -> bool:
    """Whether something else begins in a line although no empty one stands before it."""
    line = lines[at].strip()
    if _RULE.fullmatch(line):
        return False  # a heading's underline, or the library finds it
    is_other = _is_single(line) or _BOX.match(line) or _NOTE.match(line) or line.startswith(">")
    is_table = _table(lines, at, grid_table, pipe_table, tab_table)[0]
    return bool(is_other or is_table) or interrupts(lines, at)


def _as_text(line: str) -> str:
    """The line of a paragraph: without an indent, which would make it code, and with a hashtag for
    a text."""
    asked = "  " * line.rstrip("\r").endswith("  ")
    line = line.strip().replace("\t", " ") + asked
    return f"&#35;{line[1:]}" if line.startswith("#") else line
