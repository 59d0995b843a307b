"""Progress of long work, shown on a terminal only, and the line at the end of a build."""

import sys
from collections.abc import Iterable
from typing import TypeVar

from newsroom.content.host import SITE_LIMIT
from newsroom.text.numbers import format_count, format_size

Result = TypeVar("Result")

_LONG = 200


def with_progress(results: Iterable[Result], total: int, work: str) -> Iterable[Result]:
    """The results, with a progress bar if they are many and there is a terminal."""
    if total < _LONG or not sys.stderr.isatty():
        return results
    from rich.console import Console  # noqa: PLC0415 - takes longer than a short build may
    from rich.progress import track  # noqa: PLC0415

    return track(results, work, total, console=Console(stderr=True), transient=True)


def summary(rendered: int, reused: int, written: int, seconds: float, size: int) -> str:
    """What a build did, in one line. seconds: since it was opened; size: in bytes."""
    duration = f"{seconds:.1f}".replace(".", ",")
    return (
        f"Đã dựng {format_count(rendered)} trang, giữ nguyên {format_count(reused)} trang, ghi "
        f"{format_count(written)} tệp, trong {duration} giây; trang web nặng "
        f"{format_size(size)}, tối đa {format_size(SITE_LIMIT)}."
    )
