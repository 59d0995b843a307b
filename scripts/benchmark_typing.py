"""Measures what a query costs that is typed slowly, beside the same typed quickly.

    python scripts/benchmark_typing.py SITE queries.jsonl
SITE is what `make_search_site.py` wrote; of the queries those of about 18 letters are typed, key by
key and each by a first visitor, into the field of a real browser. Printed are requests, bytes
(scripts gzipped), how long after the last key the answer stood there, and the ratios.
"""

import argparse
import gzip
import json
import statistics
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

from playwright.sync_api import Browser, Request

from benchmark_search import served
from benchmarking.browsing import chromium

LENGTH = range(16, 21)
QUICK = 120
"""Milliseconds from key to key, as are the others."""
PACES = (QUICK, 200, 300, 450)
UNEVEN = 0.3
"""How far a key may be off its time, as a share of it."""
QUIET = 1500
"""Milliseconds without a request after which nothing more is expected."""


@dataclass(frozen=True, slots=True)
class Cost:
    """What one typed query cost."""

    requests: int
    bytes: int
    delay: float
    """Milliseconds from the last key to the answer."""


def main(argv: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("site", type=Path)
    parser.add_argument("queries", type=Path)
    parser.add_argument("--count", type=int, default=10)
    options = parser.parse_args(argv)
    queries = read_queries(options.queries)[: options.count]
    print(f"{len(queries)} queries\nms a key  requests      kB  ms to answer")
    with chromium() as browser, served(options.site) as address:
        costs = {
            pace: [typed(browser, options.site, address, query, pace) for query in queries]
            for pace in PACES
        }
    for pace, measured in costs.items():
        report(pace, measured, costs[QUICK])
    return 0


def read_queries(path: Path) -> list[str]:
    """Those of that length, without accents, as most are typed."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    queries = [row["noaccent"] for row in rows if row.get("noaccent")]
    return sorted({query for query in queries if len(query) in LENGTH})


def typed(browser: Browser, site: Path, address: str, query: str, pace: int) -> Cost:
    """What a first visitor's query costs with so many milliseconds from key to key."""
    context = browser.new_context()
    page = context.new_page()
    page.goto(address)
    asked: list[Path] = []

    def sent(request: Request) -> None:
        asked.append(site / request.url[len(address) :].partition("?")[0])

    page.on("request", sent)
    field = page.locator("[name=q]")
    field.focus()
    chance = Random(query)  # noqa: S311 - to be repeated
    for key in query:
        page.wait_for_timeout(pace * chance.uniform(1 - UNEVEN, 1 + UNEVEN))
        page.keyboard.type(key)
    start = time.perf_counter()
    page.wait_for_function(
        "query => [...document.querySelectorAll('[role=option]')].some(({ href }) => "
        "new URL(href).searchParams.get('q') === query)",
        arg=query,
    )
    delay = 1000 * (time.perf_counter() - start)
    count = -1
    while count < len(asked):
        count = len(asked)
        page.wait_for_timeout(QUIET)
    context.close()
    return Cost(count, sum(map(size, asked)), delay)


def size(path: Path) -> int:
    """Bytes of a file as most hosts send it."""
    content = path.read_bytes() if path.is_file() else b""
    return len(gzip.compress(content) if path.suffix == ".js" else content)


def report(pace: int, measured: list[Cost], quick: list[Cost]) -> None:
    """Print a line with means, and how often those of quick typing they are."""
    requests, size, delay = means(measured)
    few, small, _ = means(quick)
    print(
        f"{pace:8} {requests:9.1f} {size / 1000:7.1f} {delay:13.0f}"
        f"   × {requests / few:.2f} requests, × {size / small:.2f} bytes"
    )


def means(costs: list[Cost]) -> tuple[float, float, float]:
    return (
        statistics.mean(cost.requests for cost in costs),
        statistics.mean(cost.bytes for cost in costs),
        statistics.mean(cost.delay for cost in costs),
    )


if __name__ == "__main__":
    sys.exit(main())
