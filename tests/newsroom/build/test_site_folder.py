"""Only what changed is put in place, from wherever a build was cut off."""

import os
import shutil
import sys
from pathlib import Path

import pytest

from newsroom.build.placing import put_in_place
from newsroom.build.site_folder import SiteFolder
from newsroom.build.survey import Entry
from newsroom.build.table import Table

Tree = dict[str, str]
MANY = "search/*.bin"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return tmp_path / "site"


def write(folder: Path, files: Tree) -> None:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")


def tree(folder: Path) -> Tree:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {f.relative_to(folder).as_posix(): f.read_text(encoding="utf-8") for f in files}


def staged(site: Path, memory: dict[str, bytes], files: Tree) -> SiteFolder:
    """A build that makes each file from its own text; those that stay are not written."""
    folder, staging = SiteFolder(site, memory), site.parent / ".site-new-1"
    folder.forget_lost()
    staging.mkdir()
    many = {name: text for name, text in files.items() if name.endswith(".bin")}
    key = repr(many).encode()
    if folder.is_made_from(MANY, key):
        folder.keep([MANY])
    else:
        write(staging, many)
        folder.drawn(MANY, key)
    for name, text in files.items() - many.items():
        if folder.is_made_from(name, text.encode()):
            folder.keep([name])
        else:
            write(staging, {name: text})
            folder.drawn(name, text.encode())
    folder.settle(staging)
    return folder


def build(site: Path, memory: dict[str, bytes], files: Tree) -> int:
    """Build and put in place; how many files were written."""
    folder = staged(site, memory, files)
    put_in_place(site, memory)
    assert not (site.parent / ".site-new-1").exists()
    return folder.written


def test_site_follows_every_build_and_only_what_changed_is_written(site: Path) -> None:
    memory: dict[str, bytes] = {}
    builds: list[tuple[Tree, int]] = [
        ({"a": "1", "x/b": "2"}, 2),
        ({"a": "1", "x/b": "3"}, 1),
        ({"a": "1", "x/b": "3"}, 0),
        ({"a": "1"}, 0),
        ({"a/b": "1"}, 1),
        ({"a": "4", "c": "5"}, 2),
        ({}, 0),
    ]
    for files, written in builds:
        assert build(site, memory, files) == written
        assert tree(site) == files
        assert sorted(p.name for p in site.iterdir()) == sorted({n.split("/")[0] for n in files})


LINK = pytest.param(
    "a link",
    marks=pytest.mark.skipif(sys.platform == "win32", reason="Windows asks for rights for a link"),
)
HARMS = ["other text", "gone", "another file", "empty folder", "no site", "no search", LINK]


@pytest.mark.parametrize("harm", HARMS)
def test_site_that_was_changed_by_others_is_put_right(site: Path, harm: str) -> None:
    memory: dict[str, bytes] = {}
    files = {"a": "1", "x/b": "2", "search/a.bin": "3", "search/x/index.json": "4"}
    build(site, memory, files)
    if harm == "other text":
        write(site, {"a": "khác"})
    elif harm == "gone":
        (site / "x" / "b").unlink()
    elif harm == "another file":
        write(site, {"x/c": "lạ"})
    elif harm == "empty folder":
        (site / "rong").mkdir()
    elif harm == "no search":
        shutil.rmtree(site / "search")
        write(site, {"search": "lạ"})
    elif harm == "a link":
        (site / "search").rename(site.with_name("khac"))
        (site / "search").symlink_to(site.with_name("khac"))
    else:
        site.rename(site.with_name("mat"))

    build(site, memory, files)

    assert tree(site) == files
    assert not (site / "rong").exists()
    assert not (site / "search").is_symlink()


def test_file_that_is_written_though_it_is_the_same_is_left_alone(site: Path) -> None:
    memory: dict[str, bytes] = {}
    build(site, memory, {"a": "1"})
    before = (site / "a").stat()
    folder, staging = SiteFolder(site, memory), site.parent / ".site-new-1"
    write(staging, {"a": "1"})
    folder.settle(staging)
    put_in_place(site, memory)

    assert folder.written == 0
    assert (site / "a").stat().st_ino == before.st_ino
    assert SiteFolder(site, memory).is_made_from("a", b"")


def test_file_that_nobody_remembers_is_left_alone_where_it_is_the_same(site: Path) -> None:
    files = {"a": "1", "x/b": "2", "search/x.bin": "3"}
    build(site, {}, files)
    before = {name: (site / name).stat().st_ino for name in files}

    assert build(site, {}, {**files, "a": "4"}) == 1

    assert tree(site) == {**files, "a": "4"}
    assert {name: (site / name).stat().st_ino for name in ("x/b", "search/x.bin")} == {
        name: before[name] for name in ("x/b", "search/x.bin")
    }


@pytest.mark.parametrize(("later", "stays"), [(0, True), (1, False), (-1, False)])
def test_site_from_an_archive_that_keeps_whole_seconds_is_known_again(
    site: Path, later: int, stays: bool
) -> None:
    memory: dict[str, bytes] = {}
    build(site, memory, {"a": "1"})
    seconds = (site / "a").stat().st_mtime_ns // 10**9 + later
    os.utime(site / "a", (seconds, seconds))

    assert SiteFolder(site, memory).forget_lost() is not stays


@pytest.mark.parametrize("steps", range(4))
def test_putting_in_place_goes_on_where_it_was_cut_off(
    site: Path, steps: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    memory: dict[str, bytes] = {}
    build(site, memory, {"a": "1", "b": "1", "c": "1", "d": "1"})
    after = {"a": "2", "b": "2", "c": "2"}
    staged(site, memory, after)
    rest = [True] * steps

    def replace(path: Path, target: Path, move: object = Path.replace) -> None:
        if not rest:
            raise KeyboardInterrupt
        rest.pop()
        move(path, target)  # type: ignore[operator]

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", replace)
        if steps < 3:
            with pytest.raises(KeyboardInterrupt):
                put_in_place(site, memory)

    put_in_place(site, memory)
    put_in_place(site, memory)

    assert tree(site) == after


def test_product_of_many_files_is_drawn_by_difference(site: Path) -> None:
    memory: dict[str, bytes] = {}
    build(site, memory, {"a": "1", "search/x.bin": "1", "search/y.bin": "1", "search/z.bin": "1"})
    folder, staging = SiteFolder(site, memory), site.parent / ".site-new-1"
    assert folder.has_all(MANY)
    folder.keep(["a", MANY])
    folder.drop("search/y.bin")
    write(staging, {"search/z.bin": "2"})
    folder.drawn(MANY, b"other")
    folder.settle(staging)
    put_in_place(site, memory)

    assert tree(site) == {"a": "1", "search/x.bin": "1", "search/z.bin": "2"}
    assert SiteFolder(site, memory).is_made_from(MANY, b"other")


def test_product_of_many_files_that_is_renewed_loses_those_not_written(site: Path) -> None:
    memory: dict[str, bytes] = {}
    build(site, memory, {"a": "1", "search/x.bin": "1", "search/y.bin": "1"})
    folder, staging = SiteFolder(site, memory), site.parent / ".site-new-1"
    folder.keep(["a", MANY])
    folder.renew(MANY)
    write(staging, {"search/y.bin": "1"})
    folder.settle(staging)
    put_in_place(site, memory)

    assert tree(site) == {"a": "1", "search/y.bin": "1"}


def test_product_of_many_files_that_lost_one_is_not_known(site: Path) -> None:
    memory: dict[str, bytes] = {}
    build(site, memory, {"a": "1", "search/x.bin": "1", "search/y.bin": "1"})
    (site / "search" / "x.bin").unlink()
    folder = SiteFolder(site, memory)
    assert folder.forget_lost()

    assert not folder.has_all(MANY)


def test_forged_entry_that_leads_elsewhere_takes_no_build_along(site: Path) -> None:
    memory: dict[str, bytes] = {}
    build(site, memory, {"a": "1"})
    write(site.parent, {"x": "của tôi"})
    left = Table[Entry](memory, "manifest", Entry)
    left.put("../x", (b"", 1, 1))
    left.save()

    build(site, memory, {"a": "2"})

    assert tree(site) == {"a": "2"}
    assert (site.parent / "x").exists()
