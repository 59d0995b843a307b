"""Processes that tests start: none outlives its test, and each can be interrupted."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import Any

PATIENCE = 120
"""Seconds that a process gets to come to its end."""
_INTERRUPTIBLE = """
import runpy, signal, sys
signal.signal(signal.SIGINT, signal.default_int_handler)
module = sys.argv.pop(1)
runpy.run_module(module, run_name="__main__", alter_sys=True)
"""


def python_module(name: str, *arguments: str) -> list[str]:
    """The command `python -m` of a module, which Ctrl+C interrupts as in a terminal.

    What runs in the background of a shell ignores it, and so would its children.
    """
    return [sys.executable, "-c", _INTERRUPTIBLE, name, *arguments]


@contextmanager
def started(command: Sequence[str], **options: Any) -> "Iterator[subprocess.Popen[str]]":
    """A process that ends with the block, however that ends, and with it what it started."""
    with subprocess.Popen(command, encoding="utf-8", start_new_session=True, **options) as process:
        try:
            yield process
        finally:
            _end(process)


def finished(
    command: Sequence[str], *, patience: int = PATIENCE, **options: Any
) -> "subprocess.CompletedProcess[str]":
    """The process that came to its end, with what it said."""
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    with started(command, stdin=subprocess.DEVNULL, **pipes, **options) as process:
        said = process.communicate(timeout=patience)
    return subprocess.CompletedProcess(command, process.returncode, *said)


def _end(process: "subprocess.Popen[str]") -> None:
    if sys.platform == "win32":
        process.kill()
        return
    with suppress(ProcessLookupError, PermissionError):  # all of them have ended
        os.killpg(process.pid, signal.SIGKILL)
