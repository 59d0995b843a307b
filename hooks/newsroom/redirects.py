"""Redirects: old addresses of articles, as files of a static site."""

from collections.abc import Iterable
from pathlib import PurePosixPath

from newsroom.entries import Entry


def redirect_files(entries: Iterable[Entry]) -> dict[str, Entry]:
    """The article that each old address leads to, by the file that answers for the address.

    The newest claim on an address wins; articles are taken in the order given.
    """
    files: dict[str, Entry] = {}
    for entry in entries:
        for alias in entry.aliases:
            files.setdefault(_file_of(alias), entry)
    return files


def _file_of(alias: str) -> str:
    path = alias.strip("/")
    is_file = PurePosixPath(path).suffix.lower() in (".html", ".htm")
    return path if is_file else f"{path}/index.html"
