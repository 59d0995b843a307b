"""Addresses that are taken: no old address replaces a page, a document or an article."""

import re
from collections.abc import Callable, Iterable
from functools import cached_property
from pathlib import PurePosixPath

from newsroom.content import uris
from newsroom.text.encoding import nfc

_HOME_OF_A_FOLDER = re.compile(r"(?:^|/)index(?:\.html?)?$")
_PAGE = re.compile(r"\.html?$")


def folded(path: str) -> str:
    """A path as Windows and macOS compare it: regardless of case and of Unicode composition."""
    return nfc(path).casefold().strip("/")


def page_key(path: str) -> str:
    """A key that addresses of the same page share: a static host answers /a, /a/, /a/index.html and
    /a.html alike."""
    path = folded(path)
    folder = _HOME_OF_A_FOLDER.sub("", path)
    return _PAGE.sub("", path) if folder == path else folder


class Taken:
    """The addresses of a site, except old ones."""

    def __init__(
        self, files: Iterable[str], articles: Iterable[str], generated: Callable[[], Iterable[str]]
    ) -> None:
        """files: where the hand-written pages, the theme's files and those of articles will be.

        articles: the addresses of all articles.
        generated: makes those of the generated pages, each list by its newest page; called only if
        an old address could be one of them.
        """
        self._files = {folded(file) for file in files}
        self._pages = {page_key(uri) for uri in (*self._files, *articles, *uris.FIXED)}
        self._generate = generated

    def has(self, path: str) -> bool:
        """Whether something answers at the path, which is relative to the site's root, or would
        have to be a folder for the path to be there."""
        key = page_key(path)
        if key in self._pages or f"{key}/".startswith(uris.OTHERS):
            return True
        if any(str(parent) in self._files for parent in PurePosixPath(folded(path)).parents):
            return True
        if f"{key}/".startswith(uris.GENERATED):
            return key.partition(f"/{uris.PAGES}")[0] in self._generated
        return False

    @cached_property
    def _generated(self) -> set[str]:
        return {page_key(uri) for uri in self._generate()}
