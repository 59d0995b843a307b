"""The tasks of the next quarter that a review lists in its text, and what its boxes report.

"Nhiệm vụ quý II năm 2023", "III. NHIỆM VỤ TRỌNG TÂM QUÝ 2/2023", "Phương hướng quý II" above a
list; "- [x] Vận động quỹ" anywhere else.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from newsroom.content.figures import TaskState, TaskUpdate
from newsroom.content.quarter import Quarter
from newsroom.text.fold import fold
from newsroom.text.plain import plain
from newsroom.text.spans import blanked

_HEADING = re.compile(r" {0,3}(?P<level>#{1,6})\s+(?P<title>.+?)\s*#*\s*")
_BOLD = re.compile(r"\s*\*\*(?P<title>[^*]+)\*\*\s*[:.]?\s*")
_BARE = re.compile(
    r"\s*(?:[IVX]{1,4}[.)/]\s*)?(?P<title>(?:nhiệm vụ|phương hướng|một số nhiệm vụ)\b.{0,110})",
    re.IGNORECASE,
)
_BOLD_LEVEL, _BARE_LEVEL = 7, 8
_ITEM = re.compile(
    r"(?P<indent>\s*)(?:[-*+•–]|\d{1,3}[.)])\s+(?:\[(?P<box>[ xX])\]\s+)?(?P<text>\S.*)"
)
_QUARTER = re.compile(r"\bqu[yi] (?P<number>iv|i{1,3}|[1-4])\b(?:\D{0,8}(?P<year>\d{4}))?")
_WORK = re.compile(r"\b(?:nhiem vu|phuong huong|viec can lam|cong viec|ke hoach)\b")
_SOON = re.compile(r"\b(?:thoi gian toi|quy toi|quy sau)\b")
_REST_OF_YEAR = MappingProxyType({
    3: re.compile(r"\b(?:(?:sau|6) thang|nua) cuoi nam\b"),
    4: re.compile(r"\b(?:(?:ba|3) thang cuoi nam|nhiem vu cuoi nam)\b"),
})  # fmt: skip
"""What quarters are called as well, by their number."""
_LONGEST = 200
"""Characters of a line that can be a heading."""
_ROMAN = ("i", "ii", "iii", "iv")


@dataclass(frozen=True, slots=True)
class Item:
    """An item of a list: its words, its line of the body from 0, and what its box says."""

    text: str
    line: int
    is_done: bool | None = None
    """None where it has no box."""


@dataclass(frozen=True, slots=True)
class _Section:
    start: int
    end: int
    """The lines below its heading."""


def with_tasks_of_text(fields: dict[str, Any], body: str) -> dict[str, Any]:
    """The fields of a review, with the tasks that only its text lists, and with what its text
    reports after what its front matter does."""
    following = fields["quarter"].next
    tasks = fields.get("tasks") or tuple(item.text for item in find_tasks(body, following))
    updates = (*fields.get("task_updates", ()), *find_reports(body, following))
    return {**fields, "tasks": tasks, "task_updates": updates}


def find_tasks(body: str, following: Quarter) -> Sequence[Item]:
    """The items under the first heading that announces what is to be done in that quarter."""
    lines = blanked(body).split("\n")
    section = _section(lines, following)
    return list(_items(body.split("\n"), lines, section)) if section else []


def without_tasks(body: str, following: Quarter) -> str:
    """The body, as long as it was, with spaces for its section of coming tasks."""
    lines = body.split("\n")
    section = _section(blanked(body).split("\n"), following) or _Section(0, 0)
    for number in range(section.start, section.end):
        lines[number] = " " * len(lines[number])
    return "\n".join(lines)


def find_reports(body: str, following: Quarter) -> Sequence[TaskUpdate]:
    """What the boxes of its lists report, those of the coming tasks apart: [x] is done, [ ] not
    yet."""
    lines = blanked(body).split("\n")
    coming = _section(lines, following) or _Section(0, 0)
    items = _items(body.split("\n"), lines, _Section(0, len(lines)))
    return [
        TaskUpdate(item.text, TaskState.DONE if item.is_done else TaskState.RUNNING)
        for item in items
        if item.is_done is not None and not coming.start <= item.line < coming.end
    ]


def announces(title: str, following: Quarter) -> bool:
    """Whether a heading of that title stands above the tasks of that quarter."""
    folded = fold(title)
    if named := _QUARTER.search(folded):
        number, year = named["number"], named["year"] or following.year
        order = _ROMAN.index(number) + 1 if number in _ROMAN else int(number)
        return Quarter(int(year), order) == following
    if following.number == 1 and f"nam {following.year}" in folded:
        return True
    rest = _REST_OF_YEAR.get(following.number)
    return bool(rest and rest.search(folded)) or bool(_WORK.search(folded) and _SOON.search(folded))


def _section(lines: Sequence[str], following: Quarter) -> _Section | None:
    """The first section that announces tasks and has a list."""
    headings = [(number, *found) for number, line in enumerate(lines) if (found := _heading(line))]
    for place, (number, level, title) in enumerate(headings):
        if not announces(title, following):
            continue
        rest = headings[place + 1 :]
        end = next((line for line, other, _ in rest if other <= level), len(lines))
        if any(_ITEM.fullmatch(line) for line in lines[number + 1 : end]):
            return _Section(number + 1, end)
    return None


def _heading(line: str) -> tuple[int, str] | None:
    """The level and the title of a heading, in whichever way it is written."""
    if len(line) > _LONGEST:
        return None
    if found := _HEADING.fullmatch(line):
        return len(found["level"]), found["title"]
    if found := _BOLD.fullmatch(line):
        return _BOLD_LEVEL, found["title"]
    if found := _BARE.fullmatch(line):
        return _BARE_LEVEL, found["title"]
    return None


def _items(shown: Sequence[str], lines: Sequence[str], section: _Section) -> Iterator[Item]:
    """The items of the lists there; what is nested or goes on in the next line belongs to its item.

    lines: those that are shown, without code and comments.
    """
    words: list[str] = []
    item: Item | None = None
    for number in range(section.start, section.end):
        found = _ITEM.fullmatch(lines[number])
        if found and (item is None or len(found["indent"]) < 2):
            if item:
                yield _with(item, words)
            box = found["box"]
            item, words = Item("", number, None if box is None else box in "xX"), [found["text"]]
        elif item and lines[number].strip():
            words.append(found["text"] if found else lines[number])
        elif item:
            yield _with(item, words)
            item = None
    if item:
        yield _with(item, words)


def _with(item: Item, words: Sequence[str]) -> Item:
    return Item(plain(" ".join(words)).rstrip(" .;,"), item.line, item.is_done)
