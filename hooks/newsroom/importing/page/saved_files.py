"""The pictures that a browser saved beside a page."""

from collections.abc import Callable
from pathlib import Path, PurePosixPath
from urllib.parse import unquote, urlsplit

FOLDER_SUFFIXES = ("_files", ".files")
"""Of the folder for what belongs to a page, named as the page is."""


def saved_picture(page: Path) -> Callable[[str], bytes | None]:
    """A function from an address in the page to the bytes saved for it, or None."""
    folders = [page.with_name(f"{page.stem}{suffix}") for suffix in FOLDER_SUFFIXES]

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


def _is_beside(path: Path, page: Path) -> bool:
    return path.is_file() and path.resolve().is_relative_to(page.parent.resolve())
