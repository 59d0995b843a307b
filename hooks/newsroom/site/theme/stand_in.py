"""A stand-in for every page of one kind: it answers only what holds for all of them.

Where the title or the first heading belongs it gives a mark. Asked for anything else it breaks off,
so that nothing of one page can get into what is drawn for all.
"""

from collections.abc import Iterator, MutableSet
from typing import NoReturn
from uuid import uuid4

from mkdocs.structure.pages import Page

NUL = "\0"
"""Stands between any two letters of a mark, and in no page."""
_TOKEN = uuid4().hex
"""Stands in every mark; it is another one in each process."""


class UnlikeError(Exception):
    """A template wants to know something that differs from page to page."""


def mark(name: str) -> str:
    """A mark that comes through only where a template writes it as it is: to escape it, to strip
    its tag or to take a piece of it makes it another text, as it would the title of some page."""
    return NUL.join(f"<i {name}='&\"'>{_TOKEN}</i>").join((NUL, NUL))


class _Guarded:
    """Breaks off when it is asked for what it does not have."""

    def __getattr__(self, name: str) -> NoReturn:
        if name.startswith("__"):  # Python and Jinja ask for these of any object
            raise AttributeError(name)
        raise UnlikeError(f"{type(self).__name__}: {name}")


class Heading(_Guarded):
    """The first heading."""

    def __init__(self) -> None:
        self.url = f"#{mark('heading')}"


class Headings(_Guarded):
    """The headings of a page, of which only the first may be asked for."""

    def __init__(self, are_there: bool) -> None:
        self._are_there = are_there

    def __bool__(self) -> bool:
        return self._are_there

    def __iter__(self) -> Iterator[Heading]:
        if self._are_there:
            yield Heading()
            raise UnlikeError("headings after the first")


class Metadata:
    """Metadata in which nothing is found; what was looked for is noted."""

    def __init__(self, asked: MutableSet[str]) -> None:
        self._asked = asked

    def __getitem__(self, name: str) -> NoReturn:
        self._asked.add(name)
        raise KeyError(name)

    def __contains__(self, name: str) -> bool:
        self._asked.add(name)
        return False


class StandIn(_Guarded):
    """Stands for every page of a kind; it equals no page of the navigation."""

    def __init__(self, page: Page, asked: MutableSet[str], linked: MutableSet[str]) -> None:
        """page: one of the kind; asked, linked: take in the names of metadata that are looked
        for, and the addresses that are linked to."""
        self._page = page
        self._linked = linked
        self.title = mark("title")
        self.toc = Headings(has_headings(page))
        self.meta = Metadata(asked)

    def linking_to(self, address: str) -> Page:
        """The page from which the link is written."""
        self._linked.add(address)
        return self._page


def has_headings(page: Page) -> bool:
    """Whether the page has a table of contents."""
    return any(True for _ in page.toc)
