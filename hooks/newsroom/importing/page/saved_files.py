"""Files to import: those below a folder, and the pictures that a browser saved beside a page."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path, PurePosixPath
from urllib.parse import unquote, urlsplit

TEXTS = frozenset({".txt"})
PAGES = frozenset({".html", ".htm", ".xhtml"})
OTHER_ARTICLES = frozenset({".doc", ".docx", ".odt", ".rtf", ".mht", ".mhtml"})
"""Kinds that may hold articles but cannot be read: they are reported, never skipped silently."""

_FOLDER_SUFFIXES = ("_files", ".files")


def files_to_import(sources: Iterable[Path]) -> list[Path]:
    """The sources, and for those that are folders the files below; each once, in order."""
    found = (path for source in sources for path in _files(source))
    return list({path.resolve(): path for path in found}.values())


def saved_picture(page: Path) -> Callable[[str], bytes | None]:
    """A function from an address in the page to the bytes saved for it, or None."""
    folders = [page.with_name(f"{page.stem}{suffix}") for suffix in _FOLDER_SUFFIXES]

    def load(address: str) -> bytes | None:
        try:
            path = PurePosixPath(unquote(urlsplit(address).path))
            beside = [] if urlsplit(address).scheme else [page.parent / path]
            candidates = [*beside, *(folder / path.name for folder in folders)]
            found = next((c for c in candidates if _is_beside(c, page)), None)
            return found.read_bytes() if found else None
        except (OSError, ValueError):
            return None

    return load


def _files(source: Path) -> Iterator[Path]:
    if not source.is_dir():
        yield source
        return
    for path in sorted(source.rglob("*")):
        inner = path.relative_to(source).parts
        saved = any(part.endswith(_FOLDER_SUFFIXES) for part in inner[:-1])
        hidden = any(part.startswith((".", "~$")) for part in inner)
        known = path.suffix.lower() in TEXTS | PAGES | OTHER_ARTICLES
        if known and not (saved or hidden) and path.is_file():
            yield path


def _is_beside(path: Path, page: Path) -> bool:
    return path.is_file() and path.resolve().is_relative_to(page.parent.resolve())
