"""The figures as Markdown, and the ratios that the project's bars are stated in."""

import os
import platform
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from benchmarking.process import Cost
from benchmarking.serving import SAVED
from benchmarking.steps import COLD, EDIT, START_UP, UNCHANGED

Figures = Mapping[str, Cost]
_QUOTIENTS = (
    ("warm edit / Hugo rebuild", f"portal: {EDIT}", f"hugo: {EDIT}", 1 / 12),
    ("warm edit / start-up", f"portal: {EDIT}", START_UP, 2.5),
    ("nothing changed / start-up", f"portal: {UNCHANGED}", START_UP, 2),
    ("cold / Hugo full build", f"portal: {COLD}", f"hugo: {COLD}", 1.5),
    ("cold / stock MkDocs+Material", f"portal: {COLD}", f"mkdocs-material: {COLD}", 1 / 5),
)
_SIGNS = {1 / 12: "1/12", 1 / 5: "1/5"}


class Bar(NamedTuple):
    """A value and the most that it may be."""

    name: str
    value: float
    limit: float


def grown(count: int) -> str:
    """The name of the portal of another number of articles."""
    return f"portal of {count:,}"


def bars(figures: Figures, count: int, growth: list[int]) -> Iterator[Bar]:
    """Those whose figures were measured; of wall time, and of megabytes for memory."""
    for name, part, whole, limit in _QUOTIENTS:
        if part in figures and whole in figures:
            yield Bar(name, figures[part].wall / figures[whole].wall, limit)
    yield from _growth(figures, count, growth)
    peaks = [cost.peak for name, cost in figures.items() if name.startswith("portal") and cost.peak]
    if peaks:
        yield Bar("peak memory of any build of the portal, MB", max(peaks), 600)
    for name, cost in figures.items():
        if name.startswith(SAVED):
            yield Bar(f"{name}, s", cost.wall, 1)


def _growth(figures: Figures, count: int, growth: list[int]) -> Iterator[Bar]:
    """Of the largest portal beside the smallest, and beside the one that all else is told of."""
    if not growth:
        return
    few, many = min(growth), max(growth)
    small, large = (figures.get(f"{grown(size)}: {COLD}") for size in (few, many))
    if small and large and few < many:
        value = (large.wall / many) / (small.wall / few)
        yield Bar(f"cold build per article, {many:,} / {few:,}", value, 1.2)
    large, base = figures.get(f"{grown(many)}: {EDIT}"), figures.get(f"portal: {EDIT}")
    if large and base:
        yield Bar(f"warm edit, {many:,} / {count:,}", large.wall / base.wall, 4)


def figure_table(figures: Figures) -> Iterator[str]:
    """Every figure, with the spread of its runs."""
    yield "| whole process | runs | median s | fastest–slowest s | CPU s | peak MB |"
    yield "| --- | ---: | ---: | ---: | ---: | ---: |"
    for name, cost in figures.items():
        runs = cost.runs or (cost.wall,)
        spread = f"{min(runs):.2f}–{max(runs):.2f}"
        cpu = "" if cost.cpu is None else f"{cost.cpu:.2f}"
        peak = "" if cost.peak is None else f"{cost.peak:.0f}"
        yield f"| {name} | {len(runs)} | {cost.wall:.2f} | {spread} | {cpu} | {peak} |"


def bar_table(found: Iterator[Bar]) -> Iterator[str]:
    """Every bar, and whether it is kept."""
    yield "| bar | this run | at most | |"
    yield "| --- | ---: | ---: | --- |"
    for name, value, limit in found:
        sign = _SIGNS.get(limit, f"{limit:g}")
        yield f"| {name} | {value:.3f} | {sign} | {'kept' if value <= limit else 'missed'} |"


def machine() -> str:
    """Processor, cores, memory, system, Python, and what else keeps it busy."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    parts = [_processor(), f"{cores} cores"]
    if hasattr(os, "sysconf"):
        memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
        parts.append(f"{memory:.0f} GB of memory")
    parts += [f"{platform.system()} {platform.release()}", f"Python {platform.python_version()}"]
    if hasattr(os, "getloadavg"):
        parts.append(f"load before the first build {os.getloadavg()[0]:.1f}")
    return ", ".join(parts)


def _processor() -> str:
    file = Path("/proc/cpuinfo")
    lines = file.read_text(encoding="utf-8").splitlines() if file.exists() else []
    named = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return next(named, platform.processor() or platform.machine())
