"""Faults of a built site's addresses: what kinds there are, and in which files they stand."""

import re
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterable, Iterator, Sequence
from enum import Enum
from typing import NamedTuple

from newsroom.built.references import (
    Pointers,
    Reference,
    pointers_of_page,
    references_of_css,
    references_of_xml,
)
from newsroom.built.tree import HOME, Elsewhere, Tree
from newsroom.content import uris

_ARTICLES = "tin/"
_PAGES_PART = re.compile(r"<main\b.*?(?=</main|\Z)|<body\b.*", re.DOTALL | re.IGNORECASE)
_WORDS = re.compile(
    r"(?:\s++|<(script|style)\b.*?</\1\s*>|<[^>]*>)*+[^\s<]", re.DOTALL | re.IGNORECASE
)


class Kind(Enum):
    """What can be wrong with an address."""

    NO_ADDRESS = "no address"
    NO_FILE = "no file"
    NO_FRAGMENT = "no fragment"
    FOREIGN = "foreign"
    """A browser would ask another host for it."""
    RELATIVE = "relative"
    """Feed readers need whole addresses."""


class Fault(NamedTuple):
    """One address that is wrong."""

    kind: Kind
    file: str
    reference: Reference
    target: str = ""
    """Where it leads: below the site's root, or the file that lacks the fragment."""
    fragment: str = ""

    @property
    def is_blocking(self) -> bool:
        """Whether the site is not to be published so: what a page is not itself without is lost,
        or an article that the program lists, or a list that the home page leads to."""
        if self.kind is not Kind.NO_FILE:
            return False
        own = (_ARTICLES, *uris.GENERATED) if self.file == HOME else _ARTICLES
        is_page = self.target.endswith("/") and self.target.startswith(own)
        is_link = self.reference.written_as == "a href" and not self.reference.is_written
        return self.reference.is_essential or (is_link and is_page)


class Looked(NamedTuple):
    """What a look at some files gave."""

    faults: list[Fault]
    doubts: list[Fault]
    """Fragments of other pages, which may be there."""
    empty: list[str]
    """Pages without a word."""
    unreadable: list[str]
    """Feeds and sitemaps that are no XML."""


def look_at(tree: Tree, files: Sequence[str]) -> Looked:
    """Look at pages, stylesheets and feeds; may be called in any process."""
    looked, sound = Looked([], [], [], []), set[tuple[str, Reference]]()
    for file in files:
        text = tree.text(file)
        if file.endswith(".html") and not has_words(text):
            looked.empty.append(file)
        try:
            pointers = _pointers(file, text)
        except ElementTree.ParseError:
            looked.unreadable.append(file)
            continue
        for fault in _faults(tree, file, pointers, sound):
            is_doubt = fault.kind is Kind.NO_FRAGMENT and fault.target != file
            (looked.doubts if is_doubt else looked.faults).append(fault)
    return looked


def _pointers(file: str, text: str) -> Pointers:
    if file.endswith(".html"):
        return pointers_of_page(text)
    references = references_of_css(text) if file.endswith(".css") else references_of_xml(text)
    return Pointers(list(references), set())


def _faults(
    tree: Tree, file: str, pointers: Pointers, sound: set[tuple[str, Reference]]
) -> Iterator[Fault]:
    """What is or may be wrong in a file.

    sound: what leads somewhere from every folder so deep, as the links of the frame do.
    """
    root = "../" * file.count("/")
    for reference in pointers.references:
        if (root, reference) in sound:
            continue
        if fault := _fault(tree, file, reference, pointers.fragments):
            yield fault
        elif root and reference.address.startswith(root):
            sound.add((root, reference))


def _fault(tree: Tree, file: str, reference: Reference, fragments: set[str]) -> Fault | None:
    """What is wrong with the address, or may be where it names a fragment of another page."""
    try:
        target = tree.target(file, reference.address)
    except ValueError:
        return Fault(Kind.NO_ADDRESS, file, reference)
    if isinstance(target, Elsewhere):
        is_foreign = target.is_web and reference.fetched
        return Fault(Kind.FOREIGN, file, reference) if is_foreign else None
    if file.endswith(".xml") and "://" not in reference.address:
        return Fault(Kind.RELATIVE, file, reference)
    if target.file is None:
        return Fault(Kind.NO_FILE, file, reference, target.path)
    fragment = target.fragment
    if not target.file.endswith(".html") or fragment in ("", "top") or fragment.startswith(":~:"):
        return None
    if target.file == file and fragment in fragments:
        return None
    return Fault(Kind.NO_FRAGMENT, file, reference, target.file, fragment)


def confirmed(tree: Tree, doubts: Iterable[Fault]) -> Iterator[Fault]:
    """Those whose fragment is not in the other page."""
    offered: dict[str, set[str]] = {}
    for fault in doubts:
        if fault.target not in offered:
            offered[fault.target] = pointers_of_page(tree.text(fault.target)).fragments
        if fault.fragment not in offered[fault.target]:
            yield fault


def has_words(html: str) -> bool:
    """Whether the page's own part says anything; its frame does not count."""
    part = _PAGES_PART.search(html)
    return bool(_WORDS.match(part[0] if part else html))
