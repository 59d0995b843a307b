"""Queries: what an article's page asks the catalogue, and when the answer may have changed.

catalogue/lookup.py gives pages the answers and records them. Repeating all queries of ten thousand
pages would take a second of a build that lasts one. Few of them need it, since an answer depends on
the places near an article in its groups. So a query may name the keys near a change (`near`); it is
repeated for those, and other answers are taken to hold. A query without `near` is repeated for
every key: correct by itself, and fast enough if pages share their keys.

Held by tests/newsroom/catalogue/test_queries.py: after any change, every key whose answer changed
is among those near it.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass

from newsroom.build.digests import digest
from newsroom.catalogue.catalogue import Catalogue, place_of
from newsroom.catalogue.entries import Entry
from newsroom.catalogue.moves import Moves, near_moves
from newsroom.machine.shortcuts import Shortcut, is_taken

RELATED = 4
Answer = Sequence[Entry | None]


@dataclass(frozen=True)
class Query:
    """A question to the catalogue about a key: an article's path, a section's slug."""

    name: str
    answer: Callable[[Catalogue, str], Answer]
    near: Callable[[Catalogue, Moves], Iterable[str]] | None = None
    """The keys whose answers those moves may have changed; None if any key may be affected."""


def digest_of(answer: Answer) -> bytes:
    """The digest of which articles the answer names. What a page shows of each depends on opening
    it, which is recorded separately."""
    return digest(*(entry.path if entry else "" for entry in answer))


class Queried:
    """A query as a provider of dependencies: finds the recorded answers that differ now."""

    def __init__(self, query: Query, catalogue: Catalogue, moves: Moves) -> None:
        self._query, self._catalogue, self._moves = query, catalogue, moves

    def changed(self, recorded: Mapping[str, bytes]) -> Set[str]:
        """The keys whose answers differ now."""
        near = self._query.near if is_taken(Shortcut.NEAR_KEYS) else None
        if not self._moves:
            return frozenset()
        keys: Set[str] = recorded.keys()
        if near:
            keys &= set(near(self._catalogue, self._moves))
        return {key for key in keys if self._answer(key) != recorded[key]}

    def _answer(self, key: str) -> bytes:
        return digest_of(self._query.answer(self._catalogue, key))


def _beside_in_section(catalogue: Catalogue, path: str) -> Answer:
    entry = catalogue.by_path.get(path)
    return catalogue.beside_in_section(entry) if entry else (None, None)


def _near_in_section(catalogue: Catalogue, moves: Moves) -> Iterator[str]:
    for entry in moves.entries:
        group = catalogue.group(("section", entry.section))
        place = place_of(entry, group)
        yield from (near.path for near in group[max(0, place - 1) : place + 2])


def _related(catalogue: Catalogue, path: str) -> Answer:
    entry = catalogue.by_path.get(path)
    return catalogue.related(entry, RELATED) if entry else ()


BESIDE_IN_SECTION = Query("beside in section", _beside_in_section, _near_in_section)
"""By the path of an article: the next newer and the next older article of its section."""
RELATED_ARTICLES = Query("related", _related, near_moves)
"""By the path of an article: the articles most closely related to it."""
QUERIES = (BESIDE_IN_SECTION, RELATED_ARTICLES)
