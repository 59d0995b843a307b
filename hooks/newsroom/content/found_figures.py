"""Figures that a text seems to state, proposed to its writer: each to be kept, mended or struck."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from newsroom.content.figures import Figure, Indicator, Part
from newsroom.content.found_in_tables import figures_in_tables
from newsroom.content.quarter import Quarter
from newsroom.content.task_lists import without_tasks
from newsroom.content.units import Unit, find_unit
from newsroom.text.numbers import NUMBER, SCALE, parse_number
from newsroom.text.spans import blanked

_SENTENCE = re.compile(r"(?:[^.;!?\n|]|[.;!?](?=\w))+")
_AMOUNT = (
    rf"(?<![\w/.,+-])(?P<value>{NUMBER}(?:\s{SCALE}(?= ))?)"
    rf"(?:(?:\s?/\s?|\s(?:trong|trên)(?:\stổng\ssố)?\s)(?P<whole>{NUMBER}))?"
)
_STOP = re.compile(
    r"[,:()“”\"/–…*_\[\]]|\d|\b(?:có(?! mặt)|với|được|đã|đang|là|do|cho|trong|tại|ở|và|để|từ|của"
    r"|nhằm|gồm|đạt|trị giá|bằng|chiếm|theo|như|thì|mà|nhưng|hoặc|về(?! đích)|đến|phải|vẫn|đều|trên"
    r"|cùng|sẽ|này|xoay|cả|đó|khi|mới|nên|so)\b",
    re.IGNORECASE,
)
"""Where the name of what was counted ends."""
_HEADINGS = re.compile(r"^ {0,3}#.*", re.MULTILINE)
_MONEY = "đồng"
_LONGEST = 8
"""Words of a label."""
_REACH = 300
"""Characters of a sentence that are looked at, before and behind a number."""
_MOST = 60
"""Figures; nobody would look through more."""
_INSIDE = re.compile(r"\s*\.?\s?\((?P<inside>[^()\n]{3,300})\)")


@dataclass(frozen=True, slots=True)
class Found:
    """A figure, and where in the text it was found."""

    figure: Figure
    offset: int
    words: str
    """Those around it."""


def find_figures(markdown: str, units: Sequence[Unit], quarter: Quarter | None) -> list[Found]:
    """The figures of a text, in its order and each indicator once; of tables only what belongs to
    the quarter."""
    text = blanked(without_tasks(markdown, quarter.next) if quarter else markdown)
    text = _HEADINGS.sub(_spaces, text)
    seen = [*_in_sentences(text, units)]
    if quarter:
        seen += [Found(*row) for row in figures_in_tables(text, units, quarter)]
    found: dict[Indicator, Found] = {}
    for one in sorted(seen, key=lambda one: one.offset):
        found.setdefault(one.figure.indicator, one)
    return list(found.values())[:_MOST]


def _in_sentences(text: str, units: Sequence[Unit]) -> Iterator[Found]:
    counted = _counted(units)
    done = 0
    for one in counted.finditer(text):
        if one.start() < done:  # an addend of the one before
            continue
        if (figure := _figure(text, one, units)) is None:
            continue
        parts, done = _parts(text, one, counted)
        yield Found(replace(figure, parts=parts), one.start(), _around(text, one))


def _counted(units: Sequence[Unit]) -> re.Pattern[str]:
    """A number of something; 1160/2500 also without its unit."""
    names = sorted((name for unit in units for name in unit.names), key=len, reverse=True)
    unit = "|".join(map(re.escape, names)) or r"(?!)"
    return re.compile(
        rf"{_AMOUNT}(?:\s?(?P<unit>{unit})(?!\w)|(?(whole)(?=\s(?:đạt|chiếm|bằng))|(?!)))", re.I
    )


def _figure(text: str, one: re.Match[str], units: Sequence[Unit]) -> Figure | None:
    before = _sentence_before(text, one)
    value, unit = parse_number(one["value"]), find_unit(one["unit"] or "", units)
    unit = unit or _first_unit(before, units)
    if value is None or unit is None or not unit.summed:
        return None
    label = _label(text, one, unit, before)
    return Figure(
        label[:1].upper() + label[1:], value, unit, whole=parse_number(one["whole"] or "")
    )


def _first_unit(before: str, units: Sequence[Unit]) -> Unit | None:
    """The unit that the sentence names first: "Tổng số đại biểu được mời 2500 có mặt …"."""
    names = {name.lower(): unit for unit in units for name in unit.names if len(name) > 1}
    found = re.search(rf"\b(?:{'|'.join(map(re.escape, names))})\b", before.lower())
    return names.get(found[0]) if found else None


def _label(text: str, one: re.Match[str], unit: Unit, before: str) -> str:
    """What was counted: the unit with the words after it, else with those before; of money the
    words before it."""
    name = one["unit"] or unit.title
    after = _STOP.split(text[one.end() : _end_of_sentence(text, one.end())])[0].split()
    if after and one["unit"]:
        return " ".join([name, *after][:_LONGEST])
    pieces = (piece.split() for piece in reversed(_STOP.split(before)))
    words = next((piece[-_LONGEST:] for piece in pieces if piece), [])
    if words and unit.title == _MONEY:
        return " ".join(words)
    first = [word.lower() if word.istitle() else word for word in words[:1]]
    return " ".join([name, *first, *words[1:]])


def _sentence_before(text: str, one: re.Match[str]) -> str:
    line = text[max(0, one.start() - _REACH) : one.start()].rpartition("\n")[2]
    return re.split(r"[.;!?]\s", line)[-1]


def _end_of_sentence(text: str, place: int) -> int:
    sentence = _SENTENCE.match(text, place, place + _REACH)
    return sentence.end() if sentence else place


def _parts(text: str, one: re.Match[str], counted: re.Pattern[str]) -> tuple[tuple[Part, ...], int]:
    """The addends in parentheses behind it, where they are in its unit and add up; and how far the
    text is dealt with."""
    end = _end_of_sentence(text, one.end())
    behind = _INSIDE.match(text, end) or _INSIDE.match(text, one.end())
    if behind is None:
        return (), one.end()
    parts = []
    for piece in re.split(r"[;,+]", behind["inside"]):
        found = counted.search(piece)
        value = parse_number(found["value"] if found else piece.strip())
        if value is None or (found and found["unit"] != one["unit"]):
            return (), one.end()
        rest = piece.replace(found[0], " ") if found else ""
        parts.append(Part(value, " ".join(rest.split())))
    is_whole = sum((part.value for part in parts), Decimal(0)) == parse_number(one["value"])
    return (tuple(parts), behind.end()) if is_whole and len(parts) > 1 else ((), one.end())


def _spaces(found: re.Match[str]) -> str:
    return " " * len(found[0])


def _around(text: str, one: re.Match[str]) -> str:
    before = text[max(0, one.start() - 40) : one.start()].rpartition("\n")[2]
    end = min(_end_of_sentence(text, one.end()), one.end() + 40)
    return " ".join(f"{before}{text[one.start() : end]}".split())
