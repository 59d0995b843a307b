"""The files that a browser saved beside a page."""

import re
import unicodedata
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, field
from html import unescape
from pathlib import Path, PurePosixPath
from urllib.parse import unquote, urlsplit

from newsroom.content.links import split_address

FOLDER_SUFFIXES = ("_files", ".files")
"""Of the folder for what belongs to a page, named as the page is."""
_SIZE = re.compile(r"-(?:\d{2,4}x\d{2,4}|scaled)(?=\.\w+$)")
"""What WordPress adds to the name of a picture that it made smaller."""
_LINK = re.compile(r"""\bhref\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""", re.IGNORECASE)
_MOST_FOLDERS = 8
_PIECE, _LONGEST = 1_000_000, 500
"""Characters: of an export that are read at once, and of an address in it."""
_LINK_TO_HERE = re.compile(
    r"""href\s*=\s*(?:\\?["']|&quot;|&#34;)?(?P<address>(?:(?!&quot;)[^\s"'<>\\])+)$""",
    re.IGNORECASE,
)
"""What stands before the end of a link's address, as HTML in XML and JSON has it."""


def saved_picture(page: Path) -> Callable[[str], bytes | None]:
    """A function from an address in the page to the bytes saved for it, or None."""
    return _SavedBeside(page).load


def linked_files(page: Path) -> set[Path]:
    """The files beside the page that it links to, as resolved paths."""
    beside, html = _SavedBeside(page), page.read_bytes().decode(errors="replace")
    addresses = {unescape("".join(link)) for link in _LINK.findall(html)}
    found = (beside.path(address) for address in addresses if PurePosixPath(address).suffix)
    return {path.resolve() for path in found if path}


def exported_file(export: Path) -> Callable[[str], bytes | None]:
    """The same of an export: of a picture's address only the end lies beside it, such as
    uploads/2023/05/a.jpg; of a smaller size the whole picture is better."""
    beside = _SavedBeside(export)

    def load(address: str) -> bytes | None:
        return next(filter(None, map(beside.load, _ends_of(address))), None)

    return load


def files_of_export(export: Path, suffixes: Collection[str]) -> set[Path]:
    """The files of these kinds beside the export that its articles link to, as resolved paths."""
    beside = _SavedBeside(export)
    found = (beside.path(end) for one in _addresses(export, suffixes) for end in _ends_of(one))
    return {path.resolve() for path in found if path}


def _ends_of(address: str) -> Iterator[str]:
    """What of an address may lie beside an export, the longest first, at last the whole."""
    path = unquote(split_address(address).path)
    for ends in dict.fromkeys((of_whole_picture(path), path)):
        names = PurePosixPath(ends).parts
        tails = ["/".join(names[n:]) for n in range(len(names) - 1) if names[n] != "/"]
        yield from tails[-_MOST_FOLDERS:]
    yield address


def _addresses(export: Path, suffixes: Collection[str]) -> set[str]:
    """The addresses of links in the file that end as a file of these kinds, read piece by piece."""
    form = re.compile(rf"(?:{'|'.join(map(re.escape, suffixes))})(?!\w)", re.IGNORECASE)
    addresses: set[str] = set()
    with export.open(encoding="utf-8", errors="replace") as stream:
        before = ""
        while piece := stream.read(_PIECE):
            text = (before + piece).replace("\\/", "/")
            for end in (match.end() for match in form.finditer(text)):
                if link := _LINK_TO_HERE.search(text[max(0, end - _LONGEST) : end]):
                    addresses.add(unescape(link["address"]))
            before = text[-_LONGEST:]
    return addresses


def of_whole_picture(path: str) -> str:
    """The path of the picture that the one at this path is a smaller size of."""
    return _SIZE.sub("", path)


@dataclass(slots=True)
class _SavedBeside:
    """The files beside a page. Names are compared as people read them: capitals and the two ways of
    writing “ễ” do not matter, nor whether blanks are percent-encoded."""

    page: Path
    listings: dict[Path, dict[str, Path]] = field(default_factory=dict)

    def load(self, address: str) -> bytes | None:
        """The bytes saved for the address, None if there are none."""
        try:
            found = self.path(address)
            return found.read_bytes() if found else None
        except OSError:
            return None

    def path(self, address: str) -> Path | None:
        """The file saved for the address, None if there is none."""
        try:
            return next(filter(None, self._found(address)), None)
        except (OSError, ValueError):
            return None

    def _found(self, address: str) -> Iterator[Path | None]:
        for path, is_local in _paths(address):
            if is_local:
                yield self._lookup(self.page.parent, path)
            for suffix in FOLDER_SUFFIXES:
                folder = self.page.with_name(f"{self.page.stem}{suffix}")
                yield self._lookup(folder, PurePosixPath(path.name))

    def _lookup(self, folder: Path, path: PurePosixPath) -> Path | None:
        for name in path.parts:
            found = folder.parent if name == ".." else self._entries(folder).get(_read(name))
            if found is None:
                return None
            folder = found
        return folder if _is_beside(folder, self.page) else None

    def _entries(self, folder: Path) -> dict[str, Path]:
        if folder not in self.listings:
            found = sorted(folder.iterdir()) if folder.is_dir() else []
            self.listings[folder] = {_read(path.name): path for path in found}
        return self.listings[folder]


def _paths(address: str) -> Iterator[tuple[PurePosixPath, bool]]:
    """What the address may be as a path, and whether it is one from the page's folder."""
    address = address.strip().replace("\\", "/")
    parts = urlsplit(address)
    for path in dict.fromkeys((unquote(parts.path), parts.path, unquote(unquote(parts.path)))):
        yield PurePosixPath(path), not parts.scheme and not path.startswith("/")


def _read(name: str) -> str:
    return unicodedata.normalize("NFC", name).casefold()


def _is_beside(path: Path, page: Path) -> bool:
    return path.is_file() and path.resolve().is_relative_to(page.parent.resolve())
