"""What tests of every kind share: which need what, their folder, the browser, tools of npm."""

import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright
from readers import Readers

from commands.browser import ARGUMENTS, PLAYWRIGHTS_OWN, installed_browsers

SAMPLE_WARD = "name: Phường Sài Đồng"
HERE = Path(__file__).parent
NEEDS = {"browser": "browser", "npm_tools": "npm"}
"""The mark of a test that asks for the fixture."""
SLOW_ROOMS = {"incremental", "search", "site", "wards"}
"""Folders whose tests build sites again and again, or need a program beside Python."""
LONGEST = "wards"
"""Its one test takes a minute of one core, which would be waited for if it came last."""
MEMORY = Path("/dev/shm")  # noqa: S108 - a folder, of which pytest makes its own inside
"""A disk of Linux that is none: sites that are built on it take half the time."""
ENOUGH = 1024**3
"""Bytes that must be free there, many times what tests leave behind; containers have 64 MB."""


@pytest.hookimpl(tryfirst=True)
def pytest_configure() -> None:
    """Let all temporary files, those of browsers and builds too, lie in memory where there is room;
    TMPDIR says otherwise. And let Python keep what it compiles, though the shell would not: all of
    the portal would be compiled anew in each of hundreds of processes."""
    sys.dont_write_bytecode = False
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    if MEMORY.is_dir() and shutil.disk_usage(MEMORY).free > ENOUGH:
        os.environ.setdefault("TMPDIR", str(MEMORY))
        tempfile.tempdir = None  # to be looked up anew


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Mark the tests, the longest first; where another ward has moved in, those of the sample are
    left out, since its articles are its own."""
    items.sort(key=lambda item: room_of(item) != LONGEST)
    for item in items:
        for mark in marks(item):
            item.add_marker(mark)
    if SAMPLE_WARD in (HERE.parent / "mkdocs.yml").read_text(encoding="utf-8"):
        return
    sample = [item for item in items if item.get_closest_marker("sample")]
    config.hook.pytest_deselected(items=sample)
    items[:] = [item for item in items if item not in sample]


def marks(item: pytest.Item) -> Iterator[str]:
    """What a test needs, seen from its folder and its fixtures; `quick` where that is nothing and
    it tries few inputs."""
    room = room_of(item)
    needs = [mark for name, mark in NEEDS.items() if name in getattr(item, "fixturenames", ())]
    if room == "site":
        needs.append("sample")
    yield from needs
    is_marked = any(map(item.get_closest_marker, ("sample", "thorough")))
    if room not in SLOW_ROOMS and not needs and not is_marked:
        yield "quick"


def room_of(item: pytest.Item) -> str:
    """The folder here in which the test lies, or its file."""
    return item.path.relative_to(HERE).parts[0]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A Chromium without a window, one for each test process."""
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path=browser_executable() or None, args=ARGUMENTS
        )
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def readers(browser: Browser) -> Readers:
    """Pages that stay open, for tests that want nothing but to show something in one."""
    return Readers(browser)


def browser_executable() -> str:
    """What `portal.py test` chose; for a pytest started by hand, the first one found here."""
    found_here = next(iter(installed_browsers()), PLAYWRIGHTS_OWN)
    return os.environ.get("PORTAL_BROWSER", found_here)


@pytest.fixture(scope="session")
def npm_tools() -> Path:
    """The folder of the tools that `portal.py test` installs from npm."""
    return HERE / "node_modules"
