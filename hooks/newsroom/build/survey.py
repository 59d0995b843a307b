"""The survey: how the files on the disk differ from what the last build left there."""

import os
from collections.abc import Iterator, Mapping, Set
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

Entry = tuple[bytes, int, int]
"""A file of the site as the last build left it: the key that it was made from (empty if unknown),
its size in bytes, and its time of modification in nanoseconds."""
_SECOND = 10**9


class Survey(NamedTuple):
    """How the site was changed from outside since the last build."""

    foreign: set[str]
    """Files, and empty folders with a "/" at the end, that no build left there."""
    lost: set[str]
    """Files that the last build left and that are missing or altered."""


def survey_of(site: Path, part: str, others: Set[str], left: Mapping[str, Entry]) -> Survey:
    """Survey one part of the site: the folder of that name or, if the name is empty, everything but
    the folders of the other parts. left: the files of all parts.

    For a large site this takes as long as the build of one article, so it is one plain loop.
    """
    start = f"{part}/" if part else ""
    entries = _entries(start, others, left)
    foreign, lost = set(), set(entries)
    is_there = site.is_dir() if not part else _is_folder(site / part)
    folders = [(str(site / part), start)] if is_there else []
    while folders:
        folder, prefix = folders.pop()
        is_empty = True
        with os.scandir(folder) as found:
            for file in found:
                is_empty = False
                path = prefix + file.name
                if file.is_dir(follow_symlinks=False):
                    if path not in others:
                        folders.append((file.path, f"{path}/"))
                elif (entry := entries.get(path)) is None:
                    foreign.add(path)
                elif _lies(entry, file.stat(follow_symlinks=False)):
                    lost.remove(path)
        if is_empty and prefix:
            foreign.add(prefix)
    return Survey(foreign, lost)


def _entries(start: str, others: Set[str], left: Mapping[str, Entry]) -> dict[str, Entry]:
    """What was left in the part, by the beginning of its paths."""
    beside = tuple(f"{other}/" for other in others)
    return {
        path: entry
        for path, entry in left.items()
        if path.startswith(start) and not path.startswith(beside)
    }


def _is_folder(path: Path) -> bool:
    return path.is_dir() and not path.is_symlink()


def _lies(entry: Entry, found: os.stat_result) -> bool:
    """Whether the file found is the one that was left; some archives keep only whole seconds."""
    modified = found.st_mtime_ns
    is_same_time = modified == entry[2] or modified == entry[2] // _SECOND * _SECOND
    return is_same_time and entry[1] == found.st_size


def files_in(folder: Path, prefix: str = "") -> Iterator[tuple[str, int, int]]:
    """Every file below the folder: path, size in bytes, time of modification in nanoseconds."""
    with suppress(FileNotFoundError), os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                yield from files_in(Path(entry.path), f"{prefix}{entry.name}/")
            else:
                stat = entry.stat(follow_symlinks=False)
                yield prefix + entry.name, stat.st_size, stat.st_mtime_ns
