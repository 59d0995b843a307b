"""The sample: the articles that the portal comes with, and which of them nobody has touched.

Their list lies beside them and goes with them: the sample ward's name, then a line a file as
sha256sum writes it. A file that has another digest was changed by staff and is theirs.
"""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from newsroom.content.files import article_paths
from newsroom.content.front_matter import FrontMatter, read_front_matter
from newsroom.content.source import decode

LIST = ".bai-mau"
"""The name of the list, in the articles folder."""


@dataclass(frozen=True, slots=True)
class Sample:
    """The ward of the sample, and the digest of every file by its path below the articles."""

    ward: str
    digests: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class SampleFiles:
    """What lies in the articles folder, by paths below it."""

    untouched: tuple[str, ...] = ()
    """The sample's files as they came, without what articles of the ward show."""
    changed: tuple[str, ...] = ()
    """The sample's files that staff have changed."""
    needed: tuple[str, ...] = ()
    """The sample's pictures and documents that articles of the ward show."""
    own: tuple[str, ...] = ()
    """The articles that stay: the ward's, and the sample's that were changed."""


def read_sample(articles: Path) -> Sample | None:
    """The list of the sample in the articles folder; None where the sample has gone."""
    file = articles / LIST
    if not file.is_file():
        return None
    first, *lines = file.read_text(encoding="utf-8").splitlines() or [""]
    pairs = (line.split(maxsplit=1) for line in lines if line.strip())
    return Sample(first.removeprefix("#").strip(), {path: digest for digest, path in pairs})


def sorted_out(articles: Path, sample: Sample | None) -> SampleFiles:
    """What of the folder is the sample's, and what the ward's."""
    listed = sample.digests if sample else {}
    there = {path: _digest(articles / path) for path in listed if (articles / path).is_file()}
    same = {path for path, digest in there.items() if digest == listed[path]}
    own = [str(path) for path in article_paths(articles) if str(path) not in same]
    texts = [
        (articles / path).read_text(encoding="utf-8", errors="replace")
        for path in (own if same else ())
    ]
    needed = {
        path
        for path in same
        if not path.endswith(".md") and any(Path(path).name in text for text in texts)
    }
    return SampleFiles(
        untouched=tuple(sorted(same - needed)),
        changed=tuple(sorted(there.keys() - same)),
        needed=tuple(sorted(needed)),
        own=tuple(own),
    )


def values_used(articles: Path, paths: Iterable[str], field: str) -> set[str]:
    """The values that these articles have in a field."""
    return {value for path in paths if (value := _value(articles / path, field))}


def _value(file: Path, field: str) -> str:
    text = decode(file.read_bytes()) if file.suffix == ".md" else ""
    parts = read_front_matter(text) if isinstance(text, str) else None
    entry = parts.entries.get(field) if isinstance(parts, FrontMatter) else None
    return entry.value if entry and isinstance(entry.value, str) else ""


def _digest(file: Path) -> str:
    """Of the file as it is in the repository: Git may give Windows other ends of lines."""
    data = file.read_bytes()
    if file.suffix == ".md":
        data = data.replace(b"\r\n", b"\n")
    return hashlib.sha256(data).hexdigest()
