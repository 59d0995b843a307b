"""What a source calls the section of an article, from a line or a breadcrumb."""

import re

from newsroom.importing.text.white_space import tidy
from newsroom.text.fold import fold

_BETWEEN = re.compile(r"[»›>|\n→]")
_PERHAPS_BETWEEN = re.compile(r"[/\\]|\s[-–]\s")
_GENERAL = frozenset({"trang chu", "trang nhat", "home", "tin tuc"})


def section_names(trail: str) -> tuple[str, ...]:
    """The names in a trail such as «Trang chủ » Tin tức » Mặt trận», the most telling first."""
    steps = list(filter(None, map(tidy, reversed(_BETWEEN.split(trail)))))
    parts = [tidy(part) for step in steps for part in reversed(_PERHAPS_BETWEEN.split(step))]
    telling = [name for name in (*steps, *parts) if name and fold(name) not in _GENERAL]
    return tuple(dict.fromkeys((*telling, *steps)))
