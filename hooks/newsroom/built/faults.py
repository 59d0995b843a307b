"""Faults of a built site's addresses: what kinds there are, and in which files they stand."""

import re
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterable, Iterator, Sequence
from enum import Enum
from typing import NamedTuple

from newsroom import uris
from newsroom.built.references import (
    Reference,
    pointers_of_page,
    references_of_css,
    references_of_xml,
)
from newsroom.built.tree import Elsewhere, Tree

_PROGRAMS_OWN = ("tin/", *uris.GENERATED)
"""Below these the program makes the pages, and the links to them."""
_PAGES_PART = re.compile(r"<main\b.*?(?=</main|\Z)|<body\b.*", re.DOTALL | re.IGNORECASE)
_NO_WORDS = re.compile(r"<(script|style)\b.*?</\1\s*>|<[^>]*>|\s+", re.DOTALL | re.IGNORECASE)


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
        or a page that the program both makes and links to."""
        if self.kind is not Kind.NO_FILE:
            return False
        is_page = self.target.endswith("/") and self.target.startswith(_PROGRAMS_OWN)
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
    looked = Looked([], [], [], [])
    for file in files:
        text, fragments = tree.text(file), set[str]()
        if file.endswith(".html"):
            references, fragments = pointers_of_page(text)
            if not has_words(text):
                looked.empty.append(file)
        elif file.endswith(".css"):
            references = list(references_of_css(text))
        else:
            try:
                references = list(references_of_xml(text))
            except ElementTree.ParseError:
                looked.unreadable.append(file)
                continue
        for reference in references:
            if fault := _fault(tree, file, reference, fragments):
                is_doubt = fault.kind is Kind.NO_FRAGMENT and fault.target != file
                (looked.doubts if is_doubt else looked.faults).append(fault)
    return looked


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
    return bool(_NO_WORDS.sub("", part[0] if part else html))
