"""The preview's server: it serves a lasting folder and is notified of changes."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer
from watchdog.events import (
    FileClosedEvent,
    FileCreatedEvent,
    FileDeletedEvent,
    FileModifiedEvent,
    FileMovedEvent,
    FileSystemEventHandler,
)
from watchdog.observers import Observer
from watchdog.observers.api import BaseObserver, ObservedWatch

from newsroom.site.theme.policy import SCRIPTS, hash_of

_CHANGES = [
    FileClosedEvent, FileCreatedEvent, FileDeletedEvent, FileModifiedEvent, FileMovedEvent
]  # fmt: skip
"""Without this filter a build, which opens files to read them, would trigger the next one."""
_SETTLED = 0.05
"""Seconds without a change after which a build begins."""


def serve_from(site: Path, server: LiveReloadServer, config: MkDocsConfig) -> None:
    """Let the server serve that folder, and build as soon as something is saved."""
    server.root = str(site)
    server.error_handler = lambda code: _error_page(site, code)
    server.build_delay = _SETTLED
    inject: Callable[..., bytes] = server._inject_js_into_html
    server._inject_js_into_html = lambda *page: allowing_last_script(inject(*page))  # type: ignore
    server.unwatch(config.docs_dir)  # MkDocs has begun to watch it before any hook runs
    server.observer = Watcher(server.observer)  # type: ignore[assignment]
    server.watch(config.docs_dir)


def allowing_last_script(page: bytes) -> bytes:
    """The page with a policy that allows the preview's reloading script at its end."""
    script = page.rpartition(b"<script>")[2].partition(b"</script>")[0]
    return page.replace(SCRIPTS.encode(), f"{SCRIPTS} {hash_of(script)}".encode(), 1)


class Watcher:
    """Watches folders by notifications of the system, and single files as MkDocs does.

    MkDocs polls everything twice a second: with ten thousand articles it notices changes late and
    is always busy. Where the system gives no notifications, folders are polled, too.
    """

    def __init__(self, polling: BaseObserver) -> None:
        self._polling = polling
        self._native = Observer()
        self._native.start()

    def schedule(
        self, handler: FileSystemEventHandler, path: str, *, recursive: bool = False
    ) -> ObservedWatch:
        """Notify the handler of every change at the path."""
        if Path(path).is_dir():
            try:
                return self._native.schedule(
                    handler, path, recursive=recursive, event_filter=_CHANGES
                )
            except OSError:  # such as too many watched folders
                pass
        return self._polling.schedule(handler, path, recursive=recursive)

    def start(self) -> None:
        """Start polling single files."""
        self._polling.start()

    def stop(self) -> None:
        """End."""
        self._native.stop()
        self._polling.stop()

    def join(self, **options: Any) -> None:
        """Wait for the end."""
        self._native.join(**options)
        self._polling.join(**options)


def _error_page(site: Path, code: int) -> bytes | None:
    page = site / f"{code}.html"
    return page.read_bytes() if code in (404, 500) and page.is_file() else None
