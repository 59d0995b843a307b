"""Buckets: many small values by path, kept in a few rows so that all are read and few written."""

import gc
import pickle
from collections.abc import Iterable, Iterator, Mapping, MutableMapping
from contextlib import contextmanager
from typing import Any, Generic, TypeVar
from zlib import crc32

Value = TypeVar("Value")

_BUCKETS = 16


class Buckets(Generic[Value]):
    """The values of one kind that a store remembers, under the rules that they were made by."""

    def __init__(self, memory: MutableMapping[str, bytes], kind: str, rules: bytes) -> None:
        self._memory = memory
        self._unpacked: dict[str, Any] = getattr(memory, "unpacked", {})
        self._kind = kind
        self._rules = rules

    def load(self) -> dict[str, Value]:
        """All values; none where they were made by other rules."""
        known = self._unpacked.get(self._kind)
        if known and known[0] == self._rules:
            return dict(known[1])
        values: dict[str, Value] = {}
        with without_collector():
            for number in range(_BUCKETS):
                row = self._memory.get(self._row(number), b"")
                if row.startswith(self._rules):
                    values.update(pickle.loads(row[len(self._rules) :]))  # noqa: S301 - our own
        return values

    def save(self, values: Mapping[str, Value], changed: Iterable[str]) -> None:
        """Write the buckets of the paths that changed, came or went."""
        buckets: dict[int, dict[str, Value]] = {_bucket(path): {} for path in changed}
        for path, value in values.items() if buckets else ():
            if (bucket := buckets.get(_bucket(path))) is not None:
                bucket[path] = value
        for number, bucket in buckets.items():
            row = pickle.dumps(bucket, pickle.HIGHEST_PROTOCOL)
            self._memory[self._row(number)] = self._rules + row
        self._unpacked[self._kind] = self._rules, values

    def _row(self, number: int) -> str:
        return f"{self._kind}/{number}"


@contextmanager
def without_collector() -> Iterator[None]:
    """Many small objects come to stay: searching them for garbage would double the time."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def _bucket(path: str) -> int:
    return crc32(path.encode()) % _BUCKETS
