"""Pages that stay open from test to test: to open one takes longer than to read ten in it."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from playwright.sync_api import Browser, Page

FORGET = "try { localStorage.clear(); sessionStorage.clear(); } catch { /* of no site */ }"
"""Runs when a test is done, so that no other finds what its pages have kept."""


class Readers:
    """Readers of the browser, one for each set of options, each with one page."""

    def __init__(self, browser: Browser) -> None:
        self._browser = browser
        self._pages: dict[str, Page] = {}

    @contextmanager
    def page(self, script: str = "", **options: Any) -> Iterator[Page]:
        """The page of a reader with those options, who remembers nothing but what was fetched.

        The script runs before all others of whatever is opened. Routes and the size of the screen
        are the test's own.
        """
        key = repr((script, sorted(options.items())))
        if key not in self._pages:
            self._pages[key] = self._browser.new_context(**options).new_page()
            self._pages[key].add_init_script(script or "0")
        page, size = self._pages[key], options.get("viewport")
        try:
            yield page
        finally:
            page.evaluate(FORGET)
            page.goto("about:blank")  # whose policy forbids nothing; what was loading ends
            page.unroute_all()
            if size and page.viewport_size != size:
                page.set_viewport_size(size)


@contextmanager
def listening(page: Page, **listeners: Callable[[Any], object]) -> Iterator[None]:
    """Let the listeners hear the page's events until the block ends."""
    for event, listener in listeners.items():
        page.on(event, listener)  # type: ignore[call-overload]
    try:
        yield
    finally:
        for event, listener in listeners.items():
            page.remove_listener(event, listener)
