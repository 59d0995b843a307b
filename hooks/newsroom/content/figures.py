"""Figures (số liệu) that an article states, and the tasks (nhiệm vụ) of a review."""

import re
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from functools import lru_cache
from typing import NamedTuple

from newsroom.content.units import Goal, Unit
from newsroom.text.slug import slugify

_LEVEL = re.compile(
    r"\b(?:từ đầu năm|từ đầu nhiệm kỳ|lũy kế|luỹ kế|hiện có|hiện nay|đến nay|đang)\b"
)


class Indicator(NamedTuple):
    """What figures of several articles are about. What is counted in two units is two of them."""

    key: str
    """The key that was given, else the slug of label and unit."""
    unit: str


@dataclass(frozen=True, slots=True)
class Part:
    """An addend of a figure."""

    value: Decimal
    label: str = ""


@dataclass(frozen=True, slots=True)
class Figure:
    """A number that an article states: 1.160 đại biểu, of 2.500 who were invited."""

    label: str
    value: Decimal
    unit: Unit
    target: Decimal | None = None
    """What was planned, in the same unit."""
    whole: Decimal | None = None
    """What it is a share of, in the same unit."""
    note: str = ""
    key: str = ""
    parts: tuple[Part, ...] = ()

    @property
    def indicator(self) -> Indicator:
        """What it is about. Spellings that differ in marks or case only are one; a label that
        changes keeps its indicator by naming the key that it had."""
        name = self.key or f"{self.label} {self.unit.title}".replace("%", " phan tram ")
        return Indicator(_key_of(name), self.unit.title)

    @property
    def share(self) -> Decimal | None:
        """How many hundredths of the whole it is."""
        return percent(self.value, self.whole)

    @property
    def of_target(self) -> Decimal | None:
        """How many hundredths of the plan it is."""
        return percent(self.value, self.target)


@lru_cache(maxsize=1 << 12)
def _key_of(name: str) -> str:
    """Kept, since sums ask each figure again and again, and a ward has a few hundred names."""
    return slugify(name)


def is_level(label: str) -> bool:
    """Whether a figure of that name says how things stand, so that the last one counts and the
    quarters of a year are not added: mô hình hoàn thành từ đầu năm, hộ đang vay vốn."""
    return bool(_LEVEL.search(label.lower()))


def indicator_of(goal: Goal) -> Indicator:
    """That of the figures that count towards the goal."""
    return Figure(goal.label, goal.value, goal.unit).indicator


def percent(value: Decimal, whole: Decimal | None) -> Decimal | None:
    """How many hundredths of the whole the value is; None where there is no whole."""
    return value * 100 / whole if whole else None


class TaskState(Enum):
    """What was reported of a task."""

    DONE = "hoàn thành"
    RUNNING = "đang thực hiện"
    UNREPORTED = "chưa báo cáo"


@dataclass(frozen=True, slots=True)
class TaskUpdate:
    """What a review reports of a task of an earlier one."""

    task: str
    """Its text, the beginning of it, or its number in the list of the quarter before."""
    state: TaskState
    note: str = ""
