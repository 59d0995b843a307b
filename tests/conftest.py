"""What tests of every kind share: the browser."""

import os
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, sync_playwright

from commands.browser import ARGUMENTS, PLAYWRIGHTS_OWN, installed_browsers


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A Chromium without a window, one for each test process."""
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path=browser_executable() or None, args=ARGUMENTS
        )
        yield chromium
        chromium.close()


def browser_executable() -> str:
    """What `portal.py test` chose; for a pytest started by hand, the first one found here."""
    found_here = next(iter(installed_browsers()), PLAYWRIGHTS_OWN)
    return os.environ.get("PORTAL_BROWSER", found_here)
