"""Putting in place: a journal moves what a build wrote beside the site into it.

The journal names the staging folder and the files to delete; it takes effect when the store that
holds it is committed. From then on:

1. files and empty folders to delete go first, since one may be a link where a folder must be;
2. staged files are moved in one by one, replacing files, folders and links in their way;
3. files that another program holds are retried at the end;
4. the staging folder and then the journal are removed.

Every step can be repeated, so after a crash the next command finishes the work. Until then some
pages are new and some old, each of them whole. Held by tests/newsroom/build/test_placing.py and
tests/incremental/test_killed_builds.py; decision 20.
"""

import os
import shutil
import tempfile
from collections.abc import Callable, Iterable, Iterator, MutableMapping
from contextlib import suppress
from functools import cache, partial
from itertools import takewhile
from pathlib import Path
from typing import NamedTuple

from newsroom.build.rows import packed, stay_inside, unpacked
from newsroom.build.store import BusyError, Store
from newsroom.build.survey import files_in
from newsroom.machine.trouble import is_held, patiently
from newsroom.machine.undisturbed import undisturbed

JOURNAL = "journal"


class _Journal(NamedTuple):
    """What remains to be done."""

    staging: str
    """The name of the folder whose files are to be moved in."""
    gone: list[bytes]
    """The paths to delete, as the file system encodes them."""

    def is_of(self, site: Path) -> bool:
        """Whether a build of that site wrote it; a forged one could move and delete anything."""
        paths = [self.staging, *map(os.fsdecode, self.gone)]
        is_beside = self.staging.startswith(_prefix(site)) and "/" not in self.staging
        return is_beside and stay_inside(paths)


def new_staging(site: Path) -> Path:
    """A new staging folder beside the site."""
    staging = Path(tempfile.mkdtemp(prefix=_prefix(site), dir=site.parent))
    staging.chmod(0o755)
    return staging


def sweep(site: Path) -> None:
    """Remove the staging folders of builds that were killed."""
    for folder in site.parent.glob(f"{_prefix(site)}????????"):
        if folder.is_dir():
            shutil.rmtree(folder, ignore_errors=True)


def _prefix(site: Path) -> str:
    return f".{site.name}-new-"


def note(store: MutableMapping[str, bytes], staging: Path, gone: Iterable[str]) -> None:
    """Write the journal: the staging folder is to be moved in, and those paths deleted."""
    store[JOURNAL] = packed(_Journal(staging.name, [os.fsencode(path) for path in sorted(gone)]))


def put_in_place(site: Path, store: MutableMapping[str, bytes]) -> None:
    """Carry out the journal, if there is one: delete what is gone, move in what is new.

    Can be repeated after an interruption at any point. A file that another program holds is left
    for the end and then waited for; if that is in vain, its OSError is raised and the journal stays
    for the next time.
    """
    row = store.get(JOURNAL)
    if row is None:
        return
    journal = unpacked(row, _Journal)
    if journal and journal.is_of(site):
        with undisturbed():
            _carry_out(journal, site)
    del store[JOURNAL]


def finish(site: Path, file: Path) -> None:
    """Finish an interrupted build into the site; file: its store. If another build is running, that
    one does it."""
    if not file.exists():
        return
    try:
        store = Store(file)
    except BusyError:
        return
    put_in_place(site, store)
    store.close()


def _carry_out(journal: _Journal, site: Path) -> None:
    staging = site.parent / journal.staging
    if not site.exists() and staging.exists():
        patiently(partial(staging.rename, site))
    steps = [partial(_remove, site / os.fsdecode(path), site) for path in journal.gone]
    # Deletions come first, since one may be a link where a folder must be.
    make_folder = cache(partial(_make_folder, site))
    steps += [
        partial(_move, staging / path, site / path, make_folder) for path, *_ in files_in(staging)
    ]
    held = []
    for step in steps:
        try:
            step()
        except OSError as fault:
            if not is_held(fault):
                raise
            held.append(step)
    for step in held:
        patiently(step)
    shutil.rmtree(staging, ignore_errors=True)


def _move(staged: Path, target: Path, make_folder: Callable[[Path], None]) -> None:
    with suppress(FileNotFoundError):  # another process has moved it
        make_folder(target.parent)
        if target.is_dir() and not target.is_symlink():
            shutil.rmtree(target)
        staged.replace(target)


def _make_folder(site: Path, folder: Path) -> None:
    """Make a folder of the site, deleting a file or a link in its place: links lead elsewhere."""
    for part in _up_to(site, folder):
        if part.is_symlink() or part.is_file():
            part.unlink()
    folder.mkdir(parents=True, exist_ok=True)


def _remove(path: Path, site: Path) -> None:
    """Delete a file or an empty folder, and the folders that it leaves empty."""
    if any(folder.is_symlink() for folder in _up_to(site, path.parent)):
        return  # outside the site
    if path.is_file() or path.is_symlink():
        path.unlink()
    for folder in _up_to(site, path):
        with suppress(OSError):
            folder.rmdir()


def _up_to(site: Path, path: Path) -> Iterator[Path]:
    """The path and the folders of the site that contain it, innermost first."""
    return takewhile(lambda part: part != site, (path, *path.parents))
