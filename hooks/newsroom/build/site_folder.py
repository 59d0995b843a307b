"""The site's folder: its files, the key that each was made from, and which of them change."""

import shutil
from collections.abc import Callable, Iterable, Iterator, MutableMapping, Set
from functools import cached_property, partial
from pathlib import Path

from newsroom.build.placing import note
from newsroom.build.rows import stay_inside
from newsroom.build.survey import Entry, Survey, files_in, survey_of
from newsroom.build.table import Table

_LARGEST = "search"
"""The folder with most of the files, so that another process surveys it."""
_MANY = "*"
"""Stands in the path of a product of many files for what differs in their paths."""


class SiteFolder:
    """The site that the last build left, and which of its files this build keeps."""

    def __init__(
        self, site: Path, store: MutableMapping[str, bytes], *, last: "SiteFolder | None" = None
    ) -> None:
        """Only files that are just as the last build left them count as left. The disk is not
        surveyed if the last build ran in this process: nobody else writes there."""
        self.site = site
        self.written = 0
        """How many files will be put in place."""
        self._store = store
        self.looks: list[Callable[[], Survey]] = []
        """Each surveys a part of the disk, once; they may run in parallel with everything else."""
        self._files: Table[Entry]
        """All files, by path."""
        self._many: Table[bytes]
        """The keys of the products of many files, by path."""
        if last and site.exists():
            self._files, self._many = last._files, last._many
        else:
            self._files = Table(store, "manifest", Entry)
            self._many = Table(store, "manifest/many", bytes)
            left = self._files.values()
            self.looks = [
                partial(survey_of, site, "", {_LARGEST}, left),
                partial(survey_of, site, _LARGEST, frozenset(), left),
            ]
        self._kept: set[str] = set()
        self._dropped: set[str] = set()
        self._has_lost = False
        self._expected: dict[str, bytes] = {}

    def keeping_all_but(self, path: str) -> "SiteFolder":
        """The folder for a further build, of that product alone, right after this one was
        settled."""
        folder = SiteFolder(self.site, self._store, last=self)
        folder.keep(self._files.values().keys() - _files_of([path], self._files.values()))
        return folder

    @property
    def size(self) -> int:
        """The size of the whole site in bytes, once it is settled."""
        return sum(size for _, size, _ in self._files.values().values())

    @property
    def is_known(self) -> bool:
        """Whether it is known what the last build left, and all of that is there."""
        return self._files.is_known and not self._has_lost

    @cached_property
    def _found(self) -> Survey:
        """How the site was changed from outside since the last build."""
        found = [look() for look in self.looks]
        return Survey(
            {path for survey in found for path in survey.foreign},
            {path for survey in found for path in survey.lost},
        )

    def forget_lost(self) -> bool:
        """Drop lost files from the manifest, and what this build has kept so far; returns whether
        any were lost, so that the build must decide again. Until this is called nothing counts as
        lost."""
        lost = self._found.lost
        self._has_lost = bool(lost)
        if self._has_lost:
            self._kept.clear()
        for path in lost:
            self._files.remove(path)
        for path in [path for path in self._many.values() if any(_files_of([path], lost))]:
            self._many.remove(path)
        return self._has_lost

    def is_made_from(self, path: str, key: bytes) -> bool:
        """Whether the site's file, or files, were made from that key."""
        if _MANY in path:
            return self.has_all(path) and self._many.get(path) == key
        entry = self._files.get(path)
        return entry is not None and entry[0] == key

    def has_all(self, path: str) -> bool:
        """Whether the site has a product of many files just as it was last drawn."""
        return self._files.is_known and self._many.get(path) is not None

    def keep(self, paths: Iterable[str]) -> None:
        """Keep the files of those products as they are, except any that are written or dropped."""
        self._kept.update(paths)

    def renew(self, path: str) -> None:
        """Keep no file of a product of many: all of them are written, any others are deleted."""
        self._kept.discard(path)

    def drop(self, path: str) -> None:
        """Delete a file although others of the same product are kept."""
        self._dropped.add(path)

    def drawn(self, path: str, key: bytes) -> None:
        """Note that the build wrote the product into its staging folder, and from which key."""
        self._expected[path] = key

    def settle(self, staging: Path) -> None:
        """Reduce the staging folder to what differs from the site, and write the journal of what is
        to be put in place, which takes effect when the store is committed.

        1. Staged files that equal the site's are deleted; all are entered in the manifest.
        2. What the last build left and this one neither kept nor wrote is surplus.
        3. Surplus, foreign and lost files are to be deleted, unless just written.
        4. With nothing to delete or move in, there is no journal.
        """
        written = set()
        for path, size, modified in list(files_in(staging)):
            written.add(path)
            self._settle_file(path, size, modified, staging)
        surplus = self._surplus() - written
        for path in surplus:
            self._files.remove(path)
        gone = surplus | self._found.foreign.union(self._found.lost) - written
        if not stay_inside(gone):  # the manifest was forged, and the journal would be refused
            gone = {path for path in gone if stay_inside([path])}
        for path in filter(_is_of_many, self._expected):
            self._many.put(path, self._expected[path])
        self._files.save()
        self._many.save()
        if gone or self.written:
            note(self._store, staging, gone)
        else:
            shutil.rmtree(staging)

    def _settle_file(self, path: str, size: int, modified: int, staging: Path) -> None:
        old, key = self._left(path), self._expected.get(path, b"")
        new = (key, size, modified)
        if old and old[1] == size and _same(staging / path, self.site / path):
            (staging / path).unlink()
            new = (key, *old[1:])
        else:
            self.written += 1
        if new != old or not self._files.get(path):
            self._files.put(path, new)

    def _left(self, path: str) -> Entry | None:
        """The site's file, even one that no build of this store has left there."""
        if path in self._found.foreign and not (self.site / path).is_symlink():
            found = (self.site / path).stat()
            return b"", found.st_size, found.st_mtime_ns
        return self._files.get(path)

    def _surplus(self) -> Set[str]:
        """What the last build left and this one does not keep."""
        left = self._files.values().keys() - self._kept
        return self._dropped.union(left.difference(_files_of(self._kept, left)))


def _is_of_many(path: str) -> bool:
    return _MANY in path


def _files_of(products: Iterable[str], files: Iterable[str]) -> Iterator[str]:
    """The files that belong to products of many."""
    ends = [tuple(path.split(_MANY)) for path in products if _MANY in path]
    for start, end in ends:
        yield from (file for file in files if file.startswith(start) and file.endswith(end))


def _same(one: Path, other: Path) -> bool:
    return one.read_bytes() == other.read_bytes()
