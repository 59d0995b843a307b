"""Tables: many small values by key, kept as a base and what changed since.

A build that changes a few of thirty thousand values neither reads nor writes down the others.
"""

import marshal
from collections.abc import Iterable, Mapping, MutableMapping
from functools import cached_property
from typing import Generic, TypeVar

from newsroom.incremental.rows import recall, remember

Value = TypeVar("Value")

_MANY = 16
"""When more than one value in so many has changed since the base, all are written down anew."""


class Table(Generic[Value]):
    """The values of one kind, which marshal can write: plain ones, and tuples of such."""

    def __init__(self, memory: MutableMapping[str, bytes], name: str, rules: bytes = b"") -> None:
        """rules: the digest of what the values are made by; those made by others are forgotten."""
        self._memory = memory
        self._rules = rules
        self._base_row, self._later_row = name, f"{name}/later"
        self._base = recall(memory, self._base_row, rules)
        later = recall(memory, self._later_row, rules)
        self.is_known = bool(self._base and later)
        """Whether the values of the last build are there, undamaged."""
        self.count = 0
        self._later: dict[str, Value | None] = {}
        if self.is_known:
            self.count, self._later = marshal.loads(later)  # noqa: S302 - our own file
        self._is_changed = not self.is_known

    def get(self, key: str) -> Value | None:
        """The value; None where there is none."""
        return self._later[key] if key in self._later else self._values.get(key)

    def values(self) -> dict[str, Value]:
        """All values by their keys."""
        values = dict(self._values)
        for key, value in self._later.items():
            if value is None:
                values.pop(key, None)
            else:
                values[key] = value
        return values

    def put(self, key: str, value: Value, *, is_new: bool) -> None:
        """Keep a value; is_new: whether there was none of this key."""
        self._later[key] = value
        self.count += is_new
        self._is_changed = True

    def update(self, values: Mapping[str, Value], keys: Iterable[str]) -> None:
        """Let the values of these keys be those, or none where there is none among them."""
        for key in keys:
            old, new = self.get(key), values.get(key)
            if new is None and old is not None:
                self.remove(key)
            elif new is not None and new != old:
                self.put(key, new, is_new=old is None)

    def remove(self, key: str) -> None:
        """Forget a value that there was."""
        self._later[key] = None
        self.count -= 1
        self._is_changed = True

    def save(self) -> None:
        """Write down what changed."""
        if not self._is_changed:
            return
        if not self.is_known or len(self._later) * _MANY > self.count:
            self.__dict__["_values"], self._later = self.values(), {}
            self._base = marshal.dumps(self._values)
            remember(self._memory, self._base_row, self._rules, self._base)
            self.is_known = True
        remember(self._memory, self._later_row, self._rules, marshal.dumps(self._state))
        self._is_changed = False

    @property
    def _state(self) -> tuple[int, dict[str, Value | None]]:
        return self.count, self._later

    @cached_property
    def _values(self) -> dict[str, Value]:
        known: dict[str, Value] = marshal.loads(self._base) if self.is_known else {}  # noqa: S302
        return known
