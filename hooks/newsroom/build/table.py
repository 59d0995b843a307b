"""Tables: many small values by key, kept as one row of a store."""

from collections.abc import Iterable, Mapping, MutableMapping
from typing import Any, Generic, TypeVar

from newsroom.build.rows import recall, remember

Value = TypeVar("Value")


class Table(Generic[Value]):
    """The values of one plain kind."""

    def __init__(
        self, store: MutableMapping[str, bytes], name: str, kind: Any, inputs: bytes = b""
    ) -> None:
        """kind: the type of the values.

        inputs: the digest of what the values are made by; those made by another are dropped.
        """
        self._store, self._row, self._inputs = store, name, inputs
        values = recall(store, name, inputs, dict[str, kind])
        self.is_known = values is not None
        """Whether the values of the last build are present and undamaged."""
        self._values: dict[str, Value] = values or {}
        self._is_changed = not self.is_known

    def get(self, key: str) -> Value | None:
        """The value; None if there is none."""
        return self._values.get(key)

    def values(self) -> Mapping[str, Value]:
        """All values by their keys."""
        return self._values

    def put(self, key: str, value: Value) -> None:
        """Set a value."""
        self._values[key] = value
        self._is_changed = True

    def update(self, values: Mapping[str, Value], keys: Iterable[str]) -> None:
        """Set the values of these keys; keys without a value are removed."""
        for key in keys:
            if key not in values:
                self.remove(key)
            elif values[key] != self.get(key):
                self.put(key, values[key])

    def remove(self, key: str) -> None:
        """Remove a value, if there is one."""
        self._is_changed |= self._values.pop(key, None) is not None

    def save(self) -> None:
        """Store the values, if any changed."""
        if self._is_changed:
            remember(self._store, self._row, self._inputs, self._values)
            self.is_known, self._is_changed = True, False
