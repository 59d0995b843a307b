"""The files of a site with thousands of articles: only hand-written ones are walked by MkDocs.

Articles, index pages and the files of articles are known by their paths; the MkDocs file of one is
made when it is asked for. Saves the two loops in which MkDocs reads and writes every page, and half
a gigabyte of page objects at ten thousand articles; relies on MkDocs asking for a page outside the
navigation by its path only; held by tests/hooks/test_published_site.py and test_internals.py;
decision 10.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Set
from pathlib import PurePath
from typing import TYPE_CHECKING, NamedTuple

from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation

from newsroom.build.dependencies import Recorder
from newsroom.build.digests import digest
from newsroom.display.site_content import SiteContent

if TYPE_CHECKING:
    from newsroom.site.mkdocs.quick_rendering import Rendering

FILES = "files"
"""The provider of files that are linked to, by the path under which MkDocs knows each."""
Answer = tuple[str, int] | None
"""Where a file that was asked for will be, and its inclusion level; None where there is none."""


class Collection(NamedTuple):
    """Files that are known by where they come from, each made when it is asked for."""

    find: Callable[[str], Answer]
    """By the path under which MkDocs would know it."""
    make: Callable[[str], File]
    """By the same path, of a file that was found."""
    dest_uris: Callable[[], Iterable[str]]
    """Where all of them will be."""


class SiteFiles(Files):
    """Files that MkDocs walks, and files that it only asks for by their path.

    What a build knows rides on them: MkDocs hands them to every event that needs it.
    """

    content: SiteContent
    """What the articles folder holds; complete once on_files has returned."""
    nav: Navigation
    """The navigation that leads to hand-written pages and sections."""
    rendering: Rendering | None = None
    """The Markdown of this build and process, once a page was rendered."""

    def __init__(self, files: Files, recorder: Recorder) -> None:
        """recorder: notes what is asked for while a page is made."""
        super().__init__(files)
        self.recorder = recorder
        self._collections: list[Collection] = []
        self._made: dict[str, File | None] = {}

    def know(self, collection: Collection) -> None:
        """Take files in; they stand before hand-written ones of the same path."""
        self._collections.append(collection)
        for src_uri in list(self._src_uris):
            if collection.find(src_uri):
                del self._src_uris[src_uri]

    def dest_uris(self) -> set[str]:
        """Where all files will be, those that MkDocs walks and those that it does not."""
        known = {uri for collection in self._collections for uri in collection.dest_uris()}
        return known | {file.dest_uri for file in self}

    def get_file_from_path(self, path: str) -> File | None:
        """The file of that path, made where it is not there yet; recorded."""
        src_uri = PurePath(path).as_posix()
        self.recorder.note(FILES, src_uri, self.answer_digest(src_uri))
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
        """What somebody who asks for the path is told, as far as a link depends on it."""
        for collection in self._collections:
            if answer := collection.find(src_uri):
                return answer
        file = self._src_uris.get(src_uri)
        return (file.dest_uri, file.inclusion.value) if file else None

    def answer_digest(self, src_uri: str) -> bytes:
        """The digest of that answer."""
        return digest(repr(self.answer(src_uri)))

    def changed(self, recorded: Mapping[str, bytes]) -> Set[str]:
        """Those of the paths that are answered otherwise now: as a provider of dependencies."""
        return {path for path, answer in recorded.items() if self.answer_digest(path) != answer}


def site_files(files: Files) -> SiteFiles:
    """The files of a build once the articles were read."""
    if not isinstance(files, SiteFiles):
        raise TypeError("the articles have not been read")
    return files
