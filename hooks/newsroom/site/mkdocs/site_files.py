"""The files of a site with thousands of articles: MkDocs walks only the hand-written ones.

Articles, index pages and the files of articles are known by path; the MkDocs file of one is made
when it is requested. Saves the two loops in which MkDocs reads and writes every page, and half
a gigabyte of page objects at ten thousand articles; relies on MkDocs asking for a page outside the
navigation by its path only; held by tests/hooks/test_published_site.py and test_internals.py;
decision 10.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Set
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, NamedTuple

from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation

from newsroom.build.dependencies import Recorder
from newsroom.content.photo import Photo
from newsroom.display.site_content import SiteContent

if TYPE_CHECKING:
    from newsroom.site.mkdocs.quick_rendering import Rendering

FILES = "files"
"""The provider of linked files, by their MkDocs paths."""
Answer = tuple[str, int] | None
"""Where a requested file will be, and its inclusion level; None if there is no such file."""


class Collection(NamedTuple):
    """Files that are known by their source paths, each made when it is requested."""

    find: Callable[[str], Answer]
    """Looks a file up by its MkDocs path."""
    make: Callable[[str], File]
    """Makes the file of a path that was found."""
    dest_uris: Callable[[], Iterable[str]]
    """Where all of them will be."""


class SiteFiles(Files):
    """Files that MkDocs walks, and files that it only requests by path.

    They carry the content of the site, since MkDocs hands them to every event that needs it.
    """

    content: SiteContent
    """The content of the articles folder; complete once on_files has returned."""
    nav: Navigation
    """The navigation that leads to hand-written pages and sections."""
    rendering: Rendering | None = None
    """The Markdown of this build and process, once a page was rendered."""

    def __init__(self, files: Files, recorder: Recorder) -> None:
        """recorder: records which files are requested while a page is made."""
        super().__init__(files)
        self.recorder = recorder
        self.page_photos: dict[Photo, Path] = {}
        """The photos of hand-written pages, each with a picture that it is of."""
        self._collections: list[Collection] = []
        self._made: dict[str, File | None] = {}

    def know(self, collection: Collection) -> None:
        """Add files, which take precedence over hand-written ones at the same path."""
        self._collections.append(collection)
        for src_uri in list(self._src_uris):
            if collection.find(src_uri):
                del self._src_uris[src_uri]

    def dest_uris(self) -> set[str]:
        """The paths of all files on the site, whether MkDocs walks them or not."""
        known = {uri for collection in self._collections for uri in collection.dest_uris()}
        return known | {file.dest_uri for file in self}

    def get_file_from_path(self, path: str) -> File | None:
        """The file at that path, made if necessary; recorded."""
        src_uri = PurePath(path).as_posix()
        self.recorder.note(FILES, src_uri, self.packed_answer(src_uri))
        return self.file(src_uri)

    def file(self, src_uri: str) -> File | None:
        """The same, not recorded."""
        file = self._src_uris.get(src_uri) or self._made.get(src_uri)
        if file is None:
            found = (one for one in self._collections if one.find(src_uri))
            collection = next(found, None)
            file = self._made[src_uri] = collection.make(src_uri) if collection else None
        return file

    def answer(self, src_uri: str) -> Answer:
        """The answer to a request for the path, as far as a link depends on it."""
        for collection in self._collections:
            if answer := collection.find(src_uri):
                return answer
        file = self._src_uris.get(src_uri)
        return (file.dest_uri, file.inclusion.value) if file else None

    def packed_answer(self, src_uri: str) -> bytes:
        """The answer as bytes: short enough to stand for itself."""
        answer = self.answer(src_uri)
        return f"{answer[1]} {answer[0]}".encode(errors="surrogateescape") if answer else b""

    def changed(self, recorded: Mapping[str, bytes]) -> Set[str]:
        """The recorded paths whose answers differ now: as a provider of dependencies."""
        return {path for path, answer in recorded.items() if self.packed_answer(path) != answer}


def site_files(files: Files) -> SiteFiles:
    """The files of a build whose articles have been read."""
    if not isinstance(files, SiteFiles):
        raise TypeError("the articles have not been read")
    return files
