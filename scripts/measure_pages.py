"""Measures what a first visit to a built site costs on a cheap phone, against the budgets.

    python scripts/measure_pages.py site
    python scripts/measure_pages.py site --pictures FOLDER
Of each kind of page the heaviest is opened with an empty cache, in Chromium, 360 px wide, with a
processor four times slower than this machine's and a slow 4G network, and read to its end, since
pictures come when they are near. Bytes are those sent, with gzip as GitHub Pages sends them. Exit 1
where a budget is missed.
"""

import argparse
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser

from benchmarking.browsing import chromium
from benchmarking.gzipped_site import served

KINDS = {
    "home": "index.html",
    "article": "tin/*/*/*/index.html",
    "photos": "tin/*/*/*/index.html",
    "section": "chuyen-muc/*/index.html",
    "quarter": "so-ket-quy/*/*/index.html",
    "campaign": "phong-trao/*/index.html",
    "search": "tim-kiem/index.html",
    "contact": "lien-he/index.html",
}
"""Kinds of page, and the files of each; "photos" is the article that has the most of them."""
PHONE = {"width": 360, "height": 740}
SLOWER = 4
SLOW_4G = {"latency": 150, "downloadThroughput": 1_600_000 / 8, "uploadThroughput": 750_000 / 8}
"""Milliseconds, and bytes a second: the network that Lighthouse has for a phone."""
WATCH = """
window.measured = { paint: 0, shift: 0 };
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) measured.paint = entry.startTime;
}).observe({ type: "largest-contentful-paint", buffered: true });
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) if (!entry.hadRecentInput) measured.shift += entry.value;
}).observe({ type: "layout-shift", buffered: true });
"""
READ_ON = """async () => {
  for (let y = 0; y < document.documentElement.scrollHeight; y += innerHeight) {
    scrollTo({ top: y, behavior: "instant" });
    await new Promise((seen) => setTimeout(seen, 50));
  }
  await Promise.all([...document.images].map((image) => image.decode().catch(() => {})));
  scrollTo({ top: 0, behavior: "instant" });
}"""


@dataclass(frozen=True, slots=True)
class Budget:
    """What a figure of a kind of page may be at most; of every kind where none is named."""

    figure: str
    most: float
    kind: str = ""


BUDGETS = (
    Budget("text", 30_000, "article"),
    Budget("requests", 8, "article"),
    Budget("bytes", 120_000, "home"),
    Budget("bytes", 350_000, "photos"),
    Budget("height", 4000, "home"),
    Budget("paint", 1500),
    Budget("shift", 0.01),
)


@dataclass
class Visit:
    """The figures of a first visit."""

    requests: int = 0
    """Without those for pictures."""
    text: int = 0
    """Bytes of everything but pictures."""
    bytes: int = 0
    """Bytes of everything."""
    height: int = 0
    """Of the page, in CSS pixels."""
    paint: float = 0
    """Milliseconds until the largest element was drawn (LCP)."""
    shift: float = 0
    """How far content moved on its own (CLS)."""
    kinds: dict[str, str] = field(default_factory=dict)
    """The kind of each resource, by the browser's number for its request."""

    def receive(self, event: dict[str, Any]) -> None:
        """A response has begun."""
        self.kinds[event["requestId"]] = event["type"]
        self.requests += event["type"] != "Image"

    def finish(self, event: dict[str, Any]) -> None:
        """A response has ended."""
        size = int(event["encodedDataLength"])
        self.bytes += size
        self.text += size if self.kinds.get(event["requestId"]) != "Image" else 0


def main(argv: Sequence[str] | None = None) -> int:
    """Measure, print, and judge."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("site", type=Path)
    parser.add_argument("--pictures", type=Path, help="a folder for a picture of each page")
    options = parser.parse_args(argv)
    visits: dict[str, Visit] = {}
    print("          requests  text kB  all kB     px  screens    LCP CLS")
    with served(options.site) as address, chromium() as browser:
        for kind, page in heaviest(options.site).items():
            visits[kind] = visit(browser, address + page, options.pictures, kind)
            print(row(kind, visits[kind]), flush=True)
    missed = list(misses(visits))
    print(*missed, sep="\n")
    return 1 if missed else 0


def heaviest(site: Path) -> dict[str, str]:
    """The address, below the site's root, of the largest page of each kind."""
    files = {kind: list(site.glob(names)) for kind, names in KINDS.items()}
    return {
        kind: max(found, key=photos_of if kind == "photos" else size_of)
        .relative_to(site)
        .as_posix()
        .removesuffix("index.html")
        for kind, found in files.items()
        if found
    }


def size_of(file: Path) -> int:
    return file.stat().st_size


def photos_of(file: Path) -> int:
    return file.read_bytes().count(b"<picture")


def visit(browser: Browser, address: str, pictures: Path | None, kind: str) -> Visit:
    """Open the page as somebody does who was never there."""
    seen = Visit()
    context = browser.new_context(viewport=PHONE, device_scale_factor=2, has_touch=True)
    page = context.new_page()
    session = context.new_cdp_session(page)
    session.send("Network.enable")
    session.send("Network.emulateNetworkConditions", {"offline": False, **SLOW_4G})
    session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    session.on("Network.responseReceived", seen.receive)
    session.on("Network.loadingFinished", seen.finish)
    page.add_init_script(WATCH)
    page.goto(address, wait_until="networkidle")
    measured = page.evaluate("measured")
    seen.paint, seen.shift = measured["paint"], measured["shift"]
    page.evaluate(READ_ON)
    page.wait_for_load_state("networkidle")
    seen.height = page.evaluate("document.documentElement.scrollHeight")
    if pictures:
        pictures.mkdir(parents=True, exist_ok=True)
        page.screenshot(path=pictures / f"{kind}.png", full_page=True)
    context.close()
    return seen


def row(kind: str, seen: Visit) -> str:
    """A line of the table."""
    screens = seen.height / PHONE["height"]
    return (
        f"{kind:9} {seen.requests:8} {seen.text / 1000:8.1f} {seen.bytes / 1000:7.1f} "
        f"{seen.height:6} {screens:8.1f} {seen.paint / 1000:5.2f}s {seen.shift:.3f}"
    )


def misses(visits: dict[str, Visit]) -> Iterator[str]:
    """What is over its budget."""
    for budget in BUDGETS:
        for kind, seen in visits.items():
            figure = getattr(seen, budget.figure)
            if budget.kind in ("", kind) and figure > budget.most:
                yield f"over budget: {kind}: {budget.figure} {figure:,.2f}, at most {budget.most:,}"


if __name__ == "__main__":
    sys.exit(main())
