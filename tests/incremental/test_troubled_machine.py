"""A machine in trouble: the last site stays, and one Vietnamese sentence says what to do."""

import sqlite3
from pathlib import Path

import pytest
from sites import Project, assert_same, messages_of

from newsroom.build.store import Store

HOOK = "hooks/gap_su_co.py"
FAULTS = {
    "full": ("OSError(28, 'No space left on device', '/o/dia/trang.html')", "Ổ đĩa đã đầy"),
    "closed": ("PermissionError(13, 'Permission denied', '/o/dia/trang.html')", "Không có quyền"),
    "no memory": ("MemoryError()", "Máy không còn đủ bộ nhớ"),
}


def let_fail(project: Project, event: str, fault: str) -> None:
    """Let the machine get into that trouble at that event."""
    project.write(HOOK, f"def {event}(*_, **__):\n    raise {fault}\n")
    project.settings["hooks"].append(HOOK)


@pytest.mark.parametrize("event", ["on_files", "on_post_page", "on_post_build"])
@pytest.mark.parametrize("kind", FAULTS)
def test_build_tells_of_the_trouble_in_one_sentence_and_the_last_site_stays(
    project: Project, kind: str, event: str
) -> None:
    before = project.tree()
    project.save("cau", title="Cầu mới")
    fault, sentence = FAULTS[kind]
    let_fail(project, event, fault)

    outcome = project.publish()

    assert sentence in outcome.aborted
    assert "Trang của lần dựng trước vẫn nguyên." in outcome.aborted
    assert outcome.tree == before
    assert project.left_beside() == []


def test_command_of_a_build_in_trouble_shows_no_traceback(project: Project) -> None:
    let_fail(project, "on_post_page", FAULTS["full"][0])

    finished = project.run()

    assert finished.returncode == 1
    assert "Ổ đĩa đã đầy, chưa ghi được “/o/dia/trang.html”." in finished.stdout
    assert "Traceback" not in finished.stdout + finished.stderr


def test_site_that_cannot_be_put_in_place_is_told_and_finished_by_the_next_build(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    project.save("cau", title="Cầu mới")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device", "site/index.html")

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", full)
        outcome = project.publish()

    assert "Ổ đĩa đã đầy, chưa ghi được “site/index.html”." in outcome.aborted
    assert "lần dựng sau tự làm nốt" in outcome.aborted
    assert_same(project.publish(), project.clean())
    assert project.left_beside() == []


def test_cache_without_room_is_done_without(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The store's file may not grow, as on a disk that is full."""
    project.save("cau", title="Cầu mới", body="Dài. " * 20_000)

    def open_in_little_room(self: Store, name: str, really: object = Store._open) -> None:
        really(self, name)  # type: ignore[operator]
        if name != ":memory:":
            self._connection.execute("PRAGMA max_page_count = 1")

    with monkeypatch.context() as patch, messages_of(20) as told:
        patch.setattr(Store, "_open", open_in_little_room)
        assert_same(project.publish(strict=True), project.clean(strict=True))

    assert any("Không ghi được vào .cache" in record.getMessage() for record in told)
    assert_same(project.publish(strict=True), project.clean(strict=True))
    assert project.left_beside() == []


def test_cache_that_another_program_locks_is_told_after_a_while(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = project.tree()
    (file,) = project.cache.rglob("*.sqlite")
    monkeypatch.setattr("newsroom.site.run.opening.PATIENCE", 0.01)
    with sqlite3.connect(file, isolation_level=None) as other:
        other.execute("BEGIN IMMEDIATE")
        outcome = project.publish()
        other.execute("ROLLBACK")
    other.close()

    assert outcome.aborted
    assert "Một lần dựng khác vẫn đang chạy" in "".join(outcome.warnings)
    assert outcome.tree == before
