"""What a source calls the section of an article, from a line or a breadcrumb."""

import re

from newsroom.importing.text.white_space import tidy
from newsroom.text.fold import fold

_BETWEEN = re.compile(r"[»›>|\n→]")
_PERHAPS_BETWEEN = re.compile(r"[/\\]|\s[-–]\s")
_STEPS = re.compile(rf"{_BETWEEN.pattern}|{_PERHAPS_BETWEEN.pattern}")
_MOST_STEPS = 4
"""More are no way to an article, but a menu."""
_HOME = frozenset({"trang chu", "trang nhat", "trang dau", "home"})
_GENERAL = _HOME | {"tin tuc"}


def is_trail(line: str) -> bool:
    """Whether the line is a trail: the home page, then a few steps."""
    first, *others = [step for step in map(tidy, _STEPS.split(line)) if step] or [""]
    return fold(first) in _HOME and 0 < len(others) <= _MOST_STEPS


def section_names(trail: str) -> tuple[str, ...]:
    """The names in a trail such as “Trang chủ » Tin tức » Mặt trận”, the most telling first."""
    steps = list(filter(None, map(tidy, reversed(_BETWEEN.split(trail)))))
    parts = [tidy(part) for step in steps for part in reversed(_PERHAPS_BETWEEN.split(step))]
    telling = [name for name in (*steps, *parts) if name and fold(name) not in _GENERAL]
    return tuple(dict.fromkeys((*telling, *steps)))
