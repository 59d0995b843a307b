"""Outputs: the files of the site, what each was made from, and how changed ones get there."""

import json
import marshal
import os
import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping, MutableMapping
from contextlib import suppress
from functools import cached_property, partial
from pathlib import Path

from newsroom.incremental.processes import begin

_SECOND = 10**9
_MANIFEST, _JOURNAL = "manifest", "journal"


Entry = tuple[bytes, int, int]
"""A file of the site as the last build left it: the fingerprint of all that it was made from
(empty where that is not known), its bytes, and when it was written in nanoseconds."""


Survey = Callable[[], tuple[list[str], list[str]]]


class Outputs:
    """The site that the last build left, and which of its files this build keeps."""

    def __init__(
        self, site: Path, memory: MutableMapping[str, bytes], *, last: "Outputs | None" = None
    ) -> None:
        """Only what lies in the site just as the last build left it counts as left; the disk is
        not asked where the last build was of this process, and nobody else writes there."""
        self.site = site
        self.written = 0
        """How many files were put in place."""
        self._memory = memory
        self._left: dict[str, Entry] = {}
        self._survey: Survey = _nothing
        if last and site.exists():
            self._left = last._last
        else:
            if row := memory.get(_MANIFEST):
                self._left = marshal.loads(row)  # noqa: S302 - our own file
            self._survey = begin(partial(_survey, site, self._left))
        self.size = 0
        """Bytes of the whole site, once it is settled."""
        self._foreign: set[str] = set()
        """What lies in the site and was not left there, once it has been looked at."""
        self._kept: set[str] = set()
        self._expected: dict[str, bytes] = {}

    @cached_property
    def _last(self) -> dict[str, Entry]:
        """What was left in the site and lies there; waits until the site has been looked at."""
        foreign, lost = self._survey()
        self._foreign.update(foreign)
        for path in lost:
            del self._left[path]
        return self._left

    def keep(self, path: str, fingerprint: bytes) -> bool:
        """Whether the site's file was made from just this; it then stays where it is.

        Otherwise the build is to write it into the staging folder.
        """
        entry = self._last.get(path)
        if entry and entry[0] == fingerprint:
            self._kept.add(path)
            return True
        self._expected[path] = fingerprint
        return False

    def keep_all(self, paths: Iterable[str]) -> bool:
        """Let those files stay as they are; whether all of them lie in the site."""
        before = len(wanted := set(paths))
        wanted &= self._last.keys()
        self._kept |= wanted
        return len(wanted) == before

    def made_from(self, path: str, fingerprint: bytes) -> None:
        """Say what a file was made from that this build writes."""
        self._expected[path] = fingerprint

    def settle(self, staging: Path) -> None:
        """Take from the staging folder what the site has already, and write down what is to be
        put in place; it is certain once the memory is committed."""
        last = self._last
        written: dict[str, Entry] = {}
        for path, size, modified in _files(staging):
            fingerprint = self._expected.get(path, b"")
            entry = last.get(path)
            if entry and entry[1] == size and _same(staging / path, self.site / path):
                (staging / path).unlink()
                written[path] = (fingerprint, *entry[1:])
            else:
                self.written += 1
                written[path] = fingerprint, size, modified
        gone = last.keys() - self._kept - written.keys()
        if gone or any(last.get(path) != entry for path, entry in written.items()):
            for path in gone:
                del last[path]
            last.update(written)
            self._memory[_MANIFEST] = marshal.dumps(last)
        gone |= self._foreign - written.keys()
        self._memory[_JOURNAL] = json.dumps([staging.name, sorted(gone)]).encode()
        self.size = sum(size for _, size, _ in last.values())


def put_in_place(site: Path, memory: MutableMapping[str, bytes]) -> None:
    """Do what the journal says: move the staged files to the site, take away what is gone.

    May be done again after it was cut off anywhere.
    """
    if _JOURNAL not in memory:
        return
    name, gone = json.loads(memory[_JOURNAL])
    staging = site.parent / name
    if not site.exists() and staging.exists():
        staging.rename(site)
    for path, *_ in _files(staging):
        _move(staging / path, site / path, site)
    for path in gone:
        _remove(site / path, site)
    shutil.rmtree(staging, ignore_errors=True)
    del memory[_JOURNAL]


def _nothing() -> tuple[list[str], list[str]]:
    return [], []


def _survey(site: Path, left: Mapping[str, Entry]) -> tuple[list[str], list[str]]:
    """What lies in the site and was not left so, and what was left there and does not lie so."""
    present = {path: (size, modified) for path, size, modified in _walk(site)}
    lost = [path for path, entry in left.items() if not _lies(entry, present.get(path))]
    return list(present.keys() - left.keys()), lost


def _lies(entry: Entry, found: tuple[int, int] | None) -> bool:
    """Whether what was found is the file that was left; some archives keep whole seconds only."""
    if found is None or entry[1] != found[0]:
        return False
    return found[1] in (entry[2], entry[2] // _SECOND * _SECOND)


def _walk(folder: Path | str, prefix: str = "") -> Iterator[tuple[str, int, int]]:
    """Every file below the folder: its path, size and time; an empty folder by its path and "/"."""
    is_empty = True
    with suppress(FileNotFoundError), os.scandir(folder) as entries:
        for entry in entries:
            is_empty = False
            if entry.is_dir(follow_symlinks=False):
                yield from _walk(entry.path, f"{prefix}{entry.name}/")
            else:
                stat = entry.stat(follow_symlinks=False)
                yield prefix + entry.name, stat.st_size, stat.st_mtime_ns
    if is_empty and prefix:
        yield prefix, 0, 0


def _files(folder: Path) -> list[tuple[str, int, int]]:
    return [file for file in _walk(folder) if not file[0].endswith("/")]


def _same(one: Path, other: Path) -> bool:
    return one.read_bytes() == other.read_bytes()


def _move(staged: Path, target: Path, site: Path) -> None:
    with suppress(FileNotFoundError):  # another build has done it
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            staged.replace(target)
        except (FileExistsError, NotADirectoryError, IsADirectoryError, PermissionError):
            _clear_the_way(target, site)
            target.parent.mkdir(parents=True, exist_ok=True)
            staged.replace(target)


def _clear_the_way(target: Path, site: Path) -> None:
    """Where a file becomes a folder, or a folder a file, the old one goes first."""
    for parent in target.relative_to(site).parents:
        if (site / parent).is_file():
            (site / parent).unlink()
    if target.is_dir():
        shutil.rmtree(target)


def _remove(path: Path, site: Path) -> None:
    """Take a file or an empty folder away, and the folders that it leaves empty."""
    if path.is_file() or path.is_symlink():
        path.unlink()
    for folder in (path, *path.parents):
        if folder == site:
            return
        with suppress(OSError):
            folder.rmdir()
