"""Work that is spread over processes gives what it gives without them."""

import os
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from newsroom.machine import processes
from newsroom.machine.processes import batched, begin, pool, shared

needs_a_fork = pytest.mark.skipif(
    sys.platform in ("win32", "darwin"), reason="Windows cannot fork, and macOS cannot safely"
)


@pytest.fixture
def alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever threads the tests before, as those of a browser, have left."""
    monkeypatch.setattr(threading, "active_count", lambda: 1)


def square(number: int) -> tuple[int, int]:
    return number * number, os.getpid()


def fail() -> None:
    raise ValueError("hỏng")


@pytest.mark.usefixtures("alone")
@pytest.mark.parametrize("cores", [1, 2])
def test_results_keep_the_order_of_the_tasks(monkeypatch: pytest.MonkeyPatch, cores: int) -> None:
    monkeypatch.setattr(processes, "cores", lambda: cores)
    with pool() as run:
        results = list(run(square, range(40)))
        few = list(run(square, [3, 4]))

    assert [number for number, _ in results] == [n * n for n in range(40)]
    assert ({process for _, process in results} == {os.getpid()}) is (cores == 1)
    assert few == [(9, os.getpid()), (16, os.getpid())]


@pytest.mark.usefixtures("alone")
@needs_a_fork
@pytest.mark.parametrize("cores", [1, 2])
def test_call_that_cannot_be_sent_is_shared(monkeypatch: pytest.MonkeyPatch, cores: int) -> None:
    monkeypatch.setattr(processes, "cores", lambda: cores)
    factor = 2
    with shared(lambda number: square(number * factor)) as run:
        results, few = list(run(range(40))), list(run([3]))

    assert [number for number, _ in results] == [4 * n * n for n in range(40)]
    assert ({process for _, process in results} == {os.getpid()}) is (cores == 1)
    assert few == [(36, os.getpid())]


def test_nothing_is_forked_while_threads_run(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(processes, "cores", lambda: 2)
    end = threading.Event()
    thread = threading.Thread(target=end.wait)
    thread.start()
    try:
        with shared(square) as run:
            assert {process for _, process in run(range(9))} == {os.getpid()}
        assert begin(os.getpid)[0]() == os.getpid()
    finally:
        end.set()
        thread.join()


@pytest.mark.usefixtures("alone")
@needs_a_fork
def test_call_that_was_begun_elsewhere_is_made_here_where_it_fails(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(processes, "cores", lambda: 2)
    first, second = begin(os.getpid, os.getppid)
    assert (first() == os.getpid(), second()) == (False, os.getpid())
    first, second = begin(os.getpid, fail)
    assert first() != os.getpid()
    with pytest.raises(ValueError, match="hỏng"):
        second()
    assert "hỏng" in capfd.readouterr().err


SLOW_WORK = """
import os, sys, time
from newsroom.machine import processes

def work(number):
    os.write(1, b"%d\\n" % os.getpid())
    time.sleep(60)

if __name__ == "__main__":
    processes.cores = lambda: 3
    if sys.argv[1] == "spawn":
        processes._can_fork = lambda: False
    with processes.pool() as run:
        list(run(work, range(9)))
"""


@pytest.mark.skipif(os.name == "nt", reason="Windows has other signals")
@pytest.mark.parametrize("way", ["fork", "spawn"])
@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM])
def test_workers_end_when_whoever_started_them_is_killed(
    tmp_path: Path, way: str, number: int
) -> None:
    program = tmp_path / "program.py"
    program.write_text(SLOW_WORK, encoding="utf-8")
    with subprocess.Popen([sys.executable, str(program), way], stdout=subprocess.PIPE) as parent:
        assert parent.stdout
        workers = {int(parent.stdout.readline()) for _ in range(3)}
        assert len(workers) == 3
        parent.send_signal(number)

        parent.communicate(timeout=20)  # comes to its end when no worker holds the pipe open

    assert parent.returncode == -number


@pytest.mark.usefixtures("alone")
@pytest.mark.parametrize(("system", "forks"), [("linux", True), ("darwin", False)])
def test_macos_does_not_fork(monkeypatch: pytest.MonkeyPatch, system: str, forks: bool) -> None:
    monkeypatch.setattr(sys, "platform", system)

    assert processes._can_fork() is (forks and hasattr(os, "fork"))


def test_windows_is_given_no_more_processes_than_it_can_wait_for(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delattr(os, "sched_getaffinity", raising=False)
    monkeypatch.setattr(os, "cpu_count", lambda: 128)

    assert processes.cores() == 61


def test_work_is_spread_where_nothing_can_be_forked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(processes, "cores", lambda: 2)
    monkeypatch.setattr(processes, "_can_fork", lambda: False)
    with pool() as run:
        results = list(run(abs, range(-9, 0)))

    assert results == list(range(9, 0, -1))


def test_items_are_batched_in_their_order() -> None:
    batches = list(batched(range(100)))

    assert [number for batch in batches for number in batch] == list(range(100))
    assert 1 < len(batches) < 100
