"""From saving an article to the moment when `mkdocs serve` shows it in the browser."""

import re
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from benchmarking.articles import Newsroom, edited
from benchmarking.portal import Portal, address
from benchmarking.process import Cost, environment, median
from benchmarking.steps import log_of

PORT = 8765
_ROOT = f"http://127.0.0.1:{PORT}"
_EPOCH = re.compile(rb"livereload\((\d+), ")
_PATIENCE = 1800
"""Seconds until the first build has to be done."""


def save_to_reload(portal: Portal, newsroom: Newsroom, repeat: int) -> Iterator[tuple[str, Cost]]:
    """Of an edit, a new article and a deleted one: page and list of the section both right."""
    portal.prepare(newsroom)
    kinds: dict[str, Callable[[Portal, Newsroom, int], float]] = {
        "edit": _edit, "new article": _add, "deleted article": _delete
    }  # fmt: skip
    with served(portal):
        for name, change in kinds.items():
            times = [change(portal, newsroom, turn) for turn in range(repeat)]
            yield f"save to reload: {name}", median(map(Cost, times))


@contextmanager
def served(portal: Portal) -> Iterator[None]:
    """The portal at _ROOT while the block runs."""
    options = ["--livereload", "--dev-addr", f"127.0.0.1:{PORT}"]
    variables = {**environment(), "SITE_URL": f"{_ROOT}/"}
    settings = portal.folder / "mkdocs.yml"
    plain = settings.read_text(encoding="utf-8")
    settings.write_text(re.sub("(?m)^site_url: .*", f"site_url: {_ROOT}/", plain), encoding="utf-8")
    with log_of(portal).open("wb") as log:
        server = subprocess.Popen(
            [sys.executable, "-m", "mkdocs", "serve", *options],
            cwd=portal.folder, env=variables, stdout=log, stderr=log,
        )  # fmt: skip
        try:
            _await_start(server)
            yield
        finally:
            server.terminate()
            server.wait()
            settings.write_text(plain, encoding="utf-8")


def _await_start(server: "subprocess.Popen[bytes]") -> None:
    until = time.monotonic() + _PATIENCE
    while not _get("/"):
        if server.poll() is not None or time.monotonic() > until:
            raise SystemExit("mkdocs serve did not come up")
        time.sleep(0.5)
    time.sleep(3)  # the observer takes its first look at the folders


def _edit(portal: Portal, newsroom: Newsroom, turn: int) -> float:
    article = newsroom.article(newsroom.count - 1 - turn)
    mark = f"L{turn}x"
    changed = edited(article, mark)
    shown = {address(article): mark, f"/chuyen-muc/{article.section}/": changed.title}
    return _until(lambda: portal.write(changed), shown)


def _add(portal: Portal, newsroom: Newsroom, turn: int) -> float:
    article = newsroom.article(newsroom.count + turn)
    shown = {address(article): "<h1", f"/chuyen-muc/{article.section}/": article.slug}
    return _until(lambda: portal.write(article), shown)


def _delete(portal: Portal, newsroom: Newsroom, turn: int) -> float:
    article = newsroom.article(newsroom.count + turn)
    gone = {address(article): "", f"/chuyen-muc/{article.section}/": article.slug}
    return _until(lambda: portal.remove(article), gone, are_there=False)


def _until(save: Callable[[], object], pages: dict[str, str], *, are_there: bool = True) -> float:
    """Seconds from saving until the reload is announced and every page has, or lacks, its text."""
    epoch = _EPOCH.search(_get("/"))
    if not epoch:
        raise SystemExit("the pages do not wait for a reload")
    known = int(epoch[1])
    start = time.perf_counter()
    save()
    while True:
        known = int(_get(f"/livereload/{known}/1") or known)
        contents = {path: _get(path) for path in pages}
        if all((text.encode() in contents[path] and bool(contents[path])) == are_there
               for path, text in pages.items()):  # fmt: skip
            return time.perf_counter() - start
        if time.perf_counter() - start > _PATIENCE:
            raise SystemExit(f"the change never showed: {pages}")


def _get(path: str) -> bytes:
    """The page; nothing where there is none yet or no more."""
    try:
        with urllib.request.urlopen(_ROOT + path, timeout=_PATIENCE) as answer:  # noqa: S310
            return bytes(answer.read())
    except (urllib.error.URLError, ConnectionError):
        return b""
