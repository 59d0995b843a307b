"""The manifest: the files of a part of the site as the last build left them."""

from collections.abc import MutableMapping

from newsroom.build.rows import recall, remember
from newsroom.build.table import Table

Entry = tuple[bytes, int, int]
"""A file of the site as the last build left it: the key that it was made from (empty if unknown),
its size in bytes, and its time of modification in nanoseconds."""


class Manifest:
    """The entries of one part, by path."""

    def __init__(self, store: MutableMapping[str, bytes], name: str) -> None:
        self._store, self._size_row = store, f"manifest/{name}/bytes"
        self._files = Table[Entry](store, f"manifest/{name}", Entry)
        self._size_then = recall(store, self._size_row, b"", int)
        self.size = self._size_then or 0
        """The size of all files in bytes."""

    @property
    def is_known(self) -> bool:
        """Whether the last build left a readable manifest."""
        return self._files.is_known and self._size_then is not None

    def get(self, path: str) -> Entry | None:
        """The file's entry; None if the last build left none."""
        return self._files.get(path)

    def entries(self) -> dict[str, Entry]:
        """All entries."""
        return self._files.values()

    def replace(self, path: str, entry: Entry, old_size: int | None) -> None:
        """Enter the file; old_size: the size of the one that it replaces, None if there is none."""
        self._files.put(path, entry, is_new=old_size is None)
        self.size += entry[1] - (old_size or 0)

    def remove(self, path: str) -> None:
        """Remove the file."""
        if entry := self.get(path):
            self._files.remove(path)
            self.size -= entry[1]

    def save(self) -> None:
        """Store what changed."""
        self._files.save()
        if self.size != self._size_then:
            self._size_then = self.size
            remember(self._store, self._size_row, b"", self.size)
