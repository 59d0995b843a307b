"""Buckets: many small values by path, kept in a few rows so that all are read and few written."""

import pickle
from collections.abc import Iterable, Mapping, MutableMapping
from typing import Any, Generic, TypeVar
from zlib import crc32

from newsroom.incremental.rows import recall, remember

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
        for number in range(_BUCKETS):
            if row := recall(self._memory, self._row(number), self._rules):
                values.update(pickle.loads(row))  # noqa: S301 - our own file
        return values

    def save(self, values: Mapping[str, Value], changed: Iterable[str]) -> None:
        """Write the buckets of the paths that changed, came or went."""
        buckets: dict[int, dict[str, Value]] = {_bucket(path): {} for path in changed}
        for path, value in values.items() if buckets else ():
            if (bucket := buckets.get(_bucket(path))) is not None:
                bucket[path] = value
        for number, bucket in buckets.items():
            row = pickle.dumps(bucket, pickle.HIGHEST_PROTOCOL)
            remember(self._memory, self._row(number), self._rules, row)
        self._unpacked[self._kind] = self._rules, values

    def _row(self, number: int) -> str:
        return f"{self._kind}/{number}"


def _bucket(path: str) -> int:
    return crc32(path.encode()) % _BUCKETS
