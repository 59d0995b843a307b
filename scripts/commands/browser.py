"""The browser that the tests drive: one of the machine's, else Playwright's own, else Debian's."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import click

PLAYWRIGHTS_OWN = ""
"""Stands for the Chromium that Playwright downloads and finds by itself."""
ARGUMENTS = (
    "--no-sandbox",  # containers and CI run as root, where Chrome's sandbox refuses to start
    "--disable-gpu",
    "--disable-background-networking",  # Chrome's own look-ups never reach a network
)

_ON_PATH = (
    "google-chrome",
    "google-chrome-stable",
    "chromium",
    "chromium-browser",
    "microsoft-edge",
    "microsoft-edge-stable",
)
_MACOS = (
    "Google Chrome.app/Contents/MacOS/Google Chrome",
    "Chromium.app/Contents/MacOS/Chromium",
    "Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
)
_WINDOWS_FOLDERS = ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA")
_WINDOWS = (
    "Google/Chrome/Application/chrome.exe",
    "Chromium/Application/chrome.exe",
    "Microsoft/Edge/Application/msedge.exe",
)
_APT_INSTALL = ["install", "--yes", "--no-install-recommends", "chromium", "fonts-liberation"]
"""Chromium alone brings no font; Liberation has the letters of Vietnamese."""
_START = """
import sys
from playwright.sync_api import sync_playwright
with sync_playwright() as playwright:
    executable, *arguments = sys.argv[1:]
    options = {"executable_path": executable} if executable else {}
    playwright.chromium.launch(args=arguments, **options).close()
"""
_PATIENCE = 60
"""Seconds that a browser gets to start."""
_DOWNLOAD_PATIENCE = 600


class NoBrowserError(click.ClickException):
    """The machine has no browser and none could be installed."""

    def __init__(self) -> None:
        super().__init__(
            "Máy chưa có trình duyệt để kiểm thử và cũng không tự cài được.\n"
            "Hãy cài Google Chrome, Chromium hoặc Microsoft Edge rồi chạy lại:\n"
            "  Windows, macOS: tải Chrome tại https://www.google.com/chrome/\n"
            "  Debian, Ubuntu: sudo apt install chromium"
        )


def browser_for_tests() -> str:
    """The executable of a browser that starts here, or PLAYWRIGHTS_OWN; installs one if it must.

    Raises NoBrowserError: the tests are never run with the browser's part left out.
    """
    for executable in (*installed_browsers(), PLAYWRIGHTS_OWN):
        if starts(executable):
            return executable
    click.echo("Máy chưa có trình duyệt dùng được, đang tải Chromium, chờ vài phút …")
    if download_playwrights_own() and starts(PLAYWRIGHTS_OWN):
        return PLAYWRIGHTS_OWN
    if install_debians():
        for executable in installed_browsers():
            if starts(executable):
                return executable
    raise NoBrowserError


def installed_browsers() -> list[str]:
    """Every Chrome, Chromium and Edge found where Linux, macOS and Windows keep them."""
    on_path = [found for name in _ON_PATH if (found := shutil.which(name))]
    return [*on_path, *(str(path) for path in _usual_places() if path.is_file())]


def _usual_places() -> Iterator[Path]:
    if sys.platform == "darwin":
        for folder in (Path("/Applications"), Path.home() / "Applications"):
            yield from (folder / name for name in _MACOS)
    if os.name == "nt":
        for variable in _WINDOWS_FOLDERS:
            if folder_name := os.environ.get(variable):
                yield from (Path(folder_name) / name for name in _WINDOWS)


def starts(executable: str) -> bool:
    """Whether Playwright can start it: being on the disk is not enough (Ubuntu's snap stub)."""
    return _succeeds([sys.executable, "-c", _START, executable, *ARGUMENTS], timeout=_PATIENCE)


def download_playwrights_own() -> bool:
    """Whether Playwright's Chromium could be downloaded."""
    variables = {"PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT": "15000"}  # ms; no network shows soon
    command = [sys.executable, "-m", "playwright", "install", "chromium"]
    return _succeeds(command, timeout=_DOWNLOAD_PATIENCE, variables=variables)


def install_debians() -> bool:
    """Whether Debian's Chromium could be installed; only root on a system with apt-get may."""
    if not (hasattr(os, "geteuid") and os.geteuid() == 0 and shutil.which("apt-get")):
        return False
    variables = {"DEBIAN_FRONTEND": "noninteractive"}
    return all(
        _succeeds(["apt-get", *words], timeout=_DOWNLOAD_PATIENCE, variables=variables)
        for words in (["update"], _APT_INSTALL)
    )


def _succeeds(command: list[str], *, timeout: int, variables: dict[str, str] | None = None) -> bool:
    try:
        finished = subprocess.run(
            command,
            env={**os.environ, **(variables or {})},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=timeout,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return finished.returncode == 0
