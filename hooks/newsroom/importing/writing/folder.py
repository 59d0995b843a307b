"""A folder that is imported: what in it was passed over, by kind."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import Path

_SAVED_WITH_A_PAGE = ("_files", ".files")
_KEPT_BY_MACHINES = frozenset({"thumbs.db", "desktop.ini"})


def passed_over(sources: Iterable[Path], imported: Collection[Path]) -> Mapping[str, list[Path]]:
    """The files of the folders that are not imported, by the ends of their names; those that a
    browser saved with a page and hidden ones are none."""
    taken = {path.resolve() for path in imported}
    left: dict[str, list[Path]] = defaultdict(list)
    for source in sources:
        for file in _files(source) if source.is_dir() else ():
            if file.resolve() not in taken:
                left[file.suffix.lower()].append(file)
    return dict(sorted(left.items(), key=lambda item: (-len(item[1]), item[0])))


def _files(folder: Path) -> Iterator[Path]:
    for path in sorted(folder.rglob("*")):
        inner = path.relative_to(folder).parts
        is_saved = any(part.lower().endswith(_SAVED_WITH_A_PAGE) for part in inner[:-1])
        is_hidden = any(part.startswith((".", "~$")) for part in inner)
        if path.is_file() and not (is_saved or is_hidden or path.name.lower() in _KEPT_BY_MACHINES):
            yield path
