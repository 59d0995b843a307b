"""The files of a built site, and which of them GitHub Pages sends for an address."""

import re
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

from newsroom.build.survey import files_in
from newsroom.built.tags import tags_of

HOME = "index.html"
_NOWHERE = "https://trang.invalid/"
"""The address of a site that names none."""
_PLAIN = re.compile(
    r"((?:\.\./)*+)((?:[\w-][\w.-]*+/)*+(?:[\w-][\w.-]*+)?)(?:#([\w-]*+))?", re.ASCII
)
"""A relative address that needs no library to be understood."""


class Place(NamedTuple):
    """Where an address leads: a file and a fragment of this site."""

    file: str | None
    """None where the site has no such file."""
    fragment: str
    path: str
    """The address below the site's root, as written but for its escapes."""


class Elsewhere(NamedTuple):
    """An address outside this site."""

    is_web: bool
    """Whether it is asked of another host; mailto:, tel: and data: are not."""


@dataclass(frozen=True, slots=True)
class Tree:
    """A built site in its folder."""

    folder: Path
    url: str
    """Where it is published, ending in '/'."""
    sizes: dict[str, int]
    """Bytes by file, relative to the root; names are compared as GitHub Pages does, where capitals
    and accents count."""

    def text(self, file: str) -> str:
        """The text of a file; bytes that are no UTF-8 are replaced."""
        return (self.folder / file).read_text(encoding="utf-8", errors="replace")

    def files(self, suffix: str) -> list[str]:
        """The files with that suffix, in order."""
        return sorted(file for file in self.sizes if file.endswith(suffix))

    def target(self, file: str, address: str) -> Place | Elsewhere:
        """Where an address leads that stands in the file; raises ValueError where it is none."""
        folder = file.removesuffix(HOME)
        plain = _PLAIN.fullmatch(address)
        if plain and (path := _climbed(folder, plain[1])) is not None and (plain[1] or plain[2]):
            path += plain[2]
            return Place(self.file_at(path), plain[3] or "", path)
        whole, fragment = urldefrag(urljoin(self.url + folder, address))
        parts, own = urlsplit(whole), urlsplit(self.url)
        if parts.scheme not in ("http", "https") or parts.netloc != own.netloc:
            return Elsewhere(parts.scheme in ("http", "https"))
        path, is_below = unquote(parts.path), unquote(parts.path).startswith(own.path)
        path = path.removeprefix(own.path)
        return Place(self.file_at(path) if is_below else None, unquote(fragment), path)

    def file_at(self, path: str) -> str | None:
        """The file that GitHub Pages sends for the path, None for its 404 page."""
        candidates = (path, f"{path}{HOME}", f"{path}/{HOME}")
        return next((file for file in candidates if file in self.sizes), None)


def _climbed(folder: str, ups: str) -> str | None:
    """The folder so many steps up; None above the root of the site."""
    parts = folder.split("/")
    parts[-1:] = []
    steps = len(ups) // 3
    if steps > len(parts) or (folder and not folder.endswith("/")):
        return None
    return "".join(f"{part}/" for part in parts[: len(parts) - steps])


def read_tree(folder: Path) -> Tree:
    """The site in the folder; where it is published, its home page says."""
    sizes = {path: size for path, size, _ in files_in(folder)}
    url = _address(folder / HOME) if HOME in sizes else ""
    return Tree(folder, url or _NOWHERE, sizes)


def _address(home: Path) -> str:
    for tag in tags_of(home.read_text(encoding="utf-8", errors="replace")):
        if tag.name == "link" and tag.attributes.get("rel") == "canonical":
            return tag.attributes.get("href", "")
    return ""
