"""The files of the articles folder: which are articles, and which address each claims."""

import os
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath

from newsroom.content.problem import Problem
from newsroom.text.encoding import nfc

README = "README.md"

Stamp = tuple[int, int]
"""What tells without reading it that a file is the one from before: its bytes, and when it was
last written, in nanoseconds."""


def scan(folder: Path | str, prefix: str = "") -> Iterator[tuple[str, Stamp]]:
    """Every file below the folder with its path relative to it, names in Unicode form NFC, in
    order; no link, which could lead anywhere and round in a circle.

    A folder that cannot be looked into is given itself, its path ending in "/".
    """
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except FileNotFoundError:
        return
    except OSError:
        if not prefix:
            raise
        yield prefix, (0, 0)
        return
    for entry in entries:
        name = f"{prefix}{nfc(entry.name)}"
        if entry.is_dir(follow_symlinks=False):
            yield from scan(entry.path, f"{name}/")
        elif entry.is_file(follow_symlinks=False):
            stat = entry.stat()
            yield name, (stat.st_size, stat.st_mtime_ns)


def is_article(path: str) -> bool:
    """Whether the file of that path below the folder is an article: the README and hidden ones
    are none. A folder that cannot be looked into counts as one that cannot be read, and is told
    as such: there may be articles in it."""
    if path.endswith("/"):
        return "/." not in f"/{path}"
    return path.endswith(".md") and path.rpartition("/")[2] != README and "/." not in f"/{path}"


def article_paths(folder: Path) -> Iterator[PurePosixPath]:
    """The article files below the folder, relative to it, in order; hidden ones and the README
    are none."""
    return (PurePosixPath(path) for path, _ in scan(folder) if is_article(path))


def address_clashes(claims: Mapping[str, str], articles_dir: str) -> Iterator[tuple[str, Problem]]:
    """The paths of articles whose address another one has, with what is wrong.

    claims: the address of every article, by its path.
    """
    if len(set(claims.values())) == len(claims):
        return
    by_uri: dict[str, list[str]] = defaultdict(list)
    for path, uri in claims.items():
        by_uri[uri].append(path)
    for uri, claimants in by_uri.items():
        first, *others = sorted(claimants, key=lambda path: (not _is_named_by(path, uri), path))
        for other in others:
            yield (
                other,
                Problem(
                    f"{articles_dir}/{other}",
                    f"trùng địa chỉ /{uri} với {articles_dir}/{first} (bài này được giữ).",
                    "Hãy đổi tên tệp của một trong hai bài.",
                ),
            )


def _is_named_by(path: str, uri: str) -> bool:
    return uri.endswith(f"/{PurePosixPath(path).stem}/")
