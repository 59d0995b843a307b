"""The preview rebuilds in one process: after every edit it shows what a fresh preview shows."""

import shutil
import signal
import socket
import sys
import tempfile
import threading
import time
import urllib.request
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import lru_cache
from typing import NamedTuple, Protocol

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.config_options import Hooks
from mkdocs.config.defaults import MkDocsConfig
from processes import PATIENCE
from sites import Project, moment, warnings_of
from trees import Tree, differences, tree_of

from newsroom.site.mkdocs.run import Rest
from newsroom.site.pages.search_update import SearchUpdate
from newsroom.site.run.builds import FINISHING

_SOME = 1
"""Files after which a search that is held back waits."""
ADDRESS = "http://127.0.0.1:8000/"


class Rebuild(Protocol):
    """What `preview` gives."""

    def __call__(self, *, awaited: bool = True) -> tuple[Tree, list[str]]:
        """Rebuild, and wait for the search too; the preview's files and the warnings."""


@contextmanager
def preview(project: Project) -> Iterator[Rebuild]:
    """Rebuilds as mkdocs.commands.serve does: hooks are loaded and started once, the
    configuration is read anew each time, the folder stays."""
    folder = tempfile.mkdtemp(prefix="mkdocs_")
    load_hook = lru_cache(maxsize=None)(Hooks._load_hook.__wrapped__)

    def config() -> MkDocsConfig:
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(Hooks, "_load_hook", load_hook)
            return load_config(str(project.write_settings()), site_dir=folder)

    first = config()
    first.plugins.on_startup(command="serve", dirty=False)

    def rebuild(*, awaited: bool = True) -> tuple[Tree, list[str]]:
        with moment(project.moment), warnings_of(project.folder) as told:
            rebuilt = config()
            rebuilt.site_url = ADDRESS
            build(rebuilt, serve_url=ADDRESS)
            if awaited:
                await_search()
        return tree_of(project.cache / "newsroom" / "preview"), sorted(told)

    try:
        yield rebuild
    finally:
        first.plugins.on_shutdown()
        shutil.rmtree(folder)


def await_search() -> None:
    """The search of a rebuilt preview follows its pages in a thread of its own."""
    for thread in threading.enumerate():
        if thread.name == FINISHING:
            thread.join()


def assert_as_fresh(found: tuple[Tree, list[str]], project: Project) -> None:
    """Hold a rebuilt preview to one that was just started elsewhere."""
    with project.elsewhere() as other, preview(other) as rebuild:
        tree, warnings = rebuild()
    assert differences(found[0], tree) == []
    assert found[1] == warnings


def assert_tree_as_fresh(tree: Tree, project: Project) -> None:
    """The same without the warnings."""
    with project.elsewhere() as other, preview(other) as rebuild:
        assert differences(tree, rebuild()[0]) == []


def _edits(project: Project) -> Iterator[str]:
    """One edit after another, each named."""
    project.save("cau", body="Khác.\n\nXem [nháp](nhap.md).")
    yield "a body with a link to a draft"
    project.save("moi", title="Mới", date="2023-06-09", category="tin", tags="[mới]")
    yield "a new article"
    project.save("moi", draft="true")
    yield "the new article a draft"
    project.save("nhap", title="Nháp khác", body="Xem [mới](moi.md).")
    yield "a draft"
    project.save("nhap", draft=None)
    yield "a draft published"
    project.save("den", category="tinn")
    yield "a fault"
    project.save("den", category="tin", image="images/b.png", image_alt="Đèn")
    yield "the fault mended"
    project.remove("moi")
    yield "an article deleted"
    project.write("docs/trang.md", "# Trang mới\n")
    yield "a new page"
    project.newsroom["per_page"] = 2
    yield "the settings"
    name = "docs/overrides/newsroom/partials/article_foot.html"
    project.write(name, "<footer>khác</footer>")
    yield "a template"
    project.moment += 86_400
    yield "the next day"


def test_every_rebuild_shows_what_a_fresh_preview_shows(unbuilt: Project) -> None:
    with preview(unbuilt) as rebuild:
        assert_as_fresh(rebuild(), unbuilt)
        for _ in _edits(unbuilt):
            assert_as_fresh(rebuild(), unbuilt)


def test_preview_starts_from_where_it_was_left(unbuilt: Project) -> None:
    with preview(unbuilt) as rebuild:
        rebuild()
    unbuilt.save("cau", title="Cầu khác")
    with preview(unbuilt) as rebuild:
        assert_as_fresh(rebuild(), unbuilt)


def test_preview_whose_folder_others_took_away_is_whole_after_a_rebuild(unbuilt: Project) -> None:
    with preview(unbuilt) as rebuild:
        rebuild()
        shutil.rmtree(unbuilt.cache / "newsroom" / "preview")
        unbuilt.save("cau", title="Cầu khác")
        assert_as_fresh(rebuild(), unbuilt)


def test_pages_of_a_rebuild_are_in_place_before_its_search(
    unbuilt: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    with preview(unbuilt) as rebuild:
        before, _ = rebuild()
        unbuilt.save("cau", title="Cầu khác")
        with held_back(monkeypatch) as held:
            pages, _ = rebuild(awaited=False)
            held.shown.set()
            after = finished(unbuilt)

    assert search_of(pages) == search_of(before) != search_of(after)
    assert {**pages, **search_of(after)} == after
    assert_tree_as_fresh(after, unbuilt)


def test_rebuild_does_not_wait_for_the_search_of_the_one_before(
    unbuilt: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    with preview(unbuilt) as rebuild:
        before, _ = rebuild()
        with held_back(monkeypatch) as held:
            unbuilt.save("cau", title="Cầu khác")
            rebuild(awaited=False)
            unbuilt.remove("den")
            pages, _ = rebuild(awaited=False)
            held.shown.set()
            after = finished(unbuilt)

    assert search_of(pages) == search_of(before)
    assert_tree_as_fresh(after, unbuilt)
    assert 0 < max(held.steps.values()) < len(search_of(before)) / 2


def test_preview_that_ends_leaves_its_search_to_the_next_one(
    unbuilt: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    with held_back(monkeypatch), preview(unbuilt) as rebuild:
        rebuild()
        unbuilt.save("cau", title="Cầu khác")
        rebuild(awaited=False)
    with preview(unbuilt) as rebuild:
        assert_as_fresh(rebuild(), unbuilt)


@pytest.mark.parametrize("is_restarted", [False, True])
def test_search_that_failed_follows_with_the_next_rebuild(
    unbuilt: Project,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
    is_restarted: bool,
) -> None:
    with preview(unbuilt) as rebuild:
        rebuild()
        unbuilt.save("cau", title="Cầu khác")
        with monkeypatch.context() as patch:
            patch.setattr(SearchUpdate, "_write", _fail_after_one)
            rebuild()
        assert "chưa cập nhật được phần tìm kiếm (đĩa đầy)" in caplog.text
        if not is_restarted:
            assert_as_fresh(rebuild(), unbuilt)
    with preview(unbuilt) as rebuild:
        assert_as_fresh(rebuild(), unbuilt)


def _fail_after_one(update: SearchUpdate, changes: Iterable[tuple[str, bytes | None]]) -> None:
    next(iter(changes))
    raise OSError("đĩa đầy")


class HeldBack(NamedTuple):
    """Searches of rebuilds that wait, with some files written, for the next build or `shown`."""

    shown: threading.Event
    steps: Counter[int]
    """How many files of each search were made."""


@contextmanager
def held_back(monkeypatch: pytest.MonkeyPatch) -> Iterator[HeldBack]:
    """Hold searches back."""
    held, go_on = HeldBack(threading.Event(), Counter()), Rest.go_on

    def go_on_later(rest: Rest) -> None:
        held.steps[id(rest)] += 1
        for _ in range(3000 if rest.work and held.steps[id(rest)] > _SOME else 0):
            if rest.is_superseded or held.shown.wait(0.01):
                break
        go_on(rest)

    with monkeypatch.context() as patch:
        patch.setattr(Rest, "go_on", go_on_later)
        yield held


def finished(project: Project) -> Tree:
    """The preview once its search has followed."""
    await_search()
    return tree_of(project.cache / "newsroom" / "preview")


def search_of(tree: Tree) -> Tree:
    """The files of the search."""
    return {path: content for path, content in tree.items() if path.startswith("search/")}


def test_preview_has_drafts_and_the_build_after_it_has_none(project: Project) -> None:
    before, stamps = project.tree(), project.stamps()
    with preview(project) as rebuild:
        assert "tin/2023/12/nhap/index.html" in rebuild()[0]
    assert (project.tree(), project.stamps()) == (before, stamps)

    assert project.publish().tree == before == project.clean().tree


def test_build_beside_a_running_preview_disturbs_neither(project: Project) -> None:
    with preview(project) as rebuild:
        rebuild()
        project.save("cau", title="Cầu khác")
        assert differences(project.publish().tree, project.clean().tree) == []
        assert_as_fresh(rebuild(), project)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows knows no Ctrl+C for a child")
def test_mkdocs_serve_shows_an_edit(unbuilt: Project) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    unbuilt.settings["watch"] = ["articles"]
    with unbuilt.start("serve", "--dev-addr", f"127.0.0.1:{port}") as server:
        address = f"http://127.0.0.1:{port}/tin/2023/12/nhap/"
        wait_until(address, "Chỉ hiện khi xem thử")
        unbuilt.save("nhap", title="Nháp đã sửa")
        wait_until(address, "Nháp đã sửa")
        server.send_signal(signal.SIGINT)
        said = server.communicate(timeout=PATIENCE)[0]
    assert "Traceback" not in said


def wait_until(address: str, word: str) -> None:
    """Ask for the page until it has the word."""
    for _ in range(300):
        time.sleep(0.1)
        try:
            with urllib.request.urlopen(address, timeout=5) as answer:  # noqa: S310
                if word in answer.read().decode():
                    return
        except OSError:
            continue
    raise AssertionError(f"{address} never had: {word}")
