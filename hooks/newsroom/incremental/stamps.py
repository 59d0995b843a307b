"""Stamps of the files of the articles folder: which are others than at the last build."""

from collections.abc import Callable, Mapping, MutableMapping
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from newsroom.content.files import Stamp, scan
from newsroom.incremental.table import Table


class Changes(NamedTuple):
    """What is on the disk beside what was there."""

    came: dict[str, Stamp]
    """The stamps of the files that came or changed."""
    went: set[str]


class Stamps:
    """The stamps of all files by their path, now and at the last build."""

    def __init__(self, memory: MutableMapping[str, bytes], last: "Stamps | None" = None) -> None:
        """last: those of the last build, where it was of this process."""
        self._table: Table[Stamp] = last._table if last else Table(memory, "stamps")
        self.then = last.now if last else self._table.values()
        self.look: Callable[[], Changes] = lambda: Changes({}, set())
        """Looks at the disk, once; may be begun beside all else."""

    @property
    def now(self) -> dict[str, Stamp]:
        """The stamps that the files have."""
        return self._looked_at[0]

    @property
    def changed(self) -> set[str]:
        """The paths of the files that came, went or changed."""
        return self._looked_at[1]

    @cached_property
    def _looked_at(self) -> tuple[dict[str, Stamp], set[str]]:
        came, went = self.look()
        if not came and not went:
            return self.then, set()
        self._table.update(came, changed := came.keys() | went)
        self._table.save()
        return self._table.values(), changed


def changes_in(folder: Path, then: Mapping[str, Stamp]) -> Changes:
    """What changed below the folder."""
    now = dict(scan(folder))
    came = {path: stamp for path, stamp in now.items() if then.get(path) != stamp}
    return Changes(came, then.keys() - now.keys())
