"""What tests of every kind share: the browser."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from commands.browser import ARGUMENTS, PLAYWRIGHTS_OWN, installed_browsers

SAMPLE_WARD = "name: Phường Sài Đồng"
SITE = Path(__file__).parent / "site"


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """All tests of the built site hold the sample; where another ward has moved in, such tests
    are left out, since its articles are its own."""
    for item in items:
        if SITE in item.path.parents:
            item.add_marker("sample")
    if SAMPLE_WARD in (SITE.parents[1] / "mkdocs.yml").read_text(encoding="utf-8"):
        return
    sample = [item for item in items if item.get_closest_marker("sample")]
    config.hook.pytest_deselected(items=sample)
    items[:] = [item for item in items if item not in sample]


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
