"""Tables: every cell is shown, whatever the line of dashes says; tabs part cells, too."""

import re
from collections.abc import Sequence

from newsroom.text.characters import BREAK_IN_CELL

_RULE = re.compile(r"\|?\s*:?[-–—]+:?\s*(?:\|\s*:?[-–—]+:?\s*)*+\|?")
_BORDER = re.compile(r"\+(?:[-=:]+\+)+|[┌├└╔╠╚][─━═┬┼┴╦╬╩]+[┐┤┘╗╣╝]")
"""Above and below the rows of a table that somebody drew."""
_SIDES = str.maketrans("│┃║", "|||")
_PARTS = re.compile(r"(?<!\\)(?:\\\\)*+\|")
_FRAMED = re.compile(r"\|.*(?<!\\)(?:\\\\)*\|")


def pipe_table(lines: Sequence[str], start: int) -> tuple[list[str], int]:
    """The table that begins in that line, and the line after it; no line where none begins.

    A row after an empty line belongs to it; of rows without a line of dashes the first is the head.
    """
    head, following = lines[start].strip(), "".join(lines[start + 1 : start + 2]).strip()
    has_rule = "|" in head and _is_rule(following)
    if not has_rule and not (_is_framed(head) and _is_framed(following) and _width(head) > 1):
        return [], start
    end, rows = start + 1 + has_rule, [head]
    while end < len(lines):
        if not lines[end].strip():
            after = _next_row(lines, end)
            if after is None:
                break
            end = after
        if "|" not in lines[end]:
            break
        rows.append(lines[end].strip())
        end += 1
    return _written(rows, following if has_rule else ""), end


def grid_table(lines: Sequence[str], start: int) -> tuple[list[str], int]:
    """The table that somebody drew with lines above and below each row, likewise."""
    if not _is_border(lines[start]) or not _is_framed(
        _sides("".join(lines[start + 1 : start + 2]))
    ):
        return [], start
    groups: list[list[list[str]]] = []
    end = start
    while end < len(lines):
        line = _sides(lines[end])
        if _is_border(line):
            groups.append([])
        elif not _is_framed(line):
            break
        else:
            cells = [cell.strip() for cell in _PARTS.split(line)[1:-1]]
            if groups[-1] and len(cells) != len(groups[-1][-1]):
                groups.append([])
            groups[-1].append(cells)
        end += 1
    rows = _rows_between_borders([group for group in groups if group])
    return _written([" | ".join(row) for row in rows], ""), end


def _rows_between_borders(groups: Sequence[Sequence[list[str]]]) -> list[list[str]]:
    """The lines between two borders are a row; where the head alone has a border below it, as
    databases draw it, each full line is one."""
    if len(groups) == 2 and len(groups[0]) == 1 and all(map(all, groups[1])):
        return [*groups[0], *groups[1]]
    return [
        [BREAK_IN_CELL.join(filter(None, cells)) for cells in zip(*group, strict=True)]
        for group in groups
    ]


def _is_border(line: str) -> bool:
    return _BORDER.fullmatch(line.strip()) is not None


def _sides(line: str) -> str:
    return line.strip().translate(_SIDES)


def tab_table(lines: Sequence[str], start: int) -> tuple[list[str], int]:
    """The table that Word or Excel left with tabs between its cells, likewise."""
    first = [_cells(line) for line in lines[start : start + 2]]
    are_terms = all(len(row) == 2 and row[0].rstrip().endswith(":") for row in first)
    has_head = len(list(filter(str.strip, first[0]))) > 1
    if are_terms or not has_head or min(map(len, first)) < 2 or len(first) < 2:
        return [], start
    end = start
    while end < len(lines) and len(_cells(lines[end])) > 1:
        end += 1
    return _written([" | ".join(_cells(line)) for line in lines[start:end]], ""), end


def _cells(line: str) -> list[str]:
    return [cell.replace("|", "\\|") for cell in line.lstrip().rstrip(" \r").split("\t")]


def _next_row(lines: Sequence[str], end: int) -> int | None:
    """The line after the empty ones if it is a row of the table above, not the head of another."""
    while end < len(lines) and not lines[end].strip():
        end += 1
    row, following = "".join(lines[end : end + 1]), "".join(lines[end + 1 : end + 2])
    is_row = _is_framed(row.strip()) and not _is_rule(following.strip())
    return end if is_row else None


def _is_rule(line: str) -> bool:
    return "|" in line and _RULE.fullmatch(line) is not None


def _is_framed(line: str) -> bool:
    return _FRAMED.fullmatch(line) is not None


def _width(row: str) -> int:
    """How many cells a framed row has."""
    return len(_PARTS.findall(row)) - 1


def _written(rows: Sequence[str], rule: str) -> list[str]:
    framed = [_framed(row) for row in rows]
    width = max(map(_width, framed))
    marks = [_mark(part.strip()) for part in rule.strip().strip("|").split("|") if part.strip()]
    marks += ["---"] * (width - len(marks))
    full = [row + "  |" * (width - _width(row)) for row in framed]
    return [full[0], f"| {' | '.join(marks[:width])} |", *full[1:]]


def _framed(row: str) -> str:
    row = row if row.startswith("|") else f"| {row}"
    return row if _is_framed(row) and len(row) > 1 else f"{row} |"


def _mark(part: str) -> str:
    """How the cells of a column are aligned."""
    return f"{':' * part.startswith(':')}---{':' * part.endswith(':')}"
