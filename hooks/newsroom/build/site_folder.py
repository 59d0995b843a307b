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
"""Most of the files are the index of the search; who writes them knows which of them change."""


class SiteFolder:
    """The site that the last build left, and which of its files this build keeps."""

    def __init__(
        self, site: Path, store: MutableMapping[str, bytes], *, last: "SiteFolder | None" = None
    ) -> None:
        """Only what lies in the site just as the last build left it counts as left; the disk is
        not looked at where the last build was of this process, and nobody else writes there."""
        self.site = site
        self.written = 0
        """How many files were put in place."""
        self._store = store
        self.manifests: tuple[Manifest, Manifest]
        self.looks: list[Callable[[], Survey]] = []
        """Each looks at a part of the disk, once; may be begun beside all else, and each other."""
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
        """Those of a further build of nothing but the search, right after this one was settled."""
        folder = SiteFolder(self.site, self._store, last=self)
        folder.keep(self.manifests[0].entries())
        folder.keep_apart()
        return folder

    @property
    def size(self) -> int:
        """Bytes of the whole site, once it is settled."""
        return sum(manifest.size for manifest in self.manifests)

    @property
    def is_known(self) -> bool:
        """Whether it is known what the last build left, the search apart."""
        return self.manifests[0].is_known and not self._has_lost

    @cached_property
    def _found(self) -> Survey:
        """What others did to the site since the last build."""
        found = [look() for look in self.looks]
        return Survey(
            {path for survey in found for path in survey.foreign},
            {path for survey in found for path in survey.lost},
        )

    def forget_lost(self) -> bool:
        """Forget what others took away from the site, and what this build has kept so far; whether
        there is such, and the build has to think again. Until then nothing counts as lost."""
        self._has_lost = bool(self._found.lost)
        if self._has_lost:
            self._kept.clear()
        for path in self._found.lost:
            self._manifest(path).remove(path)
        return self._has_lost

    def is_made_from(self, path: str, key: bytes) -> bool:
        """Whether the site's file was made from just this."""
        entry = self._manifest(path).get(path)
        return entry is not None and entry[0] == key

    def keep(self, paths: Iterable[str]) -> None:
        """Let those files stay where they are."""
        self._kept.update(paths)

    def drawn(self, path: str, key: bytes) -> None:
        """Say that the build wrote the file into its folder, and what it was made from."""
        self._expected[path] = key

    def keep_apart(self) -> bool:
        """Let the files of the search stay but for those that are written or dropped; whether all
        lie in the site."""
        lost = self._found.lost if self._has_lost else ()
        self._stays_apart = self.manifests[1].is_known and not any(map(_is_apart, lost))
        return self._stays_apart

    def renew_apart(self) -> None:
        """Say that all files of the search are written by this build; all others go."""
        self._stays_apart = False

    def drop(self, path: str) -> None:
        """Say that a file is to go, though all its folder is kept."""
        self._dropped.add(path)

    def settle(self, staging: Path) -> None:
        """Take from the staging folder what the site has already, and write down what is to be
        put in place; it is certain once the store is committed."""
        written = set()
        for path, size, modified in list(files_in(staging)):
            written.add(path)
            self._settle_file(path, size, modified, staging)
        surplus = self._surplus(written)
        for path in surplus:
            self._manifest(path).remove(path)
        gone = surplus | self._found.foreign.union(self._found.lost) - written
        if not stay_inside(gone):  # a manifest that was forged; the journal would be refused for it
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
        """The bytes of the file that the last build left, without asking the manifest."""
        file = self.site / path
        return file.stat().st_size if file.exists() and path not in self._found.foreign else None

    def _surplus(self, written: Set[str]) -> Set[str]:
        """What the last build left and this one neither keeps nor wrote."""
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
