"""Amounts: a number and its unit as staff type them, or what is wrong with them."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from newsroom.content.kind import Fault
from newsroom.content.units import Unit, find_unit
from newsroom.text.names import nearest
from newsroom.text.numbers import SCALE, Amount, parse_amount, proposals, scaled

_SCALED = re.compile(rf"(?P<scale>{SCALE})\s+(?P<unit>\S.*)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Measured:
    """A number in a unit, with its addends where it was typed with them."""

    value: Decimal
    unit: Unit
    parts: tuple[Decimal, ...] = ()


def read_amount(typed: str, typed_unit: str, units: Iterable[Unit]) -> Measured | Fault:
    """The amount of that number in that unit: 1,2 and tỷ đồng; 46,4 % without another unit."""
    amount = parse_amount(typed)
    if amount is None:
        return _no_number(typed)
    units = tuple(units)
    scale, name = _parted(typed_unit or amount.rest)
    unit = find_unit(name, units)
    if unit is None:
        return _no_unit(name, units)
    if typed_unit and amount.rest and find_unit(amount.rest, units) != unit:
        cure = "Hãy chỉ viết số ở value, đơn vị tính ở unit."
        return Fault(f"“{typed}” không cùng đơn vị tính với unit: {typed_unit}.", cure)
    return _scaled(amount, scale, unit)


def _parted(unit: str) -> tuple[str, str]:
    """The scale and the unit proper: triệu đồng."""
    found = _SCALED.fullmatch(unit.strip())
    return (found["scale"], found["unit"]) if found else ("", unit.strip())


def _scaled(amount: Amount, scale: str, unit: Unit) -> Measured:
    parts = tuple(scaled(part, scale) for part in amount.parts)
    return Measured(scaled(amount.value, scale), unit, parts)


def _no_number(typed: str) -> Fault:
    meant = proposals(typed)
    if not meant:
        cure = 'Hãy viết số như: "48.800.000", "46,4", "1,2 tỷ", "36 (20 + 16)".'
        return Fault(f"“{typed}” không phải là một số." if typed else "chưa có số.", cure)
    found = "có hai cách hiểu" if len(meant) > 1 else "chưa đúng dạng số"
    written = " hoặc ".join(f'"{text}"' for text in meant)
    return Fault(f"“{typed}” {found}.", f"Hãy viết: {written}")


def _no_unit(name: str, units: tuple[Unit, ...]) -> Fault:
    known = [title for unit in units for title in unit.names]
    near = nearest(name, known) if name else None
    listed = ", ".join(unit.title for unit in units)
    cure = f"Có phải là: unit: {near}" if near else f"Hãy chọn: {listed}; hoặc khai thêm."
    found = f"không có đơn vị tính “{name}”." if name else "chưa có đơn vị tính (unit)."
    return Fault(found, cure)
