"""The manifest: the files of a part of the site as the last build left them.

It is kept as a base and what changed since, so that a build that writes a few of thirty thousand
files neither reads nor writes down the others.
"""

import marshal
from collections.abc import MutableMapping
from functools import cached_property

Entry = tuple[bytes, int, int]
"""A file of the site as the last build left it: the fingerprint of all that it was made from
(empty where that is not known), its bytes, and when it was written in nanoseconds."""

_MANY = 16
"""When more than one file in so many has changed since the base, all are written down anew."""


class Manifest:
    """The entries of one part, by path."""

    def __init__(self, memory: MutableMapping[str, bytes], name: str) -> None:
        self._memory = memory
        self._base_row, self._later_row = f"manifest/{name}", f"manifest/{name}/later"
        self._base = memory.get(self._base_row, b"")
        self._later: dict[str, Entry | None] = {}
        self.size = 0
        """Bytes of all files."""
        self._count = 0
        self.is_known = False
        """Whether the last build left a manifest that can be read."""
        self._read_later()

    def get(self, path: str) -> Entry | None:
        """The file's entry; None where the last build left none."""
        if path in self._later:
            return self._later[path]
        return self._entries.get(path)

    def entries(self) -> dict[str, Entry]:
        """All entries."""
        merged = {**self._entries, **self._later}
        return {path: entry for path, entry in merged.items() if entry}

    def replace(self, path: str, entry: Entry, old_size: int | None) -> None:
        """Note the file; old_size: the bytes of the one in its place, None where there was none."""
        self._later[path] = entry
        self.size += entry[1] - (old_size or 0)
        self._count += old_size is None

    def remove(self, path: str) -> None:
        """Note that the file is gone."""
        if entry := self.get(path):
            self._later[path] = None
            self.size -= entry[1]
            self._count -= 1

    def save(self) -> None:
        """Write down what changed."""
        if not self._base or len(self._later) * _MANY > self._count:
            entries = self.entries()
            self._base = marshal.dumps(entries)
            self._memory[self._base_row] = self._base
            self.__dict__["_entries"], self._later = entries, {}
            self.is_known = True
        self._memory[self._later_row] = marshal.dumps((self.size, self._count, self._later))

    @cached_property
    def _entries(self) -> dict[str, Entry]:
        known: dict[str, Entry] = marshal.loads(self._base) if self.is_known else {}  # noqa: S302
        return known

    def _read_later(self) -> None:
        row = self._memory.get(self._later_row)
        if row and self._base:
            self.size, self._count, self._later = marshal.loads(row)  # noqa: S302 - our own file
            self.is_known = True
