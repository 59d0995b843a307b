"""Prices: what each kind of build costs with all shortcuts, and without one of them."""

import copy
import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from benchmarking.portal import Portal
from benchmarking.process import Cost, measure
from benchmarking.steps import COLD, EDIT, UNCHANGED, log_of
from newsroom.machine.shortcuts import VARIABLE, Shortcut

LAYOUT = "frame of all pages changed"
WHOLE, WARM = (COLD, LAYOUT), (EDIT, UNCHANGED)
NAMES = tuple(shortcut.value for shortcut in Shortcut)
NONE_LEFT_OUT, ALL_LEFT_OUT = "", ",".join(NAMES)
Costs = Mapping[tuple[str, str], Cost]
"""By what is left out and the kind of build."""


def price(portal: Portal, names: Sequence[str], repeat: int, cold: int) -> Costs:
    """Build the portal with and without those shortcuts, in turns, so that whatever else keeps the
    machine busy falls on all alike. The least of each counts: the rest is that other work.

    repeat: how often builds of little are measured; cold: how often those of everything.
    """
    _build_without(portal, NONE_LEFT_OUT)
    found: dict[tuple[str, str], list[Cost]] = defaultdict(list)
    numbers = iter(range(sys.maxsize))
    turn = [NONE_LEFT_OUT, *names, *[ALL_LEFT_OUT] * (len(names) == len(NAMES))]
    for kind in (*WHOLE, *WARM):
        for _ in range(cold if kind in WHOLE else repeat):
            for name in turn:
                _change(portal, kind, next(numbers))
                cost = _build_without(portal, name)
                print(f"{kind}, without {name[:40]}: {cost.wall:.2f} s", file=sys.stderr)
                found[name, kind].append(cost)
    return {key: _least(costs) for key, costs in found.items()}


def price_table(costs: Costs) -> Iterator[str]:
    """CPU and wall seconds without each shortcut, and the part of them that it saves."""
    names = dict.fromkeys(name for name, _ in costs)
    kinds = dict.fromkeys(kind for _, kind in costs)
    yield f"| CPU · wall s | {' | '.join(kinds)} |"
    yield f"| --- |{' ---: |' * len(kinds)}"
    for name in names:
        title = {NONE_LEFT_OUT: "with all", ALL_LEFT_OUT: "without any"}.get(name, name)
        cells = (_cell(costs[name, kind], costs[NONE_LEFT_OUT, kind]) for kind in kinds)
        yield f"| {title} | {' | '.join(cells)} |"


def _cell(cost: Cost, with_all: Cost) -> str:
    if cost is with_all:
        return f"{cost.cpu or 0:.2f} · {cost.wall:.2f}"
    pairs = ((cost.cpu or 0, with_all.cpu or 0), (cost.wall, with_all.wall))
    return " · ".join(f"{without:.2f} ({1 - taken / without:.0%})" for without, taken in pairs)


def _least(costs: Sequence[Cost]) -> Cost:
    return Cost(min(cost.wall for cost in costs), min(cost.cpu or 0 for cost in costs))


def _change(portal: Portal, kind: str, number: int) -> None:
    if kind == COLD:
        portal.clear()
    elif kind == EDIT:
        files = sorted((portal.folder / portal.articles).glob("2*/*.md"))
        with files[(len(files) // 2 + number) % len(files)].open("a", encoding="utf-8") as file:
            file.write(f"\nĐoạn thêm số {70_000_000 + number}.\n")
    elif kind == LAYOUT:
        portal.change_frame(str(number))


def _build_without(portal: Portal, name: str) -> Cost:
    site = copy.copy(portal)
    site.variables = {**portal.variables, VARIABLE: name}
    return measure(site.command(), site.folder, log_of(site), site.variables)
