"""Kinds of field that hold moments with a meaning: deadlines, events, changes of an article."""

from dataclasses import replace

from newsroom.content.article import Change, Event
from newsroom.content.front_matter import Value
from newsroom.content.kind import Fault, Kind, Reading, typed_as
from newsroom.content.kinds import DATE, TEXT
from newsroom.content.newsroom import Newsroom
from newsroom.text.dates import names_a_time

_PARTS = ("start", "end", "place")
_CHANGE_EXAMPLE = "[{date: 2025-03-14 08:30, note: Sửa giờ họp}]"
_DROPPED = "Lần sửa này bị bỏ, không chặn bài."
_EXAMPLE = "{start: 2025-03-14 08:30, end: 2025-03-14 11:00, place: Nhà văn hóa}"


def _deadline(name: str, value: Value, newsroom: Newsroom) -> Reading:
    """A day counts to its end."""
    reading = DATE.read(name, value, newsroom)
    moment = reading.value
    if moment is None or names_a_time(str(value)):
        return reading
    fault = reading.fault
    if fault:
        day = f"{moment:%Y-%m-%d}"
        fault = replace(fault, cure=f"Hãy viết: {name}: {day}", correct=day)
    return Reading(moment.replace(hour=23, minute=59), fault)


def _event(name: str, value: Value, newsroom: Newsroom) -> Reading:
    parts = value if isinstance(value, dict) else {"start": value}
    cure = f"Hãy viết như ví dụ: {name}: {_EXAMPLE}"
    if isinstance(value, list) or not parts.keys() <= set(_PARTS) or not parts.get("start"):
        return Reading(fault=Fault("cần mục start (lúc bắt đầu); có thể thêm end, place.", cure))
    read = {key: _read_part(key, part, newsroom) for key, part in parts.items() if part}
    faults = [
        replace(one.fault, found=f"mục {key}: {one.fault.found}", cure=cure, correct=None)
        for key, one in read.items()
        if one.fault
    ]
    if any(fault.blocking for fault in faults):
        return Reading(fault=next(fault for fault in faults if fault.blocking))
    event = Event(**{key: one.value for key, one in read.items()})
    if event.end and event.end < event.start:
        return Reading(fault=Fault("end (lúc kết thúc) trước start (lúc bắt đầu).", cure))
    return Reading(event, faults[0] if faults else None)


def _changes(name: str, value: Value, newsroom: Newsroom) -> Reading:
    """Every change by itself: one that cannot be understood leaves the others."""
    changes, faults = [], {}
    for place, item in enumerate(value if isinstance(value, list) else [value]):
        read = _change(item, newsroom)
        if isinstance(read, Change):
            changes.append(read)
        else:
            cure = f"Hãy viết như ví dụ: {name}: {_CHANGE_EXAMPLE}"
            faults[place] = Fault(f"{read} {_DROPPED}", cure, blocking=False, drops=True)
    return Reading(tuple(sorted(changes, key=lambda change: change.date)), of_items=faults)


def _change(item: Value, newsroom: Newsroom) -> Change | str:
    """The change, or why it is none."""
    if not isinstance(item, dict) or item.keys() != {"date", "note"} or not all(item.values()):
        return "mỗi lần sửa cần đúng hai mục date và note."
    date, note = (
        DATE.read("date", item["date"], newsroom),
        TEXT.read("note", item["note"], newsroom),
    )
    for key, one in (("date", date), ("note", note)):
        if one.fault and one.fault.blocking:
            return f"mục {key}: {one.fault.found}"
    return Change(date.value, note.value)


def _read_part(key: str, part: Value, newsroom: Newsroom) -> Reading:
    match key:
        case "start":
            return DATE.read(key, part, newsroom)
        case "end":
            return _deadline(key, part, newsroom)
        case _:
            return TEXT.read(key, part, newsroom)


_MOMENT = {"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}([ T]\d{2}:\d{2}.*)?$"}
DEADLINE = Kind("ngày, hoặc ngày giờ", _deadline, typed_as(**_MOMENT))
EVENT = Kind(
    "start, end và place",
    _event,
    typed_as(
        type="object",
        required=["start"],
        additionalProperties=False,
        properties={"start": _MOMENT, "end": _MOMENT, "place": {"type": "string", "minLength": 1}},
    ),
)
CHANGES = Kind(
    "danh sách date và note",
    _changes,
    typed_as(
        type="array",
        items={
            "type": "object",
            "required": ["date", "note"],
            "additionalProperties": False,
            "properties": {"date": _MOMENT, "note": {"type": "string", "minLength": 1}},
        },
    ),
)
