"""Related articles, looked for again only where something near them in a group has changed."""

from collections.abc import Iterator, MutableMapping, Sequence
from dataclasses import dataclass

from newsroom.build.rows import recall, remember
from newsroom.catalogue.catalogue import RELATED_REACH, Catalogue, groups_of, related_weight
from newsroom.catalogue.entries import Entry

Uris = tuple[str, ...]
_KEY = "related"


@dataclass(frozen=True, slots=True)
class Moves:
    """The entries of a catalogue that came, went or changed since the last build."""

    then: Sequence[Entry]
    """As they were; those that came are not among them."""
    now: Sequence[Entry]
    """As they are; those that went are not among them."""

    @property
    def entries(self) -> Iterator[Entry]:
        """Both."""
        yield from self.then
        yield from self.now


def related_uris(
    catalogue: Catalogue,
    moves: Moves,
    count: int,
    rules: bytes,
    memory: MutableMapping[str, bytes],
) -> tuple[dict[str, Uris], set[str]]:
    """For every article of the catalogue, by its address, those of its related articles; and the
    addresses of the articles that have others than at the last build.

    rules: the digest of all that entries are made by, and related articles are found by.
    """
    known = recall(memory, _KEY, rules, dict[str, Uris]) or {}
    by_uri = {entry.uri: entry for entry in (moves.now if known else catalogue.entries)}
    gone = {entry.uri for entry in moves.then if entry.uri not in by_uri} & known.keys()
    found = {uri: uris for uri, uris in known.items() if uri not in gone}
    wanted = {*by_uri.keys() - known.keys(), *_affected(catalogue, moves)} - gone
    others = set()
    for entry in catalogue.entries if wanted else ():
        if entry.uri in wanted:
            found[entry.uri] = tuple(other.uri for other in catalogue.related(entry, count))
            if found[entry.uri] != known.get(entry.uri):
                others.add(entry.uri)
    if others or gone:
        remember(memory, _KEY, rules, found)
    return found, others


def _affected(catalogue: Catalogue, moves: Moves) -> Iterator[str]:
    """The addresses of the articles near a change of a group."""
    then = {entry.path: entry for entry in moves.then}
    now = {entry.path: entry for entry in moves.now}
    moved = {path for path in then.keys() | now.keys() if _place(then, path) != _place(now, path)}
    names = {name for entry in moves.entries if entry.path in moved for name in groups_of(entry)}
    for name in names:
        new = catalogue.group(name)
        old = [entry for entry in new if entry.path not in moved]
        old += [entry for path, entry in then.items() if path in moved and name in groups_of(entry)]
        old.sort(key=lambda entry: (-entry.time, entry.uri))
        for uri, _ in _near_changes([*map(_mark, old)], [*map(_mark, new)]):
            yield uri


def _place(entries: dict[str, Entry], path: str) -> tuple[object, ...]:
    """What decides on the groups of an article, and on its place in them."""
    entry = entries.get(path)
    return (*_mark(entry), *groups_of(entry)) if entry else ()


_Mark = tuple[str, float]


def _mark(entry: Entry) -> _Mark:
    return entry.uri, entry.time


def _near_changes(old: Sequence[_Mark], new: Sequence[_Mark]) -> Iterator[_Mark]:
    if old == new:
        return
    if not old or not new or related_weight(len(old)) != related_weight(len(new)):
        yield from old
        yield from new
        return
    shorter = min(len(old), len(new))
    start = next((n for n in range(shorter) if old[n] != new[n]), shorter)
    rest = shorter - start
    end = next((n for n in range(rest) if old[-1 - n] != new[-1 - n]), rest)
    for marks in (old, new):
        yield from marks[max(0, start - RELATED_REACH) : len(marks) - end + RELATED_REACH]
