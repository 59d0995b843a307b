"""The site's folder: its files, the key that each was made from, and which of them change."""

import shutil
from collections.abc import Callable, Iterable, MutableMapping, Set
from functools import cached_property, partial
from pathlib import Path

from newsroom.build.manifest import Manifest
from newsroom.build.placing import note
from newsroom.build.rows import stay_inside
from newsroom.build.survey import Survey, files_in, survey_of

_APART, _KIND = "search", ".bin"
"""Most files belong to the search index, whose update knows which of them change."""


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
        self.manifests: tuple[Manifest, Manifest]
        self.looks: list[Callable[[], Survey]] = []
        """Each surveys a part of the disk, once; they may run in parallel with everything else."""
        if last and site.exists():
            self.manifests = last.manifests
        else:
            self.manifests = Manifest(store, "pages"), Manifest(store, "search")
            self.looks = [
                partial(survey_of, site, "", {_APART}, self.manifests[:1]),
                partial(survey_of, site, _APART, frozenset(), self.manifests),
            ]
        self._kept: set[str] = set()
        self._dropped: set[str] = set()
        self._stays_apart = False
        self._has_lost = False
        self._expected: dict[str, bytes] = {}

    def without_pages(self) -> "SiteFolder":
        """The folder for a further build of the search alone, right after this one was settled."""
        folder = SiteFolder(self.site, self._store, last=self)
        folder.keep(self.manifests[0].entries())
        folder.keep_apart()
        return folder

    @property
    def size(self) -> int:
        """The size of the whole site in bytes, once it is settled."""
        return sum(manifest.size for manifest in self.manifests)

    @property
    def is_known(self) -> bool:
        """Whether it is known what the last build left, not counting the search."""
        return self.manifests[0].is_known and not self._has_lost

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
        self._has_lost = bool(self._found.lost)
        if self._has_lost:
            self._kept.clear()
        for path in self._found.lost:
            self._manifest(path).remove(path)
        return self._has_lost

    def is_made_from(self, path: str, key: bytes) -> bool:
        """Whether the site's file was made from that key."""
        entry = self._manifest(path).get(path)
        return entry is not None and entry[0] == key

    def keep(self, paths: Iterable[str]) -> None:
        """Keep those files as they are."""
        self._kept.update(paths)

    def drawn(self, path: str, key: bytes) -> None:
        """Note that the build wrote the file into its staging folder, and from which key."""
        self._expected[path] = key

    def keep_apart(self) -> bool:
        """Keep the files of the search except those that are written or dropped; returns whether
        all of them are in the site."""
        lost = self._found.lost if self._has_lost else ()
        self._stays_apart = self.manifests[1].is_known and not any(map(_is_apart, lost))
        return self._stays_apart

    def renew_apart(self) -> None:
        """Note that this build writes all files of the search; any others are deleted."""
        self._stays_apart = False

    def drop(self, path: str) -> None:
        """Delete a file although the rest of the search is kept."""
        self._dropped.add(path)

    def settle(self, staging: Path) -> None:
        """Reduce the staging folder to what differs from the site, and write the journal of what is
        to be put in place, which takes effect when the store is committed.

        1. Staged files that equal the site's are deleted; the others are entered in the manifest.
        2. What the last build left and this one neither kept nor wrote is surplus.
        3. Surplus, foreign and lost files are to be deleted, unless just written.
        4. With nothing to delete or move in, there is no journal.
        """
        written = set()
        for path, size, modified in list(files_in(staging)):
            written.add(path)
            self._settle_file(path, size, modified, staging)
        surplus = self._surplus(written)
        for path in surplus:
            self._manifest(path).remove(path)
        gone = surplus | self._found.foreign.union(self._found.lost) - written
        if not stay_inside(gone):  # the manifest was forged, and the journal would be refused
            gone = {path for path in gone if stay_inside([path])}
        for manifest in self.manifests:
            manifest.save()
        if gone or self.written:
            note(self._store, staging, gone)
        else:
            shutil.rmtree(staging)

    def _settle_file(self, path: str, size: int, modified: int, staging: Path) -> None:
        manifest, key = self._manifest(path), self._expected.get(path, b"")
        is_apart = self._stays_apart and _is_apart(path)
        entry = None if is_apart else manifest.get(path)
        if entry and entry[1] == size and _same(staging / path, self.site / path):
            (staging / path).unlink()
            if entry[0] != key:
                manifest.replace(path, (key, *entry[1:]), size)
            return
        self.written += 1
        old = entry[1] if entry else self._size(path) if is_apart else None
        manifest.replace(path, (key, size, modified), old)

    def _size(self, path: str) -> int | None:
        """The size of the file that the last build left, without reading the manifest."""
        file = self.site / path
        return file.stat().st_size if file.exists() and path not in self._found.foreign else None

    def _surplus(self, written: Set[str]) -> Set[str]:
        """What the last build left and this one neither kept nor wrote."""
        pages, apart = self.manifests
        left = pages.entries().keys() - self._kept
        if not self._stays_apart:
            left |= apart.entries().keys()
        return (left | self._dropped) - written

    def _manifest(self, path: str) -> Manifest:
        return self.manifests[_is_apart(path)]


def _is_apart(path: str) -> bool:
    return path.startswith(f"{_APART}/") and path.endswith(_KIND)


def _same(one: Path, other: Path) -> bool:
    return one.read_bytes() == other.read_bytes()
