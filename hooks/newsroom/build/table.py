"""Tables: many small values by key, stored as a base and the changes since.

A build that changes a few of thirty thousand values writes only those.
"""

from collections.abc import Iterable, Mapping, MutableMapping
from typing import Any, Generic, TypeVar

from newsroom.build.rows import recall, remember
from newsroom.machine.shortcuts import Shortcut, is_taken

Value = TypeVar("Value")

_MANY = 16
"""Once more than one value in so many has changed since the base, a new base is written."""


class Table(Generic[Value]):
    """The values of one plain kind."""

    def __init__(
        self, store: MutableMapping[str, bytes], name: str, kind: Any, inputs: bytes = b""
    ) -> None:
        """kind: the type of the values.

        inputs: the digest of what the values are made by; those made by another are dropped.
        """
        self._store = store
        self._inputs = inputs
        self._base_row, self._later_row = name, f"{name}/later"
        base = recall(store, self._base_row, inputs, dict[str, kind])
        later = recall(store, self._later_row, inputs, tuple[int, dict[str, kind | None]])
        self.is_known = base is not None and later is not None
        """Whether the values of the last build are present and undamaged."""
        self.count = 0
        self._values: dict[str, Value] = {}
        self._later: dict[str, Value | None] = {}
        if base is not None and later is not None:
            self._values, (self.count, self._later) = base, later
        self._is_changed = not self.is_known

    def get(self, key: str) -> Value | None:
        """The value; None if there is none."""
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
        """Set a value; is_new: whether the key had none."""
        self._later[key] = value
        self.count += is_new
        self._is_changed = True

    def update(self, values: Mapping[str, Value], keys: Iterable[str]) -> None:
        """Set the values of these keys; keys without a value are removed."""
        for key in keys:
            old, new = self.get(key), values.get(key)
            if new is None and old is not None:
                self.remove(key)
            elif new is not None and new != old:
                self.put(key, new, is_new=old is None)

    def remove(self, key: str) -> None:
        """Remove an existing value."""
        self._later[key] = None
        self.count -= 1
        self._is_changed = True

    def save(self) -> None:
        """Store what changed."""
        if not self._is_changed:
            return
        is_short = is_taken(Shortcut.LATER_ROWS) and len(self._later) * _MANY <= self.count
        if not (self.is_known and is_short):
            self._values, self._later = self.values(), {}
            remember(self._store, self._base_row, self._inputs, self._values)
            self.is_known = True
        remember(self._store, self._later_row, self._inputs, (self.count, self._later))
        self._is_changed = False
