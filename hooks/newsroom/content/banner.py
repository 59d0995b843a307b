"""The urgent banner: a few words on top of every page, from one small file that staff write."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any

from newsroom.content.due_kinds import DEADLINE
from newsroom.content.front_matter import Entry, FrontMatter, Value, read_front_matter
from newsroom.content.kind import Fault, Kind, Reading, typed_as
from newsroom.content.kinds import DATE, TEXT
from newsroom.content.links import leads_anywhere, split_address
from newsroom.content.newsroom import Newsroom
from newsroom.content.problem import Problem
from newsroom.content.source import EncodingFault, bytes_of, decode
from newsroom.content.syntax_fault import SyntaxFault
from newsroom.text.fold import fold
from newsroom.text.names import nearest

FILE = "khan.yml"
LONGEST = 140
_FRAME = re.compile(r"^-{3,}[ \t]*$", re.MULTILINE)
_LEVELS = {"khan": "khẩn", "luu y": "lưu ý"}
_DROPPED = "Băng tin chưa hiện."


@dataclass(frozen=True, slots=True)
class Banner:
    """What everybody has to know until it ends."""

    text: str
    end: datetime
    start: datetime | None = None
    """None where it begins at once."""
    is_urgent: bool = True
    link: str = ""
    """An address below the site's root, or a whole one."""

    def runs(self, now: datetime) -> bool:
        """Whether it is shown at that moment."""
        return (self.start is None or self.start <= now) and now < self.end


@dataclass(frozen=True, slots=True)
class BannerReading:
    """The banner where the file can be understood, and what is wrong with it."""

    banner: Banner | None = None
    problems: tuple[Problem, ...] = ()


def read_banner(docs: Path, newsroom: Newsroom) -> BannerReading:
    """The banner of the ward; none where there is no file, or one with nothing but comments."""
    if not (docs / FILE).is_file():
        return BannerReading()
    shown = f"{docs.name}/{FILE}"
    text = decode(bytes_of(docs, FILE))
    parts = text if isinstance(text, EncodingFault) else _parts(text)
    if isinstance(parts, EncodingFault | SyntaxFault):
        problem = Problem(shown, parts.found, parts.cure, parts.line, blocking=False)
        return BannerReading(None, (problem,))
    if not parts.entries:
        return BannerReading()
    readings = {
        name: _FIELDS[name].read(name, entry.value, newsroom)
        for name, entry in parts.entries.items()
        if name in _FIELDS
    }
    problems = tuple(_problems(shown, parts.entries, readings))
    if any(problem.drops for problem in problems):
        return BannerReading(None, problems)
    return BannerReading(Banner(**_values(readings)), problems)


def _parts(text: str) -> FrontMatter | SyntaxFault:
    """The lines of the file as the front matter that they are; some frame them as an article's."""
    lines = _FRAME.sub("", text)
    parts = read_front_matter(f"---\n{lines}\n---\n")
    if isinstance(parts, SyntaxFault):
        return replace(parts, line=min(max(1, parts.line - 1), lines.count("\n") or 1))
    return parts


def _values(readings: Mapping[str, Reading]) -> dict[str, Any]:
    values: dict[str, Any] = {name: reading.value for name, reading in readings.items()}
    is_urgent = values.pop("level", "khẩn") == "khẩn"
    return {**values, "is_urgent": is_urgent}


def _problems(
    shown: str, entries: Mapping[str, Entry], readings: Mapping[str, Reading]
) -> Iterator[Problem]:
    for name in ("text", "end"):
        if name not in entries:
            yield _problem(shown, 1, name, Fault("chưa có.", f"Hãy thêm: {_EXAMPLES[name]}"))
    for name, entry in entries.items():
        if name not in _FIELDS:
            near = nearest(name, _FIELDS)
            cure = f"Có phải là: {near}" if near else f"Các dòng có thể dùng: {', '.join(_FIELDS)}."
            yield _problem(
                shown, entry.line - 1, name, Fault("không có dòng này.", cure, blocking=False)
            )
        elif fault := readings[name].fault:
            yield _problem(shown, entry.line - 1, name, fault)
    start, end = (readings.get(name, Reading()).value for name in ("start", "end"))
    if start and end and end <= start:
        fault = Fault("kết thúc (end) trước lúc bắt đầu (start).", "Hãy sửa lại một trong hai.")
        yield _problem(shown, entries["end"].line - 1, "end", fault)


def _problem(shown: str, line: int, name: str, fault: Fault) -> Problem:
    drops = fault.blocking
    found = f"{fault.found} {_DROPPED}" if drops else fault.found
    return Problem(shown, found, fault.cure, line, name, blocking=False, drops=drops)


def _text(name: str, value: Value, newsroom: Newsroom) -> Reading:
    reading = TEXT.read(name, value, newsroom)
    if reading.value and len(reading.value) > LONGEST:
        found = f"dài {len(reading.value)} chữ cái, nhiều nhất là {LONGEST}."
        return Reading(fault=Fault(found, "Hãy rút ngắn; chi tiết để ở bài, đặt địa chỉ vào link."))
    return reading


def _level(name: str, value: Value, _: Newsroom) -> Reading:
    if level := _LEVELS.get(fold(str(value))):
        return Reading(level)
    return Reading(fault=Fault(f"“{value}” không có.", f"Hãy viết: {name}: khẩn, hoặc: lưu ý"))


def _link(name: str, value: Value, newsroom: Newsroom) -> Reading:
    reading = TEXT.read(name, value, newsroom)
    address = split_address(reading.value or "")
    is_below = not address.scheme and not address.netloc and reading.value
    if address.scheme == "https" and leads_anywhere(reading.value):
        return reading
    if is_below and leads_anywhere(reading.value):
        return replace(reading, value=reading.value.lstrip("/"))
    cure = f"Hãy chép phần sau tên miền của địa chỉ bài: {name}: /tin/2025/09/ten-bai/"
    return Reading(fault=Fault(f"“{value}” không phải là địa chỉ dùng được.", cure))


_FIELDS = {
    "text": Kind("một dòng chữ", _text, typed_as()),
    "level": Kind("khẩn hoặc lưu ý", _level, typed_as()),
    "link": Kind("địa chỉ", _link, typed_as()),
    "start": DATE,
    "end": DEADLINE,
}
_EXAMPLES = {
    "text": "text: Cắt nước toàn phường từ 22 giờ tối nay đến 5 giờ sáng mai",
    "end": "end: 2025-09-09 05:00",
}
