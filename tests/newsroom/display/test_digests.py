"""The digest of a display tells every change of what it shows, and nothing else.

The displays are found by walking the room, and values of their fields are made by type, so a
display or a field that is added is tried without a word here.
"""

import inspect
import pkgutil
import types
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from importlib import import_module
from itertools import chain
from pathlib import PurePosixPath
from typing import Any, NamedTuple, NoReturn, Union, get_args, get_origin, get_type_hints

import pytest

import newsroom.display
from newsroom.catalogue.entries import Articles, Entry, entry_of
from newsroom.content.article import Article
from newsroom.content.newsroom import Section
from newsroom.display.article import ArticleDisplay
from newsroom.display.digests import digest_of
from newsroom.display.indexes import Index, IndexGroup
from newsroom.display.site_content import SiteContent
from newsroom.display.text import Text
from newsroom.text.dates import VIETNAM

NOT_DRAWN = {Index, IndexGroup, SiteContent}
"""Dataclasses of the room that no template is given: what displays are made from."""


class Kind(NamedTuple):
    """Two values of a plain type."""

    one: object
    other: object


MOMENT = datetime(2023, 4, 1, 18, 15, tzinfo=VIETNAM)
PLAIN = {
    str: Kind("Lễ hội", "Lễ hội Xuân"),
    bytes: Kind(b"a", b"b"),
    int: Kind(1, 2),
    float: Kind(1.0, 1.5),
    bool: Kind(False, True),
    Decimal: Kind(Decimal("46.4"), Decimal("46.6")),
    datetime: Kind(MOMENT, MOMENT.replace(minute=16)),
    date: Kind(date(2023, 4, 1), date(2023, 4, 2)),
}


def _article(name: str) -> Article:
    return Article(
        path=PurePosixPath(f"2023/{name}.md"), title="Bài", date=MOMENT, body="",
        section=Section("tin", "Tin"),
    )  # fmt: skip


def _opened(entry: Entry) -> NoReturn:
    raise AssertionError(f"{entry.path} was opened")


def _listed(*cards: bytes) -> Articles:
    """Articles that nobody may open, with these cards."""
    entry = entry_of(_article("bai"))
    return Articles([entry._replace(card=card) for card in cards], _opened)


def _unread() -> NoReturn:
    raise AssertionError("a text was read")


def _card(path: str) -> bytes:
    return path.encode()


def _values(kind: Any) -> Iterator[Any]:
    """A value of the type, then values that differ from it in one place each."""
    inner = get_args(kind)
    if kind in PLAIN:
        yield from PLAIN[kind]
    elif kind is Article:
        yield from (_article("mot"), _article("hai"))
    elif kind is Articles or inner == (Article,):
        yield from (_listed(b"1", b"2"), _listed(b"1", b"3"), _listed(b"2", b"1"), _listed(b"1"))
    elif kind is Text:
        yield from (Text(b"1", _unread), Text(b"2", _unread))
    elif is_dataclass(generic := get_origin(kind)):
        yield from _displays(generic, inner)
    elif inner:
        yield from _composed(get_origin(kind), inner)
    elif issubclass(kind, Enum):
        yield from kind
    else:
        yield from _displays(kind)


def _composed(origin: Any, inner: Sequence[Any]) -> Iterator[Any]:
    """The same of a type that is composed of others."""
    if origin in (Union, types.UnionType):
        kinds = [kind for kind in inner if kind is not types.NoneType]
        yield from chain.from_iterable(map(_values, kinds))
        yield from [None] * (len(kinds) < len(inner))
    elif origin is tuple and inner[-1] is not Ellipsis:
        yield from map(tuple, _changed_once([_values(part) for part in inner]))
    elif origin is Mapping:
        (key, other_key, *_), (value, *values) = map(list, map(_values, inner))
        yield from ({key: value}, *({key: v} for v in values), {other_key: value}, {})
    else:
        assert origin in (Sequence, tuple)
        first, *others = _values(inner[0])
        yield from ((first,), *((other,) for other in others), (first, first), ())


def _displays(kind: Any, of: tuple[Any, ...] = ()) -> Iterator[Any]:
    """A value of the dataclass or named tuple, then one for every change of one of its fields.

    of: the types that a generic one is of.
    """
    named = get_type_hints(kind).items()
    hints = {name: hint[of] if of and _is_generic(hint) else hint for name, hint in named}
    if issubclass(kind, tuple):
        names = list(hints)
    else:
        names = [field.name for field in fields(kind) if field.init]
    for values in _changed_once([_values(hints[name]) for name in names]):
        yield kind(**dict(zip(names, values, strict=True)))


def _is_generic(hint: Any) -> bool:
    return bool(getattr(hint, "__parameters__", ()))


def _changed_once(places: Sequence[Iterator[Any]]) -> Iterator[list[Any]]:
    first = [next(place) for place in places]
    yield first
    for number, place in enumerate(places):
        for value in place:
            yield [*first[:number], value, *first[number + 1 :]]


def _kinds() -> list[type]:
    modules = [
        import_module(f"newsroom.display.{module.name}")
        for module in pkgutil.iter_modules(newsroom.display.__path__)
    ]
    return [
        kind
        for module in modules
        for _, kind in inspect.getmembers(module, inspect.isclass)
        if kind.__module__ == module.__name__ and is_dataclass(kind) and kind not in NOT_DRAWN
        if not _is_generic(kind)  # drawn as a part of others
    ]


KINDS = _kinds()


def test_displays_are_found() -> None:
    assert len(KINDS) >= 15
    assert ArticleDisplay in KINDS


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_any_change_of_one_field_is_told(kind: type) -> None:
    """Nested ones too, and lists that gain, lose or swap a member; no article is opened."""
    made = list(_displays(kind))
    digests = [digest_of(display, _card) for display in made]

    assert len(set(digests)) == len(made) > len(fields(kind))


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_equal_displays_have_equal_digests(kind: type) -> None:
    """Whether their parts are shared or not."""
    for one, other in zip(_displays(kind), _displays(kind), strict=True):
        assert digest_of(one, _card) == digest_of(other, _card)
    text = "Lễ hội"
    apart = "".join(["Lễ ", "hội"])
    assert digest_of((text, text), _card) == digest_of((text, apart), _card)


def test_article_counts_by_its_card() -> None:
    """The digest that the catalogue keeps of it, whatever the object is."""
    display, same = (next(_displays(ArticleDisplay)) for _ in range(2))
    digest = digest_of(display, lambda _: b"card")

    assert display.article is not same.article
    assert digest_of(same, lambda _: b"card") == digest
    assert digest_of(display, lambda _: b"another card") != digest


def test_lists_without_articles_are_one_digest_wherever_they_come_from() -> None:
    assert digest_of(_listed(), _card) == digest_of(_listed(b"1")[1:], _card)
