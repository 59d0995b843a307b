"""Runs a command as a process of its own, and tells what it cost."""

import os
import statistics
import subprocess
import threading
import time
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

_PROC = Path("/proc")
_PAUSE = 0.1
"""Seconds between two looks at the memory."""
_UNUSUAL = {"SOURCE_DATE_EPOCH", "PYTHONDONTWRITEBYTECODE"}
"""Variables of the environment that no build of a user has."""


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds and megabytes; None where the system does not tell."""

    wall: float
    cpu: float | None = None
    """Of all cores together."""
    peak: float | None = None
    """Most memory at one time, of the process and its children; shared pages counted once."""
    runs: tuple[float, ...] = ()
    """Of a median: the seconds of every run."""


class FailedError(Exception):
    """The command ended with an error, or did not do what it should."""


def measure(
    command: list[str], folder: Path, log: Path, variables: Mapping[str, str] = MappingProxyType({})
) -> Cost:
    """Run it to its end in the folder; its output goes to the log."""
    if hasattr(os, "sync"):
        os.sync()  # what runs before have written is no load on this one
    with log.open("wb") as output:
        start = time.perf_counter()
        process = subprocess.Popen(
            command, cwd=folder, env=environment(variables), stdout=output, stderr=subprocess.STDOUT
        )
        watch = _Watch(process.pid)
        cpu, code = _wait(process)
        wall = time.perf_counter() - start
        peak = watch.stop()
    if code:
        raise FailedError(f"{' '.join(command)} ended with {code}; see {log}")
    return Cost(wall, cpu, peak)


def environment(variables: Mapping[str, str]) -> dict[str, str]:
    """Of a build on a real day, the clock being the machine's, with these variables. Modules of
    the portal are compiled once, as the installed ones of all are."""
    inherited = {name: value for name, value in os.environ.items() if name not in _UNUSUAL}
    return {**inherited, "PYTHONUTF8": "1", "NO_MKDOCS_2_WARNING": "1", **variables}


def median(costs: Iterable[Cost]) -> Cost:
    """The median of the times, and the largest memory."""
    known = list(costs)
    runs = tuple(cost.wall for cost in known)
    times = [cost.cpu for cost in known if cost.cpu is not None]
    peaks = [cost.peak for cost in known if cost.peak is not None]
    cpu = statistics.median(times) if times else None
    return Cost(statistics.median(runs), cpu, max(peaks, default=None), runs)


def _wait(process: "subprocess.Popen[bytes]") -> tuple[float | None, int]:
    """Its CPU time with that of its children, and its code."""
    if not hasattr(os, "wait4"):
        return None, process.wait()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    return usage.ru_utime + usage.ru_stime, process.returncode


class _Watch:
    """Looks at the memory of a process and its children until it is told to stop.

    ru_maxrss would not do: it knows one process only, and begins with the size of its parent.
    """

    def __init__(self, pid: int) -> None:
        self.pid = pid
        self.peak = 0.0
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._look, daemon=True)
        if _PROC.is_dir():
            self._thread.start()

    def stop(self) -> float | None:
        """The peak in megabytes; None where there is no /proc."""
        self._ended.set()
        if not self._thread.ident:
            return None
        self._thread.join()
        return self.peak / 1024

    def _look(self) -> None:
        while not self._ended.wait(_PAUSE):
            members = family(self.pid)
            if len(members) == 1:
                self.peak = max(self.peak, _kilobytes(members[0], "status", "VmHWM:"))
            else:
                used = sum(_kilobytes(pid, "smaps_rollup", "Pss:") for pid in members)
                self.peak = max(self.peak, used)


def family(pid: int) -> list[int]:
    """The process, its children and theirs, as far as they have not ended meanwhile."""
    found = [pid]
    for member in found:
        for task in _entries(_PROC / str(member) / "task"):
            found += map(int, _read(task / "children").split())
    return found


def _entries(folder: Path) -> list[Path]:
    """What lies in it; nothing of a process that has just ended. (Path.glob raises there.)"""
    try:
        return list(folder.iterdir())
    except OSError:
        return []


def _kilobytes(pid: int, file: str, key: str) -> int:
    for line in _read(_PROC / str(pid) / file).splitlines():
        if line.startswith(key):
            return int(line.split()[1])
    return 0


def _read(file: Path) -> str:
    """Its text; none of a process that has just ended."""
    try:
        return file.read_text(encoding="utf-8")
    except OSError:
        return ""
