"""The files that a source names: those that are read, and those that nobody reads."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from newsroom.importing.formats.reading import DOCUMENTS, OF_MANY, SUFFIXES
from newsroom.importing.page.saved_files import FOLDER_SUFFIXES, files_of_export, linked_files

_OF_ATTACHMENTS = frozenset({"uploads", "tai-lieu"})
"""Folders of WordPress and of this site's own articles: what lies there belongs to an article."""
_KEPT_BY_MACHINES = frozenset({"thumbs.db", "desktop.ini"})
_PAGES = frozenset({".html", ".htm", ".xhtml"})


@dataclass(frozen=True, slots=True)
class SourceFiles:
    """What there is in the places that staff named, each file once.

    What a browser saved with a page, and what is hidden, is none of the staff's files.
    """

    files: list[Path]
    """Those to import, in order."""
    attached: list[Path]
    """Documents in folders that a page there links to, which come along with it."""
    folders: list[Path]
    """Folders of pictures and documents, which are not looked through."""
    others: Mapping[str, list[Path]]
    """Files in folders of no format that can be read, by the ends of their names, the most frequent
    first."""


def look_through(sources: Iterable[Path]) -> SourceFiles:
    """The sources, and for those that are folders what lies below."""
    read: dict[Path, Path] = {}
    named: set[Path] = set()
    folders: dict[Path, None] = {}
    others: dict[str, list[Path]] = defaultdict(list)
    for source in sources:
        if not source.is_dir():
            read.setdefault(source.resolve(), source)
            named.add(source.resolve())
            continue
        for path in _below(source):
            if folder := _folder_of_attachments(path, source):
                folders[folder] = None
            elif path.suffix.lower() in SUFFIXES:
                read.setdefault(path.resolve(), path)
            else:
                others[path.suffix.lower()].append(path)
    attached = _linked(read) - named
    return SourceFiles(
        files=[path for place, path in read.items() if place not in attached],
        attached=[path for place, path in read.items() if place in attached],
        folders=list(folders),
        others=dict(sorted(others.items(), key=lambda item: (-len(item[1]), item[0]))),
    )


def _linked(read: Mapping[Path, Path]) -> set[Path]:
    """The documents among these that a page or an export among them links to; keys are resolved
    paths."""
    documents = {place for place, path in read.items() if path.suffix.lower() in DOCUMENTS}
    if not documents:
        return documents
    linked: set[Path] = set()
    for path in read.values():
        if path.suffix.lower() in _PAGES:
            linked |= linked_files(path)
        elif path.suffix.lower() in OF_MANY:
            linked |= files_of_export(path, DOCUMENTS)
    return documents & linked


def _folder_of_attachments(path: Path, source: Path) -> Path | None:
    """The outermost of those folders between the source and the file in it."""
    folders = [*path.parents][: len(path.relative_to(source).parts) - 1]
    return next((one for one in reversed(folders) if one.name.lower() in _OF_ATTACHMENTS), None)


def _below(folder: Path) -> Iterator[Path]:
    for path in sorted(folder.rglob("*")):
        inner = path.relative_to(folder).parts
        saved = any(part.lower().endswith(FOLDER_SUFFIXES) for part in inner[:-1])
        hidden = any(part.startswith((".", "~$")) for part in inner)
        if not (saved or hidden or path.name.lower() in _KEPT_BY_MACHINES) and path.is_file():
            yield path
