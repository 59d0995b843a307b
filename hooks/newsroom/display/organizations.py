"""Organizations (đơn vị) as pages name them, in the order in which the ward declares them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TypeVar

from newsroom.catalogue.entries import Entry
from newsroom.content import uris
from newsroom.content.article import Article
from newsroom.content.newsroom import Newsroom
from newsroom.text.fold import fold

Written = TypeVar("Written", Article, Entry)
NAMELESS = "Đơn vị khác"
"""Where a review names nobody."""


@dataclass(frozen=True, slots=True)
class Named:
    """An organization, in full and as a page says it that names the ward already."""

    title: str
    short: str
    uri: str = ""
    """The address of its page; empty where the ward does not declare it."""

    @property
    def key(self) -> str:
        """Its name under which spellings meet."""
        return fold(self.title)


Names = Sequence[Named]


def organization_names(newsroom: Newsroom) -> Names:
    """Those that the ward declares, each once."""
    ward = newsroom.ward.name_in_text
    named = [
        Named(one.title, _short(one.title, ward), uris.organization_uri(one.title))
        for one in newsroom.organizations
    ]
    return tuple({one.key: one for one in named}.values())


def _short(title: str, ward: str) -> str:
    return title.removesuffix(ward).strip(" ,–-") or title


def by_organization(written: Iterable[Written], names: Names) -> list[tuple[Named, list[Written]]]:
    """Articles, or their entries, of each organization that has any: those declared first, then
    others by name, last what names nobody."""
    groups: dict[str, list[Written]] = {}
    for one in written:
        groups.setdefault(_key(one.organization), []).append(one)
    declared = {one.key: one for one in names}
    found = [
        (declared.get(key) or undeclared(group[0].organization), group)
        for key, group in groups.items()
    ]
    return sorted(found, key=lambda pair: place_of(pair[0].title, names))


@cache
def _key(name: str) -> str:
    """Ten thousand entries name a dozen of them."""
    return fold(name)


def undeclared(name: str) -> Named:
    """One that the ward does not declare, as it is written."""
    return Named(name, name or NAMELESS)


def place_of(title: str, names: Names) -> tuple[int, str]:
    """What sorts organizations: as the ward declares them, others by name, the nameless last."""
    key = fold(title)
    order = [one.key for one in names]
    undeclared_place = len(order) + (not title)
    return (order.index(key) if key in order else undeclared_place), key
