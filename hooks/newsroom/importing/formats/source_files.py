"""The files that a source names: those that are read, and those that nobody reads."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from newsroom.importing.formats.reading import SUFFIXES
from newsroom.importing.page.saved_files import FOLDER_SUFFIXES

_KEPT_BY_MACHINES = frozenset({"thumbs.db", "desktop.ini"})


def files_to_import(sources: Iterable[Path]) -> list[Path]:
    """The sources, and for those that are folders the files below; each once, in order."""
    found = (path for source in sources for path in _files(source))
    return list({path.resolve(): path for path in found}.values())


def passed_over(sources: Iterable[Path]) -> Mapping[str, list[Path]]:
    """The files below those sources that are folders which are of no format that can be read, by
    the ends of their names, the most frequent first; what a browser saved with a page, and what is
    hidden, is none of the staff's files."""
    left: dict[str, list[Path]] = defaultdict(list)
    for source in sources:
        for file in _below(source) if source.is_dir() else ():
            if file.suffix.lower() not in SUFFIXES:
                left[file.suffix.lower()].append(file)
    return dict(sorted(left.items(), key=lambda item: (-len(item[1]), item[0])))


def _files(source: Path) -> Iterator[Path]:
    if not source.is_dir():
        yield source
        return
    yield from (path for path in _below(source) if path.suffix.lower() in SUFFIXES)


def _below(folder: Path) -> Iterator[Path]:
    for path in sorted(folder.rglob("*")):
        inner = path.relative_to(folder).parts
        saved = any(part.lower().endswith(FOLDER_SUFFIXES) for part in inner[:-1])
        hidden = any(part.startswith((".", "~$")) for part in inner)
        if not (saved or hidden or path.name.lower() in _KEPT_BY_MACHINES) and path.is_file():
            yield path
