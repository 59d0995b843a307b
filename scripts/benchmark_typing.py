"""Measures what a query costs that is typed slowly, beside the same typed quickly.

    python scripts/benchmark_typing.py SITE queries.jsonl
SITE is what `make_search_site.py` wrote; of the queries those of about 18 letters are typed, key by
key and each by a first visitor, into the field of a real browser. Printed are requests, bytes
(scripts gzipped), how long after the last key the count, the first and the last result stood there,
and the ratios. `--latency 400 --rate 50` makes it a slow line: ms a request, kB a second.
"""

import argparse
import gzip
import json
import statistics
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

from playwright.sync_api import Browser, Page, Request

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
WATCH = """(query) => {
  const seen = window.seen = {};
  addEventListener("keydown", () => { seen.key = performance.now(); }, true);
  const look = () => {
    const rows = [...document.querySelectorAll("[role=option]")].map(({ href }) => new URL(href));
    if (!rows.some((url) => url.searchParams.get("q") === query)) return;
    seen.count = seen.count || performance.now();
    const hits = rows.filter(({ search }) => !search).length;
    if (hits && !seen.hits) seen.first = performance.now();
    if (hits !== seen.hits) seen.last = performance.now();
    seen.hits = hits;
  };
  new MutationObserver(look).observe(document, { childList: true, subtree: true });
}"""
"""Notes when the list first shows the query's count, a result, and the last one."""


@dataclass(frozen=True, slots=True)
class Cost:
    """What one typed query cost."""

    requests: int
    bytes: int
    delays: tuple[float, float, float]
    """Milliseconds from the last key to the count, the first result and the last one."""


@dataclass(frozen=True, slots=True)
class Line:
    """What lies between a phone and the server; nothing where the rate is 0."""

    latency: float
    """Milliseconds."""
    rate: float
    """Kilobytes a second."""


def main(argv: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("site", type=Path)
    parser.add_argument("queries", type=Path)
    parser.add_argument("--count", type=int, default=10)
    parser.add_argument("--latency", type=float, default=0)
    parser.add_argument("--rate", type=float, default=0)
    options = parser.parse_args(argv)
    queries = read_queries(options.queries)[: options.count]
    line = Line(options.latency, options.rate)
    print(f"{len(queries)} queries\nms a key  requests      kB  ms to count  first   last")
    with chromium() as browser, served(options.site) as address:
        costs = {
            pace: [typed(browser, options.site, address, query, pace, line) for query in queries]
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


def typed(browser: Browser, site: Path, address: str, query: str, pace: int, line: Line) -> Cost:
    """What a first visitor's query costs with so many milliseconds from key to key."""
    context = browser.new_context()
    page = context.new_page()
    page.goto(address)
    slow(page, line)
    asked: list[Path] = []

    def sent(request: Request) -> None:
        asked.append(site / request.url[len(address) :].partition("?")[0])

    page.on("request", sent)
    page.evaluate(WATCH, query)
    field = page.locator("[name=q]")
    field.focus()
    chance = Random(query)  # noqa: S311 - to be repeated
    for key in query:
        page.wait_for_timeout(pace * chance.uniform(1 - UNEVEN, 1 + UNEVEN))
        page.keyboard.type(key)
    page.wait_for_function("window.seen.count")
    count = -1
    while count < len(asked):
        count = len(asked)
        page.wait_for_timeout(QUIET)
    seen = page.evaluate("window.seen")
    context.close()
    delays = (seen[kind] - seen["key"] for kind in ("count", "first", "last"))
    return Cost(count, sum(map(size, asked)), tuple(delays))


def slow(page: Page, line: Line) -> None:
    """Let everything that the page asks for come by this line."""
    if not line.rate:
        return
    rate = line.rate * 1000
    page.context.new_cdp_session(page).send("Network.emulateNetworkConditions", {
        "offline": False, "latency": line.latency,
        "downloadThroughput": rate, "uploadThroughput": rate,
    })  # fmt: skip


def size(path: Path) -> int:
    """Bytes of a file as most hosts send it."""
    content = path.read_bytes() if path.is_file() else b""
    return len(gzip.compress(content) if path.suffix == ".js" else content)


def report(pace: int, measured: list[Cost], quick: list[Cost]) -> None:
    """Print a line with means, and how often those of quick typing they are."""
    requests, size, *delays = means(measured)
    few, small, *_ = means(quick)
    print(
        f"{pace:8} {requests:9.1f} {size / 1000:7.1f} {delays[0]:12.0f} {delays[1]:6.0f}"
        f" {delays[2]:6.0f}   × {requests / few:.2f} requests, × {size / small:.2f} bytes"
    )


def means(costs: list[Cost]) -> list[float]:
    rows = [(cost.requests, cost.bytes, *cost.delays) for cost in costs]
    return list(map(statistics.mean, zip(*rows, strict=True)))


if __name__ == "__main__":
    sys.exit(main())
