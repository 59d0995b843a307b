"""Measures `import`: a folder of saved pages, then an export of WordPress, each of N articles.

    python scripts/benchmark_import.py --count 10000
Each is imported, imported again with nothing new, and measured at a tenth of the size, too: what a
file costs must not grow with their number.
"""

import argparse
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from benchmarking.old_portal import export, save_pages
from benchmarking.process import Cost, FailedError, measure
from benchmarking.report import Bar, bar_table, machine
from benchmarking.topics import SECTION_TITLES

RUN = """
import sys
from pathlib import Path
import commands.import_articles, commands.project
from commands import portal
commands.import_articles.ROOT = commands.project.ROOT = Path(sys.argv[1])
sys.exit(portal(["import", sys.argv[2]]))
"""
MOST_GROWTH, MOST_UNCHANGED, MOST_MEMORY = 1.2, 0.1, 600


class Result(NamedTuple):
    """What an import of so many articles cost, and the same once more with nothing new."""

    name: str
    count: int
    first: Cost
    again: Cost


def main(argv: Sequence[str] | None = None) -> int:
    """Measure and print; 1 where an import failed."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--count", type=int, default=1000, help="articles of each kind")
    options = parser.parse_args(argv)
    print(machine())
    results = []
    try:
        for result in measured(options.count):
            results.append(result)
            print(line(result))
    except FailedError as error:
        print(error, file=sys.stderr)
        return 1
    print(*bar_table(bars(results)), sep="\n")
    return 0


def measured(count: int) -> Iterator[Result]:
    """Both kinds, few and many."""
    for name, make in (("saved pages", save_pages), ("export", export)):
        for size in (max(1, count // 10), count):
            with tempfile.TemporaryDirectory() as folder:
                yield imported(Path(folder), name, size, make)


def imported(folder: Path, name: str, count: int, make: Callable[[Path, int], None]) -> Result:
    """Make the files and import them twice into a project of their own."""
    listed = ", ".join(
        f"{{slug: {slug}, title: {title}}}" for slug, title in SECTION_TITLES.items()
    )
    settings = f"extra: {{newsroom: {{ward: {{name: Phường Thử}}, sections: [{listed}]}}}}\n"
    (folder / "mkdocs.yml").write_text(settings, encoding="utf-8")
    source = folder / "cu.xml" if make is export else folder / "cu"
    make(source, count)
    command = [sys.executable, "-c", RUN, str(folder), str(source)]
    first, again = (measure(command, Path(__file__).parent, folder / "log") for _ in range(2))
    made = sum(1 for _ in (folder / "articles").rglob("*.md"))
    if made != count:
        raise FailedError(f"{made} of {count} articles came of the {name}")
    return Result(name, count, first, again)


def line(result: Result) -> str:
    """The figures of one size."""
    first, again = result.first, result.again
    return (
        f"{result.name:12} {result.count:6,}: {result.count / first.wall:6.1f} a second, "
        f"{result.count / load(first):6.1f} a second of the processor, {first.peak or 0:4.0f} MB; "
        f"nothing new {again.wall:6.1f} s, {again.peak or 0:4.0f} MB"
    )


def load(cost: Cost) -> float:
    """Seconds of the processor, which other programs do not lengthen, where the system tells."""
    return cost.cpu or cost.wall


def bars(results: Sequence[Result]) -> Iterator[Bar]:
    """What must hold on any machine, but for the memory."""
    for few, many in zip(results[::2], results[1::2], strict=True):
        growth = (load(many.first) / many.count) / (load(few.first) / few.count)
        yield Bar(f"{many.name}: each of {many.count:,} / of {few.count:,}", growth, MOST_GROWTH)
        unchanged = load(many.again) / load(many.first)
        yield Bar(f"{many.name}: nothing new / first", unchanged, MOST_UNCHANGED)
        peak = max(many.first.peak or 0, many.again.peak or 0)
        yield Bar(f"{many.name}: peak memory, MB", peak, MOST_MEMORY)


if __name__ == "__main__":
    sys.exit(main())
