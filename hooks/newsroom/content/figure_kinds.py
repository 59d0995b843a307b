"""The kind of field that holds figures: a number, its unit, and what it is a part of."""

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from newsroom.content.amounts import Measured, read_amount
from newsroom.content.figures import Figure, Indicator, Part
from newsroom.content.front_matter import Value
from newsroom.content.kind import Fault, Kind, Reading
from newsroom.content.kinds import TEXT
from newsroom.content.newsroom import Newsroom
from newsroom.content.units import Unit
from newsroom.text.names import nearest

Units = tuple[Unit, ...]

_TEXTS = ("label", "value", "unit", "target", "of", "note", "key")
_NAMES = (*_TEXTS, "parts")
_EXAMPLE = '{label: Người dự tuyên truyền, value: "1.160", unit: người}'
_PARTS = '[{label: Nam, value: "20"}, {label: Nữ, value: "16"}]'
_DROPPED = "Số liệu này bị bỏ, không chặn bài."
_CUT = re.compile(r"\d+(?!\w)[^:]*")
"""What YAML makes of the decimals in {value: 46,4 %}."""


def _figures(name: str, value: Value, newsroom: Newsroom) -> Reading:
    """Every figure by itself: one that cannot be understood leaves the others."""
    figures: dict[Indicator, Figure] = {}
    faults: dict[int, Fault] = {}
    for place, item in enumerate(value if isinstance(value, list) else [value]):
        figure = _figure(item, newsroom)
        if isinstance(figure, Figure) and figure.indicator in figures:
            cure = "Hãy gộp lại, hoặc đổi label cho khác nhau."
            figure = Fault(f"“{figure.label}” ({figure.unit.title}) có hai lần.", cure)
        if isinstance(figure, Fault):
            found = f"{figure.found} {_DROPPED}"
            faults[place] = replace(figure, found=found, blocking=False, drops=True)
        else:
            figures[figure.indicator] = figure
    return Reading(tuple(figures.values()), of_items=faults)


def _figure(item: Value, newsroom: Newsroom) -> Figure | Fault:
    texts = _texts(item, newsroom)
    if isinstance(texts, Fault):
        return texts
    amounts = _amounts(texts, newsroom.units)
    if isinstance(amounts, Fault):
        return amounts
    value, unit = amounts["value"], texts["unit"] or amounts["value"].unit.title
    typed = item.get("parts") if isinstance(item, dict) else None
    parts = _parts(typed, unit, newsroom) if typed else tuple(map(Part, value.parts))
    if isinstance(parts, Fault):
        return _told_of("parts", parts)
    target, whole = (amounts[name].value if name in amounts else None for name in ("target", "of"))
    return Figure(
        texts["label"], value.value, value.unit, target, whole, texts["note"], texts["key"], parts
    )


def _texts(item: Value, newsroom: Newsroom) -> Mapping[str, str] | Fault:
    """All that is written in it, parts apart, or what is wrong with its shape."""
    if not isinstance(item, dict):
        return Fault("mỗi số liệu cần ít nhất label và value.", f"Hãy viết: {_EXAMPLE}")
    texts = dict.fromkeys(_TEXTS, "")
    for name, value in item.items():
        if name not in _NAMES:
            return _unknown(name)
        if name in texts:
            read = TEXT.read(name, value, newsroom)
            if read.fault:
                return _told_of(name, read.fault)
            texts[name] = read.value
    if not texts["label"] or not texts["value"]:
        return Fault("mỗi số liệu cần ít nhất label và value.", f"Hãy viết: {_EXAMPLE}")
    return texts


def _unknown(name: str) -> Fault:
    if _CUT.fullmatch(name):
        cure = 'Trong ngoặc { } hãy đặt số trong ngoặc kép: value: "46,4"'
        return Fault(f"số bị cắt đôi ở dấu phẩy trước “{name}”.", cure)
    near = nearest(name, _NAMES)
    cure = f"Có phải là: {near}" if near else f"Có thể dùng: {', '.join(_NAMES)}."
    return Fault(f"không có mục “{name}”.", cure)


def _amounts(texts: Mapping[str, str], units: Units) -> dict[str, Measured] | Fault:
    """Value, target and whole, all in the unit that is named or that the value ends with."""
    amounts: dict[str, Measured] = {}
    for name in ("value", "target", "of"):
        if texts[name]:
            unit = texts["unit"] or (amounts["value"].unit.title if amounts else "")
            read = read_amount(texts[name], unit, units)
            if isinstance(read, Fault):
                return _told_of(name, read)
            amounts[name] = read
    return amounts


def _parts(typed: Value, unit: str, newsroom: Newsroom) -> tuple[Part, ...] | Fault:
    parts = []
    for item in typed if isinstance(typed, list) else [typed]:
        fields: dict[str, Any] = item if isinstance(item, dict) else {"value": item}
        if not fields.keys() <= {"label", "value"} or not fields.get("value"):
            return Fault("mỗi phần cần value, có thể thêm label.", f"Hãy viết: parts: {_PARTS}")
        amount = read_amount(str(fields["value"]), unit, newsroom.units)
        label = TEXT.read("label", fields.get("label", ""), newsroom)
        if isinstance(amount, Fault) or label.fault:
            return amount if isinstance(amount, Fault) else label.fault  # type: ignore[return-value]
        parts.append(Part(amount.value, label.value))
    return tuple(parts)


def _told_of(name: str, fault: Fault) -> Fault:
    return replace(fault, found=f"mục {name}: {fault.found}")


def _schema(newsroom: Newsroom) -> dict[str, Any]:
    text, number = {"type": "string", "minLength": 1}, {"type": ["string", "number"]}
    part = {
        "type": "object",
        "required": ["value"],
        "additionalProperties": False,
        "properties": {"label": text, "value": number},
    }
    figure = {
        "type": "object",
        "required": ["label", "value"],
        "additionalProperties": False,
        "properties": {
            "label": text,
            "value": number,
            "unit": {**text, "examples": [unit.title for unit in newsroom.units]},
            "target": number,
            "of": number,
            "note": text,
            "key": text,
            "parts": {"type": "array", "items": {"anyOf": [number, part]}},
        },
    }
    return {"type": "array", "items": figure}


FIGURES = Kind("danh sách label, value và unit", _figures, _schema)
