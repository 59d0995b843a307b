"""The survey: what lies on the disk, beside what the last build left or knew there."""

import os
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from newsroom.incremental.manifest import Entry, Manifest

_SECOND = 10**9


class Survey(NamedTuple):
    """What others did to the site since the last build."""

    foreign: set[str]
    """The files, and the empty folders with a "/" at the end, that no build left there."""
    lost: list[str]
    """What a build left and does not lie there as it was left."""


def survey_of(site: Path, left: Iterable[Manifest]) -> Survey:
    """Look at every file of the site."""
    entries: dict[str, Entry] = {}
    for manifest in left:
        entries.update(manifest.entries())
    present = {path: (size, modified) for path, size, modified in walk(site)}
    lost = [path for path, entry in entries.items() if not _lies(entry, present.get(path))]
    return Survey(present.keys() - entries.keys(), lost)


def _lies(entry: Entry, found: tuple[int, int] | None) -> bool:
    """Whether what was found is the file that was left; some archives keep whole seconds only."""
    if found is None or entry[1] != found[0]:
        return False
    return found[1] in (entry[2], entry[2] // _SECOND * _SECOND)


def walk(folder: Path | str, prefix: str = "") -> Iterator[tuple[str, int, int]]:
    """Every file below the folder: its path, bytes, and when it was written in nanoseconds; an
    empty folder by its path and "/"."""
    is_empty = True
    with suppress(FileNotFoundError), os.scandir(folder) as entries:
        for entry in entries:
            is_empty = False
            if entry.is_dir(follow_symlinks=False):
                yield from walk(entry.path, f"{prefix}{entry.name}/")
            else:
                stat = entry.stat(follow_symlinks=False)
                yield prefix + entry.name, stat.st_size, stat.st_mtime_ns
    if is_empty and prefix:
        yield prefix, 0, 0


def files_in(folder: Path) -> list[tuple[str, int, int]]:
    """The files of that walk."""
    return [file for file in walk(folder) if not file[0].endswith("/")]
