"""Work that is not cut off by whoever wants the process to end: they wait until it is done."""

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager

_NAMES = ("SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK")
"""Those that a terminal, a system that shuts down, or Ctrl+Break send."""


@contextmanager
def undisturbed() -> Iterator[None]:
    """Let signals that would end the process wait. Only the main thread hears any."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    heard: list[int] = []
    numbers = [getattr(signal, name) for name in _NAMES if hasattr(signal, name)]
    handlers = {n: signal.signal(n, lambda number, _: heard.append(number)) for n in numbers}
    try:
        yield
    finally:
        for number, handler in handlers.items():
            signal.signal(number, signal.SIG_DFL if handler is None else handler)
        for number in heard[:1]:
            signal.raise_signal(number)
