"""Work that is spread over processes gives what it gives without them."""

import os
import sys
import threading

import pytest

from newsroom.incremental import processes
from newsroom.incremental.processes import batched, begin, pool

needs_a_fork = pytest.mark.skipif(
    sys.platform in ("win32", "darwin"), reason="Windows cannot fork, and macOS cannot safely"
)


def square(number: int) -> tuple[int, int]:
    return number * number, os.getpid()


def fail() -> None:
    raise ValueError("hỏng")


@pytest.mark.parametrize("is_forked", [pytest.param(True, marks=needs_a_fork), False])
@pytest.mark.parametrize("cores", [1, 2])
def test_results_keep_the_order_of_the_tasks(
    monkeypatch: pytest.MonkeyPatch, is_forked: bool, cores: int
) -> None:
    monkeypatch.setattr(processes, "cores", lambda: cores)
    with pool(is_forked=is_forked) as run:
        results = list(run(square, range(40)))
        few = list(run(square, [3, 4]))

    assert [number for number, _ in results] == [n * n for n in range(40)]
    assert ({process for _, process in results} == {os.getpid()}) is (cores == 1)
    assert few == [(9, os.getpid()), (16, os.getpid())]


def test_nothing_is_forked_while_threads_run(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(processes, "cores", lambda: 2)
    end = threading.Event()
    thread = threading.Thread(target=end.wait)
    thread.start()
    try:
        with pool(is_forked=True) as run:
            assert {process for _, process in run(square, range(9))} == {os.getpid()}
        assert begin(os.getpid)[0]() == os.getpid()
    finally:
        end.set()
        thread.join()


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


def test_items_are_batched_in_their_order() -> None:
    batches = list(batched(range(100)))

    assert [number for batch in batches for number in batch] == list(range(100))
    assert 1 < len(batches) < 100
