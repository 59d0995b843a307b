"""The figures as a table, and the ratios that the project's bars are stated in."""

import os
import platform
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from rich.console import Console
from rich.table import Table

from benchmarking.process import Cost


class Ratio(NamedTuple):
    """A value and the bar that it is to stay below."""

    name: str
    value: float
    bar: str


_QUOTIENTS = (
    ("edit / Hugo rebuild", "portal edit", "hugo edit", "1/12 = 0.083"),
    ("edit / start-up", "portal edit", "start-up", "2.5"),
    ("nothing changed / start-up", "portal unchanged", "start-up", "2"),
    ("cold / Hugo full build", "portal cold", "hugo cold", "1.5"),
    ("cold / stock MkDocs+Material", "portal cold", "mkdocs-material cold", "1/5 = 0.2"),
    ("edit, 50,000 / 10,000", "portal at 50,000 edit", "portal edit", "4"),
)
GROWTH = (5_000, 50_000)


def ratios(figures: Mapping[str, Cost]) -> Iterator[Ratio]:
    """Those whose two figures were measured; wall time, and megabytes for memory."""
    for name, part, whole, bar in _QUOTIENTS:
        if part in figures and whole in figures:
            yield Ratio(name, figures[part].wall / figures[whole].wall, bar)
    few, many = (figures.get(f"portal at {count:,} cold") for count in GROWTH)
    if few and many:
        value = (many.wall / GROWTH[1]) / (few.wall / GROWTH[0])
        yield Ratio("cold per article, 50,000 / 5,000", value, "1.2")
    peaks = [cost.peak for name, cost in figures.items() if name.startswith("portal") and cost.peak]
    if peaks:
        yield Ratio("peak memory, MB", max(peaks), "600")
    saved = [cost.wall for name, cost in figures.items() if name.startswith("save to reload")]
    if saved:
        yield Ratio("save to reload, s (slowest kind)", max(saved), "1")


def show(figures: Mapping[str, Cost], console: Console) -> None:
    """Print both tables."""
    table = Table("figure", title="Medians of whole processes")
    for heading in ("wall s", "user s", "system s", "peak MB"):
        table.add_column(heading, justify="right")
    for name, cost in figures.items():
        table.add_row(name, *map(_figure, (cost.wall, cost.user, cost.system)), _round(cost.peak))
    console.print(table)
    bars = Table("ratio of this run", "value", "bar: at most", title="Bars")
    for ratio in ratios(figures):
        bars.add_row(ratio.name, f"{ratio.value:.3f}", ratio.bar)
    console.print(bars)


def machine() -> str:
    """Cores, processor, system, Python."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    system = f"{platform.system()} {platform.release()}"
    return f"{cores} cores, {_processor()}, {system}, Python {platform.python_version()}"


def _processor() -> str:
    file = Path("/proc/cpuinfo")
    lines = file.read_text(encoding="utf-8").splitlines() if file.exists() else []
    named = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return next(named, platform.processor() or platform.machine())


def _figure(value: float | None) -> str:
    return "" if value is None else f"{value:.2f}"


def _round(value: float | None) -> str:
    return "" if value is None else f"{value:.0f}"
