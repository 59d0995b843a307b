"""Ending a build: what it wrote is put in place, or dropped."""

import shutil
import time
from dataclasses import replace

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import get_plugin_logger

from newsroom.build.placing import JOURNAL, new_staging, put_in_place
from newsroom.site.mkdocs.run import Run, SupersededError
from newsroom.site.pages.progress import summary
from newsroom.site.pages.search_files import SEARCH_INDEX

log = get_plugin_logger("newsroom")


def commit(run: Run) -> None:
    """Put in place what was built, and report it."""
    _put_in_place(run)
    seconds, report = time.monotonic() - run.started, run.report
    log.info(summary(report.drawn, report.kept, run.folder.written, seconds, run.folder.size))
    if run.store.is_unwritable:
        log.info(
            "Không ghi được vào .cache (ổ đĩa đầy, hoặc thư mục chỉ đọc): trang vẫn dựng đủ, "
            "nhưng lần sau phải dựng lại từ đầu."
        )


def do_rest(run: Run, config: MkDocsConfig) -> Run:
    """Do the rest of a committed build as a change of its own, or nothing of it if the next build
    has begun; returns the run as it is then."""
    if run.rest.work is None:
        return run
    site = run.folder.site
    after = replace(run, folder=run.folder.keeping_all_but(SEARCH_INDEX), staging=new_staging(site))
    config.site_dir = str(after.staging)
    try:
        run.rest.work(after)
        _put_in_place(after)
    except SupersededError:
        run.store.undo()
    finally:
        shutil.rmtree(after.staging, ignore_errors=True)  # in place, or superseded
    return after


def drop(run: Run) -> None:
    """Drop what was built; the last site stays as it is."""
    run.store.abandon()
    shutil.rmtree(run.staging, ignore_errors=True)


def _put_in_place(run: Run) -> None:
    run.folder.settle(run.staging)
    journal = run.store.get(JOURNAL)
    if run.store.commit():
        if journal:
            run.store[JOURNAL] = journal  # lost if the store can only be kept in memory
        put_in_place(run.folder.site, run.store)
