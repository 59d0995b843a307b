"""Links and pictures of a Markdown body, each with its place."""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import SplitResult, unquote, urlsplit

from newsroom.text.addresses import is_no_picture, meant_address
from newsroom.text.characters import CONTROL
from newsroom.text.encoding import nfc
from newsroom.text.fold import fold
from newsroom.text.labels import labels_in_use
from newsroom.text.spans import blanked

_ANGLE = r"<(?P<angle>[^<>\n]*)>"
_TITLE = r"\s++(?:\"[^\"]*\"|'[^']*'|\([^)]*\))"
# A pattern is searched fast if it starts with a letter of it: the ! of a picture is asked later.
# Blanks are taken as one (++, *+): tried in all parts, they would keep a build for minutes.
_INLINE = re.compile(
    r"\[(?P<text>(?:[^\[\]\\]|\\.|\[[^\[\]]*\])*)\](?: (?=\((?:https?://|(?:images|tai-lieu)/)))?\("
    # Python-Markdown lets spaces stand in an address: [kế hoạch](tai-lieu/kế hoạch.pdf)
    rf"(?:\s*+(?:{_ANGLE}|(?P<bare>(?:[^()\n]|\n(?!\s*\n)|\([^()\n]*\))*?))(?:{_TITLE})?"
    rf"|{_TITLE})\s*+\)"
)
_DEFINITION = re.compile(
    rf"^ {{0,3}}\[(?!\^)(?P<label>[^\]]+)\]:\s*(?:{_ANGLE}|(?P<bare>\S*))(?=\s*$|{_TITLE})",
    re.MULTILINE,
)
_PICTURE_BY_LABEL = re.compile(r"!\[(?P<text>[^\[\]]*)\](?: ?\[(?P<label>[^\[\]]*)\])?(?!\()")
_AUTOMATIC = re.compile(r"<(?P<address>(?:https?|ftp)://[^<>]*)>", re.IGNORECASE)
_TAG = re.compile(
    r"<(?P<name>a|img|audio|source|video)\b(?:(?P<attributes>(?:\"[^\"]*\"|'[^']*'|[^>\"'])*)>|[^>\"']*)",
    re.IGNORECASE,
)
"""Where a tag is not closed, all up to a quote is passed over: what opens there is not either."""
_ATTRIBUTE = re.compile(
    r"\b(href|src|alt)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s>]+))", re.IGNORECASE
)
_NO_ADDRESS = SplitResult("?", "", "", "", "")
_LONGEST_NAME = 255
"""Bytes of a file's name that every system can hold."""
_LONGEST_PATH = 900
"""Bytes of a path below the articles folder: macOS holds 1,024 with what stands above it."""


def split_address(address: str) -> SplitResult:
    """The parts of an address; of one that no browser could follow only the scheme "?"."""
    try:
        return urlsplit(address)
    except ValueError:
        return _NO_ADDRESS


def is_too_long(path: str) -> bool:
    """Whether no file can have a name as long as one of the path's: asking for it is an error."""
    names = path.split("/")
    return len(path.encode()) > _LONGEST_PATH or any(len(n.encode()) > _LONGEST_NAME for n in names)


def leads_anywhere(address: str) -> bool:
    """Whether it is an address; http://[tên miền]/, endless names and control characters end
    MkDocs' build."""
    parts = split_address(address)
    if parts is _NO_ADDRESS or parts.scheme or parts.netloc:
        return parts is not _NO_ADDRESS
    path = unquote(parts.path)
    return not (is_too_long(path) or CONTROL.search(path))


@dataclass(frozen=True, slots=True)
class Link:
    """A link or picture: its destination, the text or alt, and its place in the body."""

    destination: str
    text: str
    is_image: bool
    offset: int

    @property
    def is_address(self) -> bool:
        """Whether it leads anywhere."""
        return leads_anywhere(self.destination)

    @property
    def local_path(self) -> str | None:
        """The path of the file that it leads to, relative to the article; None if elsewhere."""
        parts = split_address(self.destination)
        if parts.scheme or parts.netloc or not parts.path or parts.path.startswith(("/", "\\")):
            return None
        return nfc(unquote(parts.path)) if self.is_address else None


def find_links(body: str) -> list[Link]:
    """All links and pictures of the body in their order, but for those in code and comments."""
    plain = blanked(body)
    found = [*_inline(plain), *_definitions(plain), *_automatic(plain), *_tags(plain)]
    return sorted(found, key=lambda link: link.offset)


def _inline(body: str, start: int = 0) -> Iterator[Link]:
    for match in _INLINE.finditer(body):
        destination = match["angle"] or match["bare"] or ""
        is_image = body.endswith("!", 0, match.start()) and not is_no_picture(destination)
        meant = destination if is_image else meant_address(destination)
        yield Link(meant, match["text"], is_image, start + match.start() - is_image)
        if "](" in match["text"]:
            yield from _inline(match["text"], start + match.start("text"))


def _definitions(body: str) -> Iterator[Link]:
    if not (used := labels_in_use(body)):
        return
    pictures = {
        fold(use["label"] or use["text"]): use["text"] for use in _PICTURE_BY_LABEL.finditer(body)
    }
    for match in _DEFINITION.finditer(body):
        destination, label = match["angle"] or match["bare"] or "", fold(match["label"])
        if label in used:
            yield Link(destination, pictures.get(label, ""), label in pictures, match.start())


def _automatic(body: str) -> Iterator[Link]:
    for match in _AUTOMATIC.finditer(body):
        yield Link(match["address"], match["address"], False, match.start())


def _tags(body: str) -> Iterator[Link]:
    for tag in _TAG.finditer(body):
        attributes = {
            name.lower(): html.unescape(double or single or bare)
            for name, double, single, bare in _ATTRIBUTE.findall(tag["attributes"] or "")
        }
        is_image = tag["name"].lower() == "img"
        destination = attributes.get("href" if tag["name"].lower() == "a" else "src", "")
        if destination:
            yield Link(destination, attributes.get("alt", ""), is_image, tag.start())
