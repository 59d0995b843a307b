"""Processes: work spread over all cores, where it is worth it and where it can be."""

import os
import pickle
import signal
import sys
import threading
import traceback
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from contextvars import ContextVar
from functools import cache, partial
from itertools import chain, islice
from typing import TYPE_CHECKING, Any, NoReturn, Protocol, TypeVar

from newsroom.machine.shortcuts import Shortcut, is_taken

if TYPE_CHECKING:
    from concurrent.futures import ProcessPoolExecutor

T = TypeVar("T")
R = TypeVar("R")

_BATCH = 32
_FEW = 3
"""Fewer tasks are not worth a pool."""
_MOST = 61
"""More processes Windows cannot wait for."""


class Map(Protocol):
    """How tasks are done: by `map`, or by the map of a pool of processes."""

    def __call__(self, call: Callable[[T], R], tasks: Iterable[T], /) -> Iterable[R]:
        """The results, in the order of the tasks."""


def cores() -> int:
    """How many processes can run at once."""
    if not is_taken(Shortcut.PROCESSES):
        return 1
    count = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    return min(count or 1, _MOST)


@contextmanager
def pool() -> Iterator[Map]:
    """A map over as many processes as there are cores, which start when there is work for more
    than one; a plain map on one core. What is called and its tasks are sent to them."""
    if cores() < 2:
        yield map
        return
    with ExitStack() as stack:
        start = cache(partial(_start, stack, _stay_with_parent))
        yield lambda call, tasks: _spread(start, call, call, tasks)


@contextmanager
def shared(call: Callable[[T], R]) -> Iterator[Callable[[Iterable[T]], Iterable[R]]]:
    """Does tasks by that call, which is not sent: processes that are forked have it, and all that
    it holds, as it is now. Where none can be forked, this process does the tasks."""
    if cores() < 2 or not _can_fork():
        yield partial(map, call)
        return
    with ExitStack() as stack:
        start = cache(partial(_start, stack, _begin_with, call))
        yield partial(_spread, start, call, _call_inherited)


_inherited: ContextVar[Callable[[Any], Any]] = ContextVar("inherited")
"""What a forked process calls; set there, once."""


def _begin_with(call: Callable[[Any], Any]) -> None:
    _inherited.set(call)
    _stay_with_parent()


def _call_inherited(task: object) -> Any:
    return _inherited.get()(task)


def _start(
    stack: ExitStack, initializer: Callable[..., None], *arguments: object
) -> "ProcessPoolExecutor":
    # What can start processes takes longer to load than a small build lasts.
    from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415
    from multiprocessing import get_context  # noqa: PLC0415

    context = get_context("fork" if _can_fork() else "spawn")
    executor = ProcessPoolExecutor(cores(), context, initializer, arguments)
    stack.callback(executor.shutdown, cancel_futures=True)
    return executor


def _stay_with_parent() -> None:
    """Let this process end when its parent is gone, whatever ended it, and only then: an
    interruption is the parent's affair."""
    from multiprocessing import parent_process  # noqa: PLC0415 - as above

    signal.signal(signal.SIGINT, signal.SIG_IGN)

    def end() -> NoReturn:
        if parent := parent_process():
            parent.join()
        os._exit(1)

    threading.Thread(target=end, daemon=True).start()


def _spread(
    start: Callable[[], "ProcessPoolExecutor"], here: Any, there: Any, tasks: Iterable[Any]
) -> Iterator[Any]:
    """The results in the order of the tasks, of which few wait at a time. What is little is done
    sooner here than a process starts.

    here, there: the call in this process, and in another.
    """
    rest = iter(tasks)
    first = list(islice(rest, _FEW))
    if len(first) < _FEW:
        yield from map(here, first)
        return
    executor, waiting = start(), deque[Any]()
    for task in chain(first, rest):
        waiting.append(executor.submit(there, task))
        if len(waiting) > 3 * cores():
            yield waiting.popleft().result()
    for future in waiting:
        yield future.result()


def begin(*calls: Callable[[], Any]) -> list[Callable[[], Any]]:
    """Begin the calls, one after another, in a process of their own where one can be forked; what
    is returned waits for each result, and makes the call itself where there is none.

    The results are to be asked for in the order of the calls.
    """
    is_worth_it = is_taken(Shortcut.BEGUN_LOOKS) and cores() > 1
    if not calls or not is_worth_it or not _can_fork():
        return list(calls)
    begun = _Begun(calls)
    return [partial(begun.result, call) for call in calls]


class _Begun:
    """A process that makes calls, one after another, and sends their results."""

    def __init__(self, calls: Sequence[Callable[[], Any]]) -> None:
        self._awaited = len(calls)
        receiving, sending = os.pipe()
        self._process = os.fork()
        if self._process == 0:
            _send(calls, sending)
        os.close(sending)
        self._pipe = os.fdopen(receiving, "rb")

    def result(self, call: Callable[[], Any]) -> Any:
        """The next result."""
        self._awaited -= 1
        try:
            return pickle.load(self._pipe)  # noqa: S301 - of our own process
        except EOFError:
            return call()
        finally:
            if not self._awaited:
                self._end()

    def __del__(self) -> None:
        if not self._pipe.closed:  # nobody asks any more
            self._end()

    def _end(self) -> None:
        self._pipe.close()
        os.waitpid(self._process, 0)


def _send(calls: Iterable[Callable[[], object]], sending: int) -> NoReturn:
    """Send the results, and end this process without what its parent would do at its own end."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent's affair
    try:
        with os.fdopen(sending, "wb") as pipe:
            for call in calls:
                pickle.dump(call(), pipe, pickle.HIGHEST_PROTOCOL)
                pipe.flush()
    except BrokenPipeError:
        pass
    except BaseException:
        traceback.print_exc()
    finally:
        os._exit(0)


def _can_fork() -> bool:
    """Whether a process that is forked can do all that this one can: the libraries of macOS fail
    in such, and a lock that another thread holds is never given back in it."""
    return hasattr(os, "fork") and sys.platform != "darwin" and threading.active_count() == 1


def batched(items: Iterable[T], size: int = _BATCH) -> Iterator[list[T]]:
    """The items in lists of that size, or of one that is worth sending to a process."""
    rest = iter(items)
    while batch := list(islice(rest, size)):
        yield batch
