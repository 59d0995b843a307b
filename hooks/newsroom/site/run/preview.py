"""The preview's server: it shows a folder that stays, and learns of changes as they are made."""

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
"""Without this choice a build, which opens files to read them, would call for the next one."""
_SETTLED = 0.05
"""Seconds without a change after which a build begins."""


def serve_from(site: Path, server: LiveReloadServer, config: MkDocsConfig) -> None:
    """Let the server show the files of that folder, and build as soon as something is saved."""
    server.root = str(site)
    server.error_handler = lambda code: _error_page(site, code)
    server.build_delay = _SETTLED
    inject: Callable[..., bytes] = server._inject_js_into_html
    server._inject_js_into_html = lambda *page: allowing_last_script(inject(*page))  # type: ignore
    server.unwatch(config.docs_dir)  # MkDocs watches it before any hook is asked
    server.observer = Watcher(server.observer)  # type: ignore[assignment]
    server.watch(config.docs_dir)


def allowing_last_script(page: bytes) -> bytes:
    """The page whose policy allows the script at its end, by which the preview reloads it."""
    script = page.rpartition(b"<script>")[2].partition(b"</script>")[0]
    return page.replace(SCRIPTS.encode(), f"{SCRIPTS} {hash_of(script)}".encode(), 1)


class Watcher:
    """Watches folders by the system's own notices, and single files as MkDocs does.

    MkDocs looks at everything twice a second: at ten thousand articles it sees a change late and
    is busy all the time. Where the system gives no notices, its way is kept.
    """

    def __init__(self, polling: BaseObserver) -> None:
        self._polling = polling
        self._native = Observer()
        self._native.start()

    def schedule(
        self, handler: FileSystemEventHandler, path: str, *, recursive: bool = False
    ) -> ObservedWatch:
        """Let the handler know of every change at the path."""
        if Path(path).is_dir():
            try:
                return self._native.schedule(
                    handler, path, recursive=recursive, event_filter=_CHANGES
                )
            except OSError:  # as where too many folders are watched already
                pass
        return self._polling.schedule(handler, path, recursive=recursive)

    def start(self) -> None:
        """Begin to look at single files."""
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
