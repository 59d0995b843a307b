"""The preview learns of what is written, and not of what is only read."""

import threading
from pathlib import Path

import pytest
from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers.polling import PollingObserver

from newsroom.site.run.preview import Watcher


class Heard(FileSystemEventHandler):
    """Remembers that something was told."""

    def __init__(self) -> None:
        self.told = threading.Event()

    def on_any_event(self, event: FileSystemEvent) -> None:
        if not event.is_directory:
            self.told.set()


@pytest.mark.parametrize("kind", ["folder", "file"])
def test_change_is_told_and_reading_is_not(tmp_path: Path, kind: str) -> None:
    file = tmp_path / "bai.md"
    file.write_text("một", encoding="utf-8")
    watcher, heard = Watcher(PollingObserver(timeout=0.05)), Heard()
    watcher.schedule(heard, str(tmp_path if kind == "folder" else file), recursive=True)
    watcher.start()
    try:
        file.read_text(encoding="utf-8")
        assert not heard.told.wait(0.4)
        file.write_text("một hai", encoding="utf-8")
        assert heard.told.wait(10)
    finally:
        watcher.stop()
        watcher.join()
