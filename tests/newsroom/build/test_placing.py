"""What a build wrote comes into the site though it is cut off anywhere, and cut off again."""

import os
import shutil
import signal
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from newsroom.build import placing
from newsroom.build.placing import finish, new_staging, note, put_in_place, sweep
from newsroom.build.store import Store

Tree = dict[str, str]
OLD = {"a": "1", "b": "1", "di/mat": "1", "thu-muc/x": "1", "tep": "1"}
NEW = {"a": "2", "b": "2", "thu-muc": "2", "tep/y": "2"}
GONE = ["di/mat", "thu-muc/x"]
STEPS = ("replace", "rename", "unlink", "rmdir")


class Place:
    """A site, what a build has ready for it, and the store that says so."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.site, self.file = folder, folder / "site", folder / "kho.sqlite"

    def write(self, folder: Path, files: Tree) -> None:
        for name, text in files.items():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_text(text, encoding="utf-8")

    def make_ready(self) -> "Place":
        self.write(self.site, OLD)
        staging = new_staging(self.site)
        self.write(staging, NEW)
        store = Store(self.file)
        note(store, staging, GONE)
        store.close()
        return self

    def copied(self, folder: Path) -> "Place":
        shutil.copytree(self.folder, folder)
        return Place(folder)

    def tree(self) -> Tree:
        files = (path for path in self.site.rglob("*") if path.is_file())
        return {f.relative_to(self.site).as_posix(): f.read_text(encoding="utf-8") for f in files}

    def dies_at(self, step: int) -> bool:
        """Whether a process that finishes the build is killed before its step of that number."""
        child = os.fork()
        if child == 0:
            _die_at(step)
            finish(self.site, self.file)
            os._exit(0)
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == -signal.SIGKILL


def _die_at(step: int) -> None:
    left = [step]

    def counted(call: Callable[..., object]) -> Callable[..., object]:
        def made(*arguments: object, **options: object) -> object:
            left[0] -= 1
            if left[0] < 0:
                os.kill(os.getpid(), signal.SIGKILL)
            return call(*arguments, **options)

        return made

    for name in STEPS:
        setattr(os, name, counted(getattr(os, name)))


@pytest.fixture
def ready(tmp_path: Path) -> Place:
    return Place(tmp_path / "goc").make_ready()


def copies(ready: Place) -> Iterator[Place]:
    for number in range(1000):
        yield ready.copied(ready.folder.with_name(str(number)))


def assert_every_file_is_whole(tree: Tree) -> None:
    assert {name: text for name, text in tree.items()
            if text not in (OLD.get(name), NEW.get(name))} == {}  # fmt: skip


@pytest.mark.skipif(not hasattr(os, "fork"), reason="a process is forked to be killed")
def test_site_is_whole_though_its_building_and_then_its_mending_are_killed_at_any_step(
    ready: Place,
) -> None:
    fresh, kills = copies(ready), 0
    for step in range(1000):
        cut_off = next(fresh)
        if not cut_off.dies_at(step):
            break
        for later in range(1000):
            mended = cut_off.copied(next(fresh).folder.with_suffix(".2"))
            kills += 1
            died_again = mended.dies_at(later)
            assert_every_file_is_whole(mended.tree())
            finish(mended.site, mended.file)
            assert mended.tree() == NEW
            assert [path.name for path in mended.folder.glob(".site*")] == []
            shutil.rmtree(mended.folder)
            if not died_again:
                break
    assert kills > 40


@pytest.mark.skipif(sys.platform == "win32", reason="Windows raises signals in another way")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_interruption_waits_until_the_site_is_whole(
    ready: Place, number: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    def heard(*_: object) -> None:
        raise InterruptedError

    def move(*arguments: Path, move: Callable[..., None] = placing._move) -> None:
        signal.raise_signal(number)
        move(*arguments)

    monkeypatch.setattr(placing, "_move", move)
    before = signal.signal(number, heard)
    try:
        with pytest.raises(InterruptedError):
            finish(ready.site, ready.file)
    finally:
        signal.signal(number, before)

    assert ready.tree() == NEW


def test_file_that_is_held_is_left_for_the_end_and_for_the_next_time(
    ready: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    memory = Store(ready.file)
    monkeypatch.setattr(placing, "patiently", lambda step: step())
    held = PermissionError(13, "The process cannot access the file", "b")
    held.winerror = 32  # type: ignore[attr-defined]

    def replace(path: Path, target: Path, move: object = Path.replace) -> None:
        if target.name == "b":
            raise held
        move(path, target)  # type: ignore[operator]

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", replace)
        with pytest.raises(PermissionError):
            put_in_place(ready.site, memory)
    assert ready.tree() == {**NEW, "b": "1"}

    put_in_place(ready.site, memory)

    assert ready.tree() == NEW


@pytest.mark.skipif(sys.platform == "win32", reason="Windows asks for rights for a link")
def test_link_inside_the_site_leads_to_no_harm_elsewhere(tmp_path: Path) -> None:
    """As one from a cache that somebody else wrote."""
    place = Place(tmp_path / "goc")
    place.write(other := tmp_path / "khac", {"x": "của tôi", "index.html": "của tôi"})
    place.write(place.site, {"a": "1"})
    for name in ("lien-ket", "mat"):
        (place.site / name).symlink_to(other, target_is_directory=True)
    staging, memory = new_staging(place.site), Store(None)
    place.write(staging, {"lien-ket/index.html": "2"})
    note(memory, staging, ["mat/x"])

    put_in_place(place.site, memory)

    assert (other / "x").read_text(encoding="utf-8") == "của tôi"
    assert (other / "index.html").read_text(encoding="utf-8") == "của tôi"
    assert (place.site / "lien-ket" / "index.html").read_text(encoding="utf-8") == "2"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows asks for rights for a link")
def test_links_above_the_site_stay(tmp_path: Path) -> None:
    place = Place(tmp_path / "that").make_ready()
    (tmp_path / "lien-ket").symlink_to(place.folder, target_is_directory=True)

    finish(tmp_path / "lien-ket" / "site", place.file)

    assert (tmp_path / "lien-ket").is_symlink()
    assert place.tree() == NEW


def test_build_that_is_under_way_is_not_finished_by_others(ready: Place) -> None:
    store = Store(ready.file)

    finish(ready.site, ready.file)

    assert ready.tree() == OLD
    store.abandon()


def test_nothing_is_made_where_no_build_was(tmp_path: Path) -> None:
    finish(tmp_path / "site", tmp_path / "cache" / "kho.sqlite")

    assert list(tmp_path.iterdir()) == []


def test_what_killed_builds_left_is_swept_and_what_is_others_stays(tmp_path: Path) -> None:
    site, other = tmp_path / "site", tmp_path / ".site-newer"
    other.mkdir()
    new_staging(site)

    sweep(site)

    assert list(tmp_path.iterdir()) == [other]
