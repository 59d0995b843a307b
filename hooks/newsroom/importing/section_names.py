"""What a source calls the section of an article, from a line or a breadcrumb."""

import re

from newsroom.importing.white_space import tidy
from newsroom.text.fold import fold

_BETWEEN = re.compile(r"\s*[»›>/\\|\n→]\s*|\s+-\s+")
_HOME = {"trang chu", "home", "trang nhat", "tin tuc", ""}


def section_names(trail: str) -> tuple[str, ...]:
    """The names in a trail such as «Trang chủ » Tin tức » Mặt trận»: whole, then last to first."""
    whole = tidy(trail)
    steps = [tidy(step) for step in _BETWEEN.split(trail)]
    named = [step for step in reversed(steps) if fold(step) not in _HOME]
    return tuple(dict.fromkeys(name for name in (whole, *named, *reversed(steps)) if name))
