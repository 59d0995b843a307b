"""The files that a source names: those that are read, and those that nobody reads."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from newsroom.importing.formats.reading import SUFFIXES
from newsroom.importing.page.saved_files import FOLDER_SUFFIXES


def files_to_import(sources: Iterable[Path]) -> list[Path]:
    """The sources, and for those that are folders the files below; each once, in order."""
    found = (path for source in sources for path in _files(source))
    return list({path.resolve(): path for path in found}.values())


def passed_over(sources: Iterable[Path]) -> list[Path]:
    """The files below those sources that are folders which are of no format that can be read, in
    order; what a browser saved with a page, and what is hidden, is none of the staff's files."""
    return [
        path
        for source in sources
        if source.is_dir()
        for path in _below(source)
        if path.suffix.lower() not in SUFFIXES
    ]


def _files(source: Path) -> Iterator[Path]:
    if not source.is_dir():
        yield source
        return
    yield from (path for path in _below(source) if path.suffix.lower() in SUFFIXES)


def _below(folder: Path) -> Iterator[Path]:
    for path in sorted(folder.rglob("*")):
        inner = path.relative_to(folder).parts
        saved = any(part.endswith(FOLDER_SUFFIXES) for part in inner[:-1])
        hidden = any(part.startswith((".", "~$")) for part in inner)
        if not (saved or hidden) and path.is_file():
            yield path
