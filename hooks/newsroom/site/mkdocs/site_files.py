"""The files of a site with thousands of articles: only hand-written ones are walked by MkDocs.

Articles, index pages and the files of articles are known by their paths; the MkDocs file of one is
made when it is asked for.
"""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import PurePath
from typing import NamedTuple

from mkdocs.structure.files import File, Files

Answer = tuple[str, int] | None
"""Where a file that was asked for will be, and its inclusion level; None where there is none."""


class Shelf(NamedTuple):
    """Files that are known by where they come from, each made when it is asked for."""

    find: Callable[[str], Answer]
    """By the path under which MkDocs would know it."""
    make: Callable[[str], File]
    """By the same path, of a file that was found."""
    dest_uris: Callable[[], Iterable[str]]
    """Where all of them will be."""


class SiteFiles(Files):
    """Files that MkDocs walks, and files that it only asks for by their path."""

    def __init__(self, files: Files) -> None:
        super().__init__(files)
        self._shelves: list[Shelf] = []
        self._made: dict[str, File | None] = {}
        self._asked: dict[str, Answer] | None = None

    def know(self, shelf: Shelf) -> None:
        """Take files in; they stand before hand-written ones of the same path."""
        self._shelves.append(shelf)
        for src_uri in list(self._src_uris):
            if shelf.find(src_uri):
                del self._src_uris[src_uri]

    def dest_uris(self) -> set[str]:
        """Where all files will be, those that MkDocs walks and those that it does not."""
        known = {uri for shelf in self._shelves for uri in shelf.dest_uris()}
        return known | {file.dest_uri for file in self}

    def get_file_from_path(self, path: str) -> File | None:
        """The file of that path, made where it is not there yet."""
        src_uri = PurePath(path).as_posix()
        if self._asked is not None:
            self._asked[src_uri] = self.answer(src_uri)
        return self.file(src_uri)

    def file(self, src_uri: str) -> File | None:
        """The same, unnoticed."""
        file = self._src_uris.get(src_uri) or self._made.get(src_uri)
        if file is None:
            shelf = next((shelf for shelf in self._shelves if shelf.find(src_uri)), None)
            file = self._made[src_uri] = shelf.make(src_uri) if shelf else None
        return file

    def answer(self, src_uri: str) -> Answer:
        """What somebody who asks for the path is told, as far as a link depends on it."""
        for shelf in self._shelves:
            if answer := shelf.find(src_uri):
                return answer
        file = self._src_uris.get(src_uri)
        return (file.dest_uri, file.inclusion.value) if file else None

    @contextmanager
    def tracing(self) -> Iterator[dict[str, Answer]]:
        """Note all that is asked for meanwhile, with what was answered."""
        asked: dict[str, Answer] = {}
        self._asked = asked
        try:
            yield asked
        finally:
            self._asked = None


def site_files(files: Files) -> SiteFiles:
    """The files of a build once the articles were read."""
    if not isinstance(files, SiteFiles):
        raise TypeError("the articles have not been read")
    return files
