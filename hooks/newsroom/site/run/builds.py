"""The builds of one run of MkDocs: one of `mkdocs build`, one after another of `mkdocs serve`."""

from __future__ import annotations

import gc
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.plugins import get_plugin_logger

from newsroom.machine.shortcuts import Shortcut, is_taken
from newsroom.machine.trouble import explanation_of
from newsroom.site.mkdocs.known_libraries import tell_of_others
from newsroom.site.mkdocs.run import Run
from newsroom.site.run.ending import commit, do_rest, drop
from newsroom.site.run.opening import open_run

if TYPE_CHECKING:
    from mkdocs.livereload import LiveReloadServer

log = get_plugin_logger("newsroom")

_LAST_SITE_STAYS = "Trang của lần dựng trước vẫn nguyên."
_PLACED_NEXT_TIME = "Trang mới dựng xong nhưng chưa vào đủ chỗ; lần dựng sau tự làm nốt."
FINISHING = "search of the preview"
"""The name of the thread that completes the search once the pages of a preview are shown."""


class Builds:
    """Opens builds and brings each to its end.

    MkDocs ends a strict build with its warnings after the last event of a build, and an
    interrupted one without any, so a site is put in place at shut-down, and only by a build that
    was completed and then had no error. The preview is put in place after each build; its search
    follows in a thread, unless the next build comes first.
    """

    def __init__(self) -> None:
        self._run: Run | None = None
        self._last: Run | None = None
        self._site: Path | None = None
        self._config: MkDocsConfig | None = None
        self._is_preview = False
        self._is_complete = False
        self._finishing: Thread | None = None

    def start(self, *, is_preview: bool) -> None:
        """Start a run of MkDocs."""
        self._is_preview = is_preview
        self._run = self._last = None
        tell_of_others(log)

    def open(self, config: MkDocsConfig) -> None:
        """Open a build, which writes into a staging folder."""
        self._leave_the_rest()
        self.discard()
        if is_taken(Shortcut.RESTING_COLLECTOR):
            gc.disable()  # what a build loads stays in use until its end
        self._run = open_run(config, self._last, is_preview=self._is_preview)
        self._config = config
        self._site = self._run.folder.site
        self._is_complete = False

    def serve(self, server: LiveReloadServer, config: MkDocsConfig) -> None:
        """Let the server show what the preview's builds put in place."""
        from newsroom.site.run.preview import serve_from  # noqa: PLC0415 - a build needs no server

        if self._site:
            serve_from(self._site, server, config)

    def complete(self) -> None:
        """Note that everything was written; a preview is put in place now."""
        self._is_complete = True
        if self._is_preview and self._run:
            commit(self._run)
            self._last, self._run = self._run, None
            gc.enable()
            if self._last.rest.work and self._config:
                work = self._last, self._config
                self._finishing = Thread(target=self._finish, args=work, name=FINISHING)
                self._finishing.start()

    def discard(self) -> None:
        """Drop what was built: the last site stays as it is."""
        if self._run:
            self._drop(self._run)
            self._run = None
            gc.enable()

    def fail(self, error: Exception) -> None:
        """Drop what was built; if the machine is to blame, say so instead of showing the error."""
        self.discard()
        if sentence := explanation_of(error):
            raise Abort(f"{sentence} {_LAST_SITE_STAYS}") from error

    def end(self) -> None:
        """Put a completed build in place; drop any other."""
        self._leave_the_rest()
        if self._config:
            self._config.site_dir = str(self._site)  # `mkdocs gh-deploy` reads it after this
        if self._run and self._is_complete:
            self._put_in_place(self._run)
            self._run.store.close()
            self._run = None
            if not gc.isenabled():
                gc.freeze()  # the process ends here, and a last collection would only delay that
        self.discard()
        if self._last:
            self._last.store.close()

    def _drop(self, run: Run) -> None:
        drop(run)
        self._last = None

    def _finish(self, run: Run, config: MkDocsConfig) -> None:
        try:
            self._last = do_rest(run, config)
        except Exception as fault:  # otherwise it would end the thread unseen
            log.error(
                "Bản xem thử chưa cập nhật được phần tìm kiếm (%s); lần lưu sau làm lại.",
                explanation_of(fault) or fault,
            )
            self._drop(run)

    def _leave_the_rest(self) -> None:
        last, finishing, self._finishing = self._last, self._finishing, None
        if finishing:
            if last:  # None if the search has just failed
                last.rest.is_superseded = True
            finishing.join()

    def _put_in_place(self, run: Run) -> None:
        try:
            commit(run)
        except OSError as error:
            run.store.abandon()  # what was committed stays; the next build finishes the move
            self._run = None
            raise Abort(f"{explanation_of(error) or error} {_PLACED_NEXT_TIME}") from error
