"""A browser for measurements."""

from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, sync_playwright

from commands.browser import ARGUMENTS, PLAYWRIGHTS_OWN, installed_browsers


@contextmanager
def chromium() -> Iterator[Browser]:
    """One of the machine's, else Playwright's own, with nothing kept."""
    executable = next(iter(installed_browsers()), PLAYWRIGHTS_OWN)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable or None, args=ARGUMENTS)
        yield browser
        browser.close()
