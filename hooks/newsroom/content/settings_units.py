"""The units of figures, and the goal of a campaign, as mkdocs.yml declares them."""

from collections.abc import Iterator

import yaml

from newsroom.content.amounts import Measured, read_amount
from newsroom.content.kind import Fault
from newsroom.content.settings_nodes import NodeReader, items
from newsroom.content.units import USUAL, Goal, Unit

_UNIT = ("title", "synonyms", "summed")
_GOAL = ("label", "value", "unit", "reached")
_FLAGS = {"": True, "true": True, "false": False}
_EXAMPLE = "goal: {label: Suất quà Tết, value: 300, unit: suất}"


def read_units(reader: NodeReader, node: yaml.Node | None) -> tuple[Unit, ...]:
    """The units that are declared there; without any, the usual ones."""
    if node is None:
        return USUAL
    units = tuple(_units(reader, node))
    if not units:
        cure = "Hãy khai ít nhất một, hoặc xóa dòng này để dùng những đơn vị thường gặp."
        reader.fault(node, "units", "chưa có đơn vị tính nào.", cure)
    return units


def _units(reader: NodeReader, node: yaml.Node) -> Iterator[Unit]:
    seen: set[str] = set()
    for item in items(node):
        values = reader.known(item, "units", _UNIT)
        typed = (" ".join(str(name.value).split()) for name in items(values.get("synonyms")))
        synonyms = tuple(filter(None, typed))
        unit = Unit(reader.text(values, "title"), synonyms, _flag(reader, values))
        if not unit.title:
            reader.fault(item, "units.title", "chưa có tên.", "Hãy viết: title: buổi")
        for name in dict.fromkeys(map(str.casefold, unit.names)):
            if name in seen:
                cure = "Mỗi tên chỉ thuộc một đơn vị tính; hãy bỏ bớt."
                reader.fault(item, "units", f"“{name}” có hai lần.", cure)
            seen.add(name)
        yield unit


def _flag(reader: NodeReader, values: dict[str, yaml.Node]) -> bool:
    typed = reader.text(values, "summed")
    if typed not in _FLAGS:
        cure = "Đơn vị không cộng được (%, điểm) thì viết: summed: false"
        reader.fault(values["summed"], "units.summed", f"“{typed}” không hiểu được.", cure)
    return _FLAGS.get(typed, True)


def read_goal(reader: NodeReader, node: yaml.Node | None, units: tuple[Unit, ...]) -> Goal | None:
    """The goal that is declared there; None where there is none, or where it is faulty."""
    if node is None:
        return None
    values = reader.known(node, "campaigns.goal", _GOAL)
    label, unit = reader.text(values, "label"), reader.text(values, "unit")
    if not label:
        reader.fault(node, "campaigns.goal.label", "chưa có tên.", f"Hãy viết: {_EXAMPLE}")
    amounts: dict[str, Measured] = {}
    for name in ("value", "reached") if "reached" in values else ("value",):
        read = read_amount(reader.text(values, name), unit, units)
        if isinstance(read, Fault):
            place = values.get(name, node)
            reader.fault(place, f"campaigns.goal.{name}", read.found, read.cure)
            return None
        amounts[name], unit = read, unit or read.unit.title
    goal, reached = amounts["value"], amounts.get("reached")
    return Goal(label, goal.value, goal.unit, reached.value if reached else None)
