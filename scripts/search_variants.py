"""Measures how a built site answers queries as people type them: questions, raw Telex, slips.

    python scripts/search_variants.py SITE queries.jsonl
A line of the file has `exact`, a query with its accents, and `target`, a part of the address that
must be found first (`scripts/corpus_to_articles.py` makes a site of any size). Printed are, for
each variant, the share found first and among those shown, and the files and bytes of the index that
a query reads at first, in the mean and at the 95th percentile; the engine comes to each first visit
besides. A seed gives the same variants on every machine.
"""

import argparse
import gzip
import json
import os
import shutil
import statistics
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import IO, Any, cast

from benchmarking.variants import Variant, variants
from newsroom.content.settings import read_settings

ROOT = Path(__file__).resolve().parents[1]
ENGINE = ROOT / "scripts" / "benchmarking" / "ask.mjs"
SHOWN = 10


@dataclass(frozen=True, slots=True)
class Row:
    """What a query should find."""

    exact: str
    target: str


@dataclass(frozen=True, slots=True)
class Found:
    """What a query found, and what it cost."""

    rank: int
    """From 1; 0 where it was not among those shown."""
    requests: int
    bytes: int


def main(argv: Sequence[str] | None = None) -> int:
    """Print a line a variant; 2 where mkdocs.yml has faults or Node is missing."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("site", type=Path)
    parser.add_argument("queries", type=Path)
    parser.add_argument("--seed", type=int, default=18)
    parser.add_argument("--shown", type=int, default=SHOWN, help="results; a phone shows five")
    parser.add_argument("--only", default="", help="only variants whose name holds this")
    parser.add_argument("--misses", action="store_true", help="print what was not found first")
    options = parser.parse_args(argv)
    newsroom = read_settings(ROOT / "mkdocs.yml").newsroom
    node = _node()
    if newsroom is None or node is None:
        return 2
    rows = list(read_rows(options.queries))
    scripts = len(gzip.compress((options.site / "javascripts/search/engine.js").read_bytes()))
    print(f"{len(rows)} queries; the engine: {scripts / 1000:.1f} kB gzip")
    print(f"{'variant':26} first shown  files  95 %     kB  95 %")
    with engine(node, options.site, options.shown) as ask:
        for name, variant in variants(newsroom.ward.name_in_text).items():
            if options.only in name:
                misses = report(name, list(answers(rows, variant, options.seed, ask)))
                print("".join(misses) if options.misses else "", end="")
    return 0


def read_rows(path: Path) -> Iterator[Row]:
    """The queries that are written with accents."""
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        if row.get("exact"):
            yield Row(row["exact"], row["target"])


def answers(
    rows: Sequence[Row], variant: Variant, seed: int, ask: Callable[[str], dict[str, Any]]
) -> Iterator[tuple[str, Found]]:
    """What was typed for each row, and what that found."""
    for place, row in enumerate(rows):
        typed = variant(row.exact, Random(f"{seed} {place}"))  # noqa: S311 - to be repeated
        answer = ask(typed)
        ranks = (n for n, uri in enumerate(answer["uris"], 1) if row.target in uri)
        yield typed, Found(next(ranks, 0), answer["requests"], answer["bytes"])


def report(name: str, found: list[tuple[str, Found]]) -> list[str]:
    """Print the line of a variant; gives what was not found first, a line each."""
    first = statistics.mean(one.rank == 1 for _, one in found)
    shown = statistics.mean(one.rank > 0 for _, one in found)
    files = [one.requests for _, one in found]
    sizes = [one.bytes / 1000 for _, one in found]
    print(
        f"{name:26} {first:5.3f} {shown:5.3f} {statistics.mean(files):6.1f} {high(files):5.0f}"
        f" {statistics.mean(sizes):6.1f} {high(sizes):5.1f}",
        flush=True,
    )
    return [f"    {one.rank}  {typed}\n" for typed, one in found if one.rank != 1]


def high(values: Sequence[float]) -> float:
    """The 95th percentile."""
    return sorted(values)[min(len(values) - 1, len(values) * 95 // 100)]


class Ask:
    """The engine of a site, in Node."""

    def __init__(self, questions: IO[str], answers: IO[str], shown: int) -> None:
        self._questions, self._answers, self._shown = questions, answers, shown

    def __call__(self, query: str) -> dict[str, Any]:
        """The addresses of the best answers, best first; the files and bytes that were read."""
        self._questions.write(json.dumps({"query": query, "count": self._shown}) + "\n")
        self._questions.flush()
        answer: dict[str, Any] = json.loads(self._answers.readline())
        return answer


@contextmanager
def engine(node: str, site: Path, shown: int = SHOWN) -> Iterator[Ask]:
    """The engine that the site was published with."""
    command = [node, "--no-warnings", str(ENGINE), str(site.resolve())]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8"
    ) as process:
        questions, answers = cast("IO[str]", process.stdin), cast("IO[str]", process.stdout)
        yield Ask(questions, answers, shown)
        questions.close()


def _node() -> str | None:
    """Node's program: that of the virtual environment (requirements-dev.txt) or the machine's."""
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")])
    return shutil.which("node", path=path)


if __name__ == "__main__":
    sys.exit(main())
