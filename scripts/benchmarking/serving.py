"""From saving an article to the moment when `mkdocs serve` shows it in the browser."""

import re
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager

from benchmarking.articles import Newsroom
from benchmarking.portal import Portal, address
from benchmarking.process import Cost, FailedError, environment, median
from benchmarking.steps import ADD, DELETE, EDIT, Change, change, log_of

SAVED = "save to reload"
_EPOCH = re.compile(rb"livereload\((\d+), ")
_PATIENCE = 1800
"""Seconds until a build has to be done."""


def save_to_reload(portal: Portal, newsroom: Newsroom, repeat: int) -> Iterator[tuple[str, Cost]]:
    """Of each kind of change."""
    portal.prepare(newsroom)
    with _served(portal) as root:
        for kind in (EDIT, ADD, DELETE):
            changes = (change(kind, newsroom, turn) for turn in range(repeat))
            yield f"{SAVED}: {kind}", median(_until_shown(portal, root, one) for one in changes)


@contextmanager
def _served(portal: Portal) -> Iterator[str]:
    """The address of the portal while the block runs."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        host = f"127.0.0.1:{probe.getsockname()[1]}"
    # --livereload is named outright: with click 8.3 MkDocs 1.6 takes the flag's default for "off".
    command = [sys.executable, "-m", "mkdocs", "serve", "--livereload", "--dev-addr", host]
    variables = environment(portal.variables)
    with log_of(portal).open("wb") as log:
        server = subprocess.Popen(
            command, cwd=portal.folder, env=variables, stdout=log, stderr=subprocess.STDOUT
        )
        try:
            _await_start(server, f"http://{host}/")
            yield f"http://{host}"
        finally:
            server.terminate()
            server.wait()


def _await_start(server: "subprocess.Popen[bytes]", root: str) -> None:
    until = time.monotonic() + _PATIENCE
    while not _get(root):
        if server.poll() is not None or time.monotonic() > until:
            raise FailedError("mkdocs serve did not come up")
        time.sleep(0.5)
    time.sleep(3)  # the observer takes its first look at the folders


def _until_shown(portal: Portal, root: str, one: Change) -> Cost:
    """From saving until the reload is announced and the article's page is right, or gone."""
    epoch = _EPOCH.search(_get(f"{root}/"))
    if not epoch:
        raise FailedError("the pages do not wait for a reload")
    known, page = int(epoch[1]), root + address(one.article)
    start = time.perf_counter()
    one.save(portal)
    while time.perf_counter() - start < _PATIENCE:
        known = int(_get(f"{root}/livereload/{known}/1") or known)
        content = _get(page)
        if one.shown.encode() in content and bool(one.shown) == bool(content):
            return Cost(time.perf_counter() - start)
    raise FailedError(f"the change never showed: {page}")


def _get(url: str) -> bytes:
    """The page; nothing where there is none yet or no more."""
    try:
        with urllib.request.urlopen(url, timeout=_PATIENCE) as answer:  # noqa: S310
            return bytes(answer.read())
    except (urllib.error.URLError, ConnectionError):
        return b""
