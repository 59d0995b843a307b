"""Stamps of the files of the articles folder: which are others than at the last build."""

import marshal
from collections.abc import Callable, Mapping, MutableMapping
from functools import cached_property
from pathlib import Path
from typing import NamedTuple, cast

from newsroom.content.files import Stamp, scan

_ROW = "stamps"


class Changes(NamedTuple):
    """What is on the disk beside what was there."""

    came: dict[str, Stamp]
    """The stamps of the files that came or changed."""
    went: set[str]


class Stamps:
    """The stamps of all files by their path, now and at the last build."""

    def __init__(self, memory: MutableMapping[str, bytes], last: "Stamps | None" = None) -> None:
        """last: those of the last build, where it was of this process."""
        self._memory = memory
        if last:
            self.then = last.now
        else:
            row = memory.get(_ROW)
            self.then = cast("dict[str, Stamp]", marshal.loads(row)) if row else {}  # noqa: S302
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
        stay = {path: stamp for path, stamp in self.then.items() if path not in went}
        self._memory[_ROW] = marshal.dumps(stay | came)
        return stay | came, came.keys() | went


def changes_in(folder: Path, then: Mapping[str, Stamp]) -> Changes:
    """What changed below the folder."""
    now = dict(scan(folder))
    came = {path: stamp for path, stamp in now.items() if then.get(path) != stamp}
    return Changes(came, then.keys() - now.keys())
