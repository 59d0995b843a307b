"""A session: one build, what it remembers of the last one, and what its hooks tell each other."""

import os
import shutil
import time
from collections.abc import Callable, Mapping, Set
from dataclasses import dataclass, field
from functools import cached_property, partial
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import BuildError
from mkdocs.plugins import get_plugin_logger
from mkdocs.structure.nav import Navigation

from newsroom.build.placing import JOURNAL, new_staging, put_in_place, sweep
from newsroom.build.site_folder import Outputs
from newsroom.build.store import CACHE, BusyError, Store, store_file
from newsroom.catalogue.catalogue import Catalogue
from newsroom.catalogue.opened import OpenArticles
from newsroom.catalogue.records import PUBLIC, Record
from newsroom.catalogue.redirects import Redirect
from newsroom.catalogue.stamps import Known, Stamps, changes_in
from newsroom.content.problem import Problem
from newsroom.machine.processes import begin
from newsroom.site.mkdocs.settings import articles_dir, project_dir
from newsroom.site.pages.shown import IndexNote, Media
from newsroom.site.run.progress import summary

log = get_plugin_logger("newsroom")

SESSION = "newsroom_session"
"""Where `extra` holds the session."""
CLEAN = "PORTAL_CLEAN"
"""The variable of the environment by which a build forgets what earlier ones remembered."""
_PATIENCE = 600.0
"""Seconds that a build waits for another one of the same site."""


class SupersededError(Exception):
    """The rest of a build is left to the next one."""


@dataclass
class Session:
    """The state of one build. Its hooks fill it in their order."""

    store: Store
    outputs: Outputs
    stamps: Stamps
    staging: Path
    is_preview: bool
    code: bytes = b""
    """The digest of the code, once it was asked for."""
    started: float = field(default_factory=time.monotonic)
    records: dict[str, Record] = field(default_factory=dict)
    """Every article that this build shows, in the preview at least, by its path below the
    articles folder."""
    before: dict[str, Record] = field(default_factory=dict)
    """The same of the last build; none where that read by other rules."""
    open: OpenArticles = field(default_factory=OpenArticles)
    known: Callable[[str], Known | None] = field(default=lambda path: None)
    """What is known of a file of the articles folder."""
    media: dict[str, Media] = field(default_factory=dict)
    """The files that articles show, by their address."""
    catalogue: Catalogue = field(default_factory=lambda: Catalogue.of([]))
    indexes: list[IndexNote] = field(default_factory=list)
    redirects: Mapping[str, Redirect] = field(default_factory=dict)
    """The pages at old addresses, by the file that each is."""
    problems: tuple[Problem, ...] = ()
    nav: Navigation = field(default_factory=lambda: Navigation([], []))
    rendered: int = 0
    reused: int = 0
    shows_pages_first: bool = False
    """Whether somebody waits for the pages, who may have the search a moment later."""
    rest: Callable[[], None] | None = None
    """What is left to be done after the pages are in place."""
    is_superseded: bool = False
    """Whether the next build waits, and what is left is its affair."""

    @cached_property
    def hidden(self) -> list[Record]:
        """The articles that residents cannot read at this moment, the newest first."""
        hidden = [record for record in self.records.values() if record.publication != PUBLIC]
        return sorted(hidden, key=lambda record: (-record.entry.time, record.entry.uri))

    def look(self, folder: Path) -> None:
        """Begin to look at the disk: at the articles folder and then at the smaller part of the
        site, and beside these at the larger one."""
        look, looks = partial(changes_in, folder, self.stamps.then), self.outputs.looks
        self.stamps.look, *smaller = begin(look, *looks[1:])
        self.outputs.looks = begin(*looks[:1]) + smaller

    @cached_property
    def by_uri(self) -> dict[str, Record]:
        """The articles by their address."""
        return {record.entry.uri: record for record in self.records.values()}

    @cached_property
    def changed(self) -> Set[str]:
        """The paths of the articles that came, went or are others than at the last build."""
        now, then = self.records, self.before
        if now is then:
            return frozenset()
        return {path for path in now.keys() | then.keys() if now.get(path) != then.get(path)}

    def commit(self) -> None:
        """Put what was built in the site's place."""
        self._put_in_place()
        seconds = time.monotonic() - self.started
        log.info(
            summary(self.rendered, self.reused, self.outputs.written, seconds, self.outputs.size)
        )
        if self.store.is_unwritable:
            log.info(
                "Không ghi được vào .cache (ổ đĩa đầy, hoặc thư mục chỉ đọc): trang vẫn dựng đủ, "
                "nhưng lần sau phải dựng lại từ đầu."
            )

    def finish(self, config: MkDocsConfig) -> None:
        """Do the rest of a build that was committed, as a change of its own; nothing of it where
        the next build came first."""
        if self.rest is None:
            return
        self.outputs = self.outputs.without_pages()
        self.staging = new_staging(self.outputs.site)
        config.site_dir = str(self.staging)
        try:
            self.rest()
        except SupersededError:
            self.store.undo()
            shutil.rmtree(self.staging)
        else:
            self._put_in_place()
        self.rest = None

    def go_on(self) -> None:
        """Raise SupersededError where the next build waits."""
        if self.is_superseded:
            raise SupersededError

    def _put_in_place(self) -> None:
        self.outputs.settle(self.staging)
        journal = self.store.get(JOURNAL)
        if self.store.commit():
            if journal:
                self.store[JOURNAL] = journal  # a store that cannot be written forgets it
            put_in_place(self.outputs.site, self.store)


def session_of(config: MkDocsConfig) -> Session:
    """The session of the build that has this configuration."""
    session = config.extra.get(SESSION)
    if not isinstance(session, Session):
        raise TypeError("no build has been opened")
    return session


def open_session(config: MkDocsConfig, last: Session | None, *, is_preview: bool) -> Session:
    """Begin a build: it writes into a new folder beside its site.

    `last` is the build before it in this process, which completed. The preview has a folder of its
    own that stays, so that it starts from where it was left.
    """
    project = project_dir(config)
    site = Path(config.site_dir)
    if last:
        store = last.store
    else:
        store = _preview_store(project) if is_preview else _store(store_file(project, site))
    if is_preview and store.file and not store.is_unwritable:
        site = project / CACHE / "preview"
    if os.environ.get(CLEAN) and not last:
        store.clear()
    site.parent.mkdir(parents=True, exist_ok=True)
    put_in_place(site, store)
    sweep(site)
    staging = new_staging(site)
    config.site_dir = str(staging)
    session = Session(
        store,
        Outputs(site, store, last=last.outputs if last else None),
        Stamps(store, last.stamps if last else None),
        staging,
        is_preview,
        shows_pages_first=is_preview and last is not None,
    )
    session.look(articles_dir(config))
    config.extra[SESSION] = session
    if store.was_damaged:
        log.info("Không dùng bộ nhớ đệm ở .cache vì nó hỏng hoặc của bản khác; dựng lại từ đầu.")
        store.was_damaged = False
    return session


def _store(file: Path) -> Store:
    try:
        return Store(file)
    except BusyError:
        log.info("Một lần dựng khác đang chạy; chờ lần ấy xong.")
    try:
        return Store(file, patience=_PATIENCE)
    except BusyError:
        raise BuildError("Một lần dựng khác vẫn đang chạy. Hãy đợi nó xong rồi dựng lại.") from None


def _preview_store(project: Path) -> Store:
    try:
        return Store(project / CACHE / "preview.sqlite")
    except BusyError:
        log.info("Một cửa sổ xem thử khác đang mở; cửa sổ này dựng trang riêng của mình.")
        return Store(None)
