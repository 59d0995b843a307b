"""Looks for what keeps somebody from using a page, on every page of a built site.

    python scripts/audit_pages.py site
    python scripts/audit_pages.py site --only tin/2023
Every page is opened once, with all its folds, and so are the results of a search: axe-core looks at
it with all its rules on a phone and on a desktop; at its contrast (AAA) in the dark, on paper, and
with the menu open. Faults are told by rule, with the pages that have them; exit 1 where there are
any. axe-core is among the tools that `portal.py test` installs.
"""

import argparse
import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Literal
from urllib.parse import quote

from playwright.sync_api import Browser, Page
from rich.console import Console
from rich.progress import track

from benchmarking.axe import CONTRAST, STRICTEST, violations
from benchmarking.browsing import chromium
from benchmarking.gzipped_site import served

PHONE = {"width": 360, "height": 740}
DESKTOP = {"width": 1280, "height": 800}
SEARCHES = ("thông báo", "qqxzj")
"""What is searched for: something, and what is found nowhere."""
UNFOLD = "document.querySelectorAll('details:not(.menu)').forEach((fold) => (fold.open = true))"
SHOWN = "() => new Promise(requestAnimationFrame)"
"""What listens to the scheme has heard of it then."""
MENU = "(open) => document.querySelectorAll('.menu').forEach((menu) => (menu.open = open))"


def main(argv: Sequence[str] | None = None) -> int:
    """Look, print, and judge."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("site", type=Path)
    parser.add_argument("--only", default="", help="the beginning of the addresses to look at")
    options = parser.parse_args(argv)
    faults: dict[str, list[str]] = defaultdict(list)
    pages = [page for page in pages_of(options.site) if page.startswith(options.only)]
    with served(options.site) as address, chromium() as browser:
        for page in track(pages, "Looking", console=Console(stderr=True)):
            for fault in faults_of(browser, address + page):
                faults[fault].append(page or "home")
    for line in report(faults):
        print(line)
    print(f"{len(pages)} pages, {len(faults)} faults")
    return 1 if faults else 0


def pages_of(site: Path) -> list[str]:
    """The addresses of all pages below the site's root, and of the results of searches."""
    files = (page.relative_to(site).as_posix() for page in site.rglob("*.html"))
    searches = [f"tim-kiem/?q={quote(words)}" for words in SEARCHES]
    return [*sorted(file.removesuffix("index.html") for file in files), *searches]


def faults_of(browser: Browser, address: str) -> set[str]:
    """What is wrong with the page, each with the circumstances in which it is."""
    context = browser.new_context(viewport=PHONE, reduced_motion="reduce", locale="vi-VN")
    page = context.new_page()
    page.goto(address, wait_until="networkidle")
    page.evaluate(UNFOLD)
    found = set(looks(page))
    context.close()
    return found


def looks(page: Page) -> Iterator[str]:
    """Every look at an open page, one after the other; what each finds."""
    yield from (f"on a phone: {fault}" for fault in violations(page, STRICTEST))
    media(page, "dark", "screen")
    yield from (f"on a phone in the dark: {fault}" for fault in violations(page, CONTRAST))
    page.evaluate(MENU, True)
    yield from (f"in the menu in the dark: {fault}" for fault in violations(page, CONTRAST))
    page.evaluate(MENU, False)
    page.set_viewport_size(DESKTOP)
    yield from (f"on a desktop in the dark: {fault}" for fault in violations(page, CONTRAST))
    media(page, "dark", "print")
    yield from (f"on paper: {fault}" for fault in violations(page, CONTRAST))
    media(page, "light", "screen")
    yield from (f"on a desktop: {fault}" for fault in violations(page, STRICTEST))


def media(page: Page, scheme: Literal["light", "dark"], kind: Literal["screen", "print"]) -> None:
    """Show the page in that scheme, there."""
    page.emulate_media(color_scheme=scheme, media=kind)
    page.evaluate(SHOWN)


def report(faults: dict[str, list[str]]) -> Iterator[str]:
    """Each fault with how many pages have it and the first of them."""
    for fault, pages in sorted(faults.items()):
        yield f"{' '.join(fault.split())}\n    {len(pages)} pages: {', '.join(pages[:3])}"


if __name__ == "__main__":
    sys.exit(main())
