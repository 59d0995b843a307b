"""Opening a build: its store, its staging folder, and the survey of the disk."""

import os
import time
from functools import partial
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import BuildError
from mkdocs.plugins import get_plugin_logger

from newsroom.build.placing import new_staging, put_in_place, sweep
from newsroom.build.site_folder import SiteFolder
from newsroom.build.store import CACHE, BusyError, Store, store_file
from newsroom.catalogue.stamps import Stamps, changes_in
from newsroom.machine.processes import begin
from newsroom.pictures.library import Library
from newsroom.site.mkdocs.environment import code_digest
from newsroom.site.mkdocs.run import RUN, Run
from newsroom.site.mkdocs.settings import articles_dir, newsroom_of, project_dir

log = get_plugin_logger("newsroom")

CLEAN = "PORTAL_CLEAN"
"""The environment variable that makes a build start with an empty store."""
PATIENCE = 600.0
"""Seconds that a build waits for another build of the same site."""


def open_run(config: MkDocsConfig, last: Run | None, *, is_preview: bool) -> Run:
    """Begin a build: it writes into a new folder beside its site.

    last: the build before it in this process, which completed. The preview has a folder of its own
    that stays, so that it starts from where it was left.
    """
    store = last.store if last else _opened_store(config, is_preview=is_preview)
    site, code = _site(config, store, is_preview=is_preview), code_digest(config)
    site.parent.mkdir(parents=True, exist_ok=True)
    put_in_place(site, store)
    sweep(site)
    if not store.belongs_to(code):
        last = None
    if os.environ.get(CLEAN) and not last:
        store.clear()
    shelves = project_dir(config) / CACHE / "pictures"
    run = Run(
        store=store,
        folder=SiteFolder(site, store, last=last.folder if last else None),
        staging=new_staging(site),
        stamps=Stamps(store, last.stamps if last else None),
        library=Library(shelves, newsroom_of(config).photo_widths),
        code=code,
        is_preview=is_preview,
        shows_pages_first=is_preview and last is not None,
        started=time.monotonic(),
    )
    config.site_dir = str(run.staging)
    config.extra[RUN] = run
    _look(run, articles_dir(config))
    if store.was_damaged:
        log.info("Không dùng bộ nhớ đệm ở .cache vì nó hỏng hoặc của bản khác; dựng lại từ đầu.")
        store.was_damaged = False
    return run


def _look(run: Run, articles: Path) -> None:
    """Begin to survey the disk, in two processes: one for the articles folder and the smaller part
    of the site, the other for the larger part."""
    look, looks = partial(changes_in, articles, run.stamps.then), run.folder.looks
    run.stamps.look, *smaller = begin(look, *looks[1:])
    run.folder.looks = begin(*looks[:1]) + smaller


def _site(config: MkDocsConfig, store: Store, *, is_preview: bool) -> Path:
    stays = is_preview and store.file and not store.is_unwritable
    return project_dir(config) / CACHE / "preview" if stays else Path(config.site_dir)


def _opened_store(config: MkDocsConfig, *, is_preview: bool) -> Store:
    project = project_dir(config)
    if is_preview:
        return _preview_store(project)
    file = store_file(project, Path(config.site_dir))
    try:
        return Store(file)
    except BusyError:
        log.info("Một lần dựng khác đang chạy; chờ lần ấy xong.")
    try:
        return Store(file, patience=PATIENCE)
    except BusyError:
        raise BuildError("Một lần dựng khác vẫn đang chạy. Hãy đợi nó xong rồi dựng lại.") from None


def _preview_store(project: Path) -> Store:
    try:
        return Store(project / CACHE / "preview.sqlite")
    except BusyError:
        log.info("Một cửa sổ xem thử khác đang mở; cửa sổ này dựng trang riêng của mình.")
        return Store(None)
