"""Trouble of the machine is waited for where it may pass, and explained in a sentence where not."""

import errno
from collections.abc import Callable
from pathlib import Path

import pytest

from newsroom.content import source
from newsroom.content.source import write_atomically
from newsroom.machine.trouble import explanation_of, patiently


def held(name: str | None = None) -> PermissionError:
    """What Windows raises for a file that Word has open."""
    fault = PermissionError(errno.EACCES, "The process cannot access the file", name)
    fault.winerror = 32  # type: ignore[attr-defined]
    return fault


def failing(times: int, fault: OSError) -> Callable[[], str]:
    left = [fault] * times

    def act() -> str:
        if left:
            raise left.pop()
        return "xong"

    return act


def test_file_that_is_held_for_a_moment_is_waited_for() -> None:
    waited: list[float] = []

    assert patiently(failing(7, held()), waited.append) == "xong"
    assert sum(waited) == pytest.approx(0.7)


def test_file_that_stays_held_is_given_up_after_two_seconds() -> None:
    waited: list[float] = []
    with pytest.raises(PermissionError):
        patiently(failing(99, held()), waited.append)

    assert sum(waited) == pytest.approx(2)


def test_other_faults_are_not_waited_for() -> None:
    with pytest.raises(OSError, match="đầy"):
        patiently(failing(1, OSError(errno.ENOSPC, "đầy")), lambda _: pytest.fail("waits"))


@pytest.mark.parametrize(
    ("fault", "said"),
    [
        (held("bai.md"), "đang mở tệp “bai.md”. Hãy đóng tệp ấy trong Word, Zalo, OneDrive"),
        (OSError(errno.ENOSPC, "No space left", "site"), "Ổ đĩa đã đầy, chưa ghi được “site”."),
        (OSError(errno.ENOSPC, "No space left"), "Ổ đĩa đã đầy, chưa ghi được."),
        (OSError(errno.EROFS, "Read-only file system", "a"), "Không có quyền đọc hay ghi “a”."),
        (PermissionError(errno.EACCES, "denied", "a"), "Không có quyền đọc hay ghi “a”."),
        (MemoryError(), "Máy không còn đủ bộ nhớ."),
    ],
)  # fmt: skip
def test_trouble_is_told_with_the_file_and_the_cure(fault: BaseException, said: str) -> None:
    sentence = explanation_of(fault)

    assert sentence
    assert said in sentence
    assert "Hãy" in sentence
    assert fault.args[1:2] == () or fault.args[1] not in sentence


@pytest.mark.parametrize("fault", [ValueError("x"), FileNotFoundError(errno.ENOENT, "x", "y")])
def test_error_of_the_program_is_no_trouble_of_the_machine(fault: Exception) -> None:
    assert explanation_of(fault) is None


def test_article_that_word_holds_is_written_once_it_is_closed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (file := tmp_path / "bai.md").write_bytes(b"cu")
    faults = [held(), held()]
    monkeypatch.setattr(source, "patiently", lambda act: patiently(act, lambda _: None))

    def replace(path: Path, target: Path, move: Callable[..., None] = Path.rename) -> None:
        if faults:
            raise faults.pop()
        move(path, target)

    monkeypatch.setattr(Path, "replace", replace)
    write_atomically(file, b"moi")

    assert file.read_bytes() == b"moi"
    assert list(tmp_path.iterdir()) == [file]


def test_fault_names_the_file_that_staff_know(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def replace(path: Path, target: Path) -> None:
        raise PermissionError(errno.EACCES, "Permission denied", str(path), None, str(target))

    monkeypatch.setattr(Path, "replace", replace)
    with pytest.raises(PermissionError) as raised:
        write_atomically(tmp_path / "bai.md", b"moi")

    assert f"“{tmp_path / 'bai.md'}”" in str(explanation_of(raised.value))
