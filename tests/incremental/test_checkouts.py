"""A checkout gives every source a new time; what the last build left is used all the same."""

import os
import shutil
from pathlib import Path

import pytest
from sites import Project, assert_same, messages_of, png
from trees import changed

from newsroom.catalogue import stamps

LATER = 1_700_000_000


def check_out(project: Project) -> None:
    """Give the sources the times of a fresh checkout, as `git clone` does."""
    for file in project.folder.rglob("*"):
        if file.is_file() and not file.is_relative_to(project.site):
            os.utime(file, (LATER, LATER))


def test_project_that_was_brought_back_is_built_from_what_another_process_left(
    project: Project,
) -> None:
    """As every test here relies on."""
    left = project.stamps()

    done = project.run()

    assert "Đã dựng 0 trang" in done.stderr
    assert project.stamps() == left


def test_only_new_times_draw_and_copy_nothing(project: Project) -> None:
    left = project.stamps()
    check_out(project)

    with messages_of(20) as records:
        found = project.publish()

    assert project.stamps() == left
    assert "Đã dựng 0 trang" in records[-1].getMessage()
    assert "ghi 0 tệp" in records[-1].getMessage()
    assert_same(found, project.clean())


def test_site_and_memory_serve_a_clone_as_a_cache_of_workflows_brings_them_back(
    project: Project, tmp_path: Path
) -> None:
    """Some archives keep whole seconds only."""
    for file in project.site.rglob("*"):
        os.utime(file, (file.stat().st_atime, int(file.stat().st_mtime)))
    with project.elsewhere() as clone:
        check_out(clone)
        for name in (".cache", "site"):
            shutil.copytree(project.folder / name, clone.folder / name)
        left = clone.stamps()
        clone.publish()

        assert {name for name in changed(left, clone.stamps()) if "/tin/" in f"/{name}"} == set()


def test_picture_of_the_same_length_is_another_one(project: Project) -> None:
    picture = project.folder / "articles" / "2023" / "images" / "a.png"
    other = png(5)
    assert len(other) == len(picture.read_bytes())
    before = project.tree()
    picture.write_bytes(other)
    check_out(project)

    found = project.publish()

    assert_same(found, project.clean())
    assert any(name.startswith("anh/") for name in changed(before, found.tree))


def test_warm_build_reads_only_files_with_another_stamp(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[str] = []
    whole = stamps.content_of

    def content_of(file: Path, stamp: tuple[int, int]) -> bytes:
        read.append(file.name)
        return whole(file, stamp)

    monkeypatch.setattr(stamps, "content_of", content_of)
    then = dict(stamps.changes_in(project.folder / "articles", {}).came)
    assert sorted(read) == ["a.png", "b.png", "ke-hoach.pdf"]
    read.clear()
    (project.folder / "articles" / "2023" / "images" / "b.png").write_bytes(png(9))

    came, went = stamps.changes_in(project.folder / "articles", then)

    assert (read, list(came), went) == (["b.png"], ["2023/images/b.png"], set())


def test_file_that_cannot_be_read_is_known_by_its_stamp(tmp_path: Path) -> None:
    assert stamps.content_of(tmp_path / "mat.png", (3, 4)) == b"3 4"
