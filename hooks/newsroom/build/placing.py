"""Putting in place: what a build wrote beside the site is moved into it, by a journal.

The journal names the folder of the build and what is to go; it is certain once the store that holds
it is committed. Whoever comes next does what was not done, so a machine that stops leaves no more
than a while in which some pages are new and some old.
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
    """What is to be done."""

    staging: str
    """The name of the folder from which all is to come."""
    gone: list[bytes]
    """The paths that are to go, in the letters of the file system."""

    def is_of(self, site: Path) -> bool:
        """Whether a build made it; one that was forged would move and delete what others own."""
        paths = [self.staging, *map(os.fsdecode, self.gone)]
        is_beside = self.staging.startswith(_prefix(site)) and "/" not in self.staging
        return is_beside and stay_inside(paths)


def new_staging(site: Path) -> Path:
    """A new folder beside the site that a build writes into."""
    staging = Path(tempfile.mkdtemp(prefix=_prefix(site), dir=site.parent))
    staging.chmod(0o755)
    return staging


def sweep(site: Path) -> None:
    """Remove what builds that were killed have left beside the site."""
    for folder in site.parent.glob(f"{_prefix(site)}????????"):
        if folder.is_dir():
            shutil.rmtree(folder, ignore_errors=True)


def _prefix(site: Path) -> str:
    return f".{site.name}-new-"


def note(store: MutableMapping[str, bytes], staging: Path, gone: Iterable[str]) -> None:
    """Write the journal: all of the staging folder is to come, and those paths are to go."""
    store[JOURNAL] = packed(_Journal(staging.name, [os.fsencode(path) for path in sorted(gone)]))


def put_in_place(site: Path, store: MutableMapping[str, bytes]) -> None:
    """Do what the journal says, if there is one: take away what is gone, move in what is new.

    May be done again after it was cut off anywhere. A file that another program holds is left for
    the end, then waited for, and its OSError raised; the journal stays for the next time.
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
    """Do what is left of a build into the site that was cut off; file: that of its store. Where
    another build is under way, it does so itself."""
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
    # What goes does so first, since it may be a link in the place of a folder.
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
    with suppress(FileNotFoundError):  # another build has done it
        make_folder(target.parent)
        if target.is_dir() and not target.is_symlink():
            shutil.rmtree(target)
        staged.replace(target)


def _make_folder(site: Path, folder: Path) -> None:
    """Make a folder of the site. A file in its place goes, as does a link: it leads elsewhere."""
    for part in _up_to(site, folder):
        if part.is_symlink() or part.is_file():
            part.unlink()
    folder.mkdir(parents=True, exist_ok=True)


def _remove(path: Path, site: Path) -> None:
    """Take a file or an empty folder away, and the folders that it leaves empty."""
    if any(folder.is_symlink() for folder in _up_to(site, path.parent)):
        return  # it lies elsewhere
    if path.is_file() or path.is_symlink():
        path.unlink()
    for folder in _up_to(site, path):
        with suppress(OSError):
            folder.rmdir()


def _up_to(site: Path, path: Path) -> Iterator[Path]:
    """The path and the folders of the site in which it lies, the nearest first."""
    return takewhile(lambda part: part != site, (path, *path.parents))
