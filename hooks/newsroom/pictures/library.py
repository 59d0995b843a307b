"""The library: what was derived from pictures, kept by their content.

To derive the files of a photo takes a second, so they are kept beside the stores of builds and not
in them: they depend on the picture and the recipe alone, and outlive a change of all other code.
A picture has one file here, with its photo and the bytes of all variants, checked when it is read:
whoever can write to the folder can change what a photo shows, and nothing else.

Held by tests/newsroom/pictures/test_library.py; decision 23.
"""

import re
import shutil
from collections.abc import Iterable, Mapping
from contextlib import suppress
from functools import cached_property, partial
from pathlib import Path

from newsroom.build.digests import SIZE, digest
from newsroom.build.rows import packed, unpacked
from newsroom.content.photo import Photo, Variant
from newsroom.content.pictures import Unseen
from newsroom.content.source import write_atomically
from newsroom.machine.processes import Map
from newsroom.machine.trouble import patiently
from newsroom.pictures.deriving import Derived, Widths, derive, recipe

_NAME = re.compile(r"(?:card|share|\d{1,5}|animated)\.(?:avif|gif|jpg|png|webp)")
"""What a variant may be called, so that no forged file gets another ending onto the site."""

Found = Photo | Unseen


class Library:
    """The photos of a folder of derived files."""

    def __init__(self, folder: Path, widths: Widths) -> None:
        self._shelves = folder
        self._widths = widths
        self._last: Derived | None = None

    @cached_property
    def _folder(self) -> Path:
        return self._shelves / recipe(self._widths).hex()

    def photos(self, pictures: Mapping[str, Path], run: Map = map) -> dict[str, Found]:
        """The photo of every picture, or why it has none, by the digest of its bytes.

        pictures: the files by their digests, in hexadecimal. Those that are not known yet are
        derived, by as many processes as `run` has.
        """
        found = {name: known for name in pictures if (known := self._known(name))}
        new = [(name, file) for name, file in pictures.items() if name not in found]
        return found | dict(run(partial(_developed, self._folder, self._widths), new))

    def file(self, photo: Photo, variant: Variant, source: Path) -> bytes:
        """The bytes of a file of the photo; derived again if they are lost. source: the picture."""
        last = self._last
        if last is None or last.photo.digest != photo.digest:
            last = self._last = _kept(self._folder, photo.digest) or _derived(
                photo, source, self._widths
            )
        return last.files[last.photo.variants.index(variant)]

    def forget_all_but(self, digests: Iterable[str]) -> None:
        """Delete what was derived from other pictures, and by other recipes."""
        names = set(digests)
        for shelf in self._shelves.glob("*"):
            for file in shelf.glob("*"):
                if shelf != self._folder or file.name not in names:
                    file.unlink(missing_ok=True)
            if shelf != self._folder:
                shelf.rmdir()

    def _known(self, name: str) -> Photo | None:
        kept = _kept(self._folder, name)
        return kept.photo if kept else None


def _developed(folder: Path, widths: Widths, picture: tuple[str, Path]) -> tuple[str, Found]:
    name, source = picture
    try:
        derived = derive(patiently(source.read_bytes), name, widths)
    except OSError:  # another program holds it
        return name, Unseen.BROKEN
    if isinstance(derived, Unseen):
        return name, derived
    content, target = packed(derived), folder / name
    with suppress(OSError):  # what cannot be kept is derived once more when it is published
        if target.is_dir():
            shutil.rmtree(target)
        write_atomically(target, digest(content) + content)
    return name, derived.photo


def _derived(photo: Photo, source: Path, widths: Widths) -> Derived:
    derived = derive(patiently(source.read_bytes), photo.digest, widths)
    if isinstance(derived, Unseen):  # another picture by now, which the next build sees
        raise OSError(f"{source}: {derived.value}")
    return derived


def _kept(folder: Path, name: str) -> Derived | None:
    """What was derived of that picture; None where it was not, or is damaged."""
    try:
        row = (folder / name).read_bytes()
    except OSError:
        return None
    content = row[SIZE:]
    kept = unpacked(content, Derived) if digest(content) == row[:SIZE] else None
    if kept is None or kept.photo.digest != name:
        return None
    return kept if all(_NAME.fullmatch(one.name) for one in kept.photo.variants) else None
