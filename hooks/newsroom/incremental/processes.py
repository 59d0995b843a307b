"""Processes: work spread over all cores, where it is worth it and where it can be."""

import os
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import contextmanager
from functools import partial
from itertools import chain, islice
from multiprocessing import get_all_start_methods, get_context
from multiprocessing.connection import Connection
from typing import Any, Protocol, TypeVar

T = TypeVar("T")
R = TypeVar("R")

_BATCH = 32
_FEW = 3
"""Fewer tasks are not worth a pool."""


class Map(Protocol):
    """How tasks are done: by `map`, or by the map of a pool of processes."""

    def __call__(self, call: Callable[[T], R], tasks: Iterable[T], /) -> Iterable[R]:
        """The results, in the order of the tasks."""


def cores() -> int:
    """How many processes can run at once."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


@contextmanager
def pool(*, is_forked: bool = False) -> Iterator[Map]:
    """A map over as many processes as there are cores, which start when there is work for more
    than one; a plain map on one core.

    Forked ones share all that is loaded now; where that is asked for and cannot be done (on
    Windows, or while threads run, as in the preview), the map is a plain one.
    """
    if cores() < 2 or (is_forked and not _can_fork()):
        yield map
        return
    with ProcessPoolExecutor(cores(), get_context("fork") if is_forked else None) as executor:
        yield partial(_spread, executor)


def _spread(executor: ProcessPoolExecutor, call: Any, tasks: Iterable[Any]) -> Iterator[Any]:
    """The results in the order of the tasks, of which few wait at a time. What is little is done
    sooner than a process starts."""
    rest = iter(tasks)
    first = list(islice(rest, _FEW))
    if len(first) < _FEW:
        yield from map(call, first)
        return
    waiting: deque[Future[Any]] = deque()
    for task in chain(first, rest):
        waiting.append(executor.submit(call, task))
        if len(waiting) > 3 * cores():
            yield waiting.popleft().result()
    for future in waiting:
        yield future.result()


def begin(call: Callable[[], T]) -> Callable[[], T]:
    """Begin the call in a process of its own where one can be forked; what is returned waits for
    the result, and makes the call itself where there is none."""
    if cores() < 2 or not _can_fork():
        return call
    receiver, sender = get_context("fork").Pipe(duplex=False)
    process = get_context("fork").Process(target=_send, args=(call, sender), daemon=True)
    process.start()
    sender.close()

    def result() -> T:
        try:
            value: T = receiver.recv()
        except EOFError:
            return call()
        process.join()
        return value

    return result


def _send(call: Callable[[], object], sender: Connection) -> None:
    sender.send(call())


def _can_fork() -> bool:
    return "fork" in get_all_start_methods() and threading.active_count() == 1


def batched(items: Iterable[T], size: int = _BATCH) -> Iterator[list[T]]:
    """The items in lists of that size, or of one that is worth sending to a process."""
    rest = iter(items)
    while batch := list(islice(rest, size)):
        yield batch
