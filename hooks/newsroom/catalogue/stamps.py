"""Stamps of the files of the articles folder: which of them changed since the last build."""

import hashlib
from collections.abc import Callable, Mapping, MutableMapping
from functools import cached_property, partial
from pathlib import Path
from typing import NamedTuple

from newsroom.build.digests import SIZE
from newsroom.build.table import Table
from newsroom.content.files import Stamp, is_article, scan
from newsroom.content.media import on_disk
from newsroom.machine.trouble import patiently

Known = tuple[int, int, bytes]
"""A file's stamp and the digest of its content; no digest for an article, whose record has one."""


class Changes(NamedTuple):
    """How the files on the disk differ from those of the last build."""

    came: dict[str, Known]
    """The files that are new or have another stamp."""
    went: set[str]


class Stamps:
    """What is known of all files, by path, now and at the last build."""

    def __init__(self, store: MutableMapping[str, bytes], last: "Stamps | None" = None) -> None:
        """last: those of the last build, if it ran in this process."""
        self._table: Table[Known] = last._table if last else Table(store, "stamps", Known)
        self.then = dict(last.now if last else self._table.values())
        self.look: Callable[[], Changes] = lambda: Changes({}, set())
        """Looks at the disk, once; may run in parallel with everything else."""

    @property
    def now(self) -> dict[str, Known]:
        """What is known of the files on the disk."""
        return self._looked_at[0]

    @property
    def changed(self) -> set[str]:
        """The paths of the files that were added, removed or changed. A file of which only the time
        differs, such as after a checkout, counts as changed only if it is an article."""
        return self._looked_at[1]

    @cached_property
    def _looked_at(self) -> tuple[dict[str, Known], set[str]]:
        came, went = self.look()
        if not came and not went:
            return self.then, set()
        self._table.update(came, came.keys() | went)
        self._table.save()
        changed = {path for path, known in came.items() if not _is_same(known, self.then.get(path))}
        return dict(self._table.values()), changed | went


def changes_in(folder: Path, then: Mapping[str, Known]) -> Changes:
    """The changes below the folder; only files with another stamp are read."""
    now = dict(scan(folder))
    came = {
        path: (*stamp, b"" if is_article(path) else content_of(on_disk(folder, path), stamp))
        for path, stamp in now.items()
        if then.get(path, ())[:2] != stamp
    }
    return Changes(came, then.keys() - now.keys())


def content_of(file: Path, stamp: Stamp) -> bytes:
    """The digest of the file's bytes; of its stamp if it cannot be read."""
    try:
        with patiently(lambda: file.open("rb")) as stream:
            return hashlib.file_digest(stream, partial(hashlib.blake2b, digest_size=SIZE)).digest()
    except OSError:
        return b"%d %d" % stamp


def _is_same(known: Known, before: Known | None) -> bool:
    """Whether the bytes are known to be the same."""
    return bool(known[2]) and before is not None and known[2] == before[2]
