"""Moves: the articles that were added, removed or changed since the last build, and what is near
them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from newsroom.catalogue.catalogue import RELATED_REACH, Catalogue, groups_of, related_weight
from newsroom.catalogue.entries import Entry


@dataclass(frozen=True, slots=True)
class Moves:
    """The entries of a catalogue that were added, removed or changed since the last build."""

    then: Sequence[Entry] = ()
    """As they were; without those that were added."""
    now: Sequence[Entry] = ()
    """As they are; without those that were removed."""

    def __bool__(self) -> bool:
        return bool(self.then or self.now)

    @property
    def entries(self) -> Iterator[Entry]:
        """Both."""
        yield from self.then
        yield from self.now


def near_moves(catalogue: Catalogue, moves: Moves) -> Iterator[str]:
    """The paths of the articles whose related articles may differ after these moves.

    Articles are related within RELATED_REACH places of a group, and the weight of a group depends
    on its size alone. So for each group of a moved article:

    1. rebuild its old order from the new one and the entries that moved;
    2. if its weight changed, all its members are affected;
    3. otherwise those from the first place where the orders differ to the last one, and
       RELATED_REACH places beyond either.
    """
    then = {entry.path: entry for entry in moves.then}
    now = {entry.path: entry for entry in moves.now}
    moved = {path for path in then.keys() | now.keys() if _place(then, path) != _place(now, path)}
    names = {name for entry in moves.entries if entry.path in moved for name in groups_of(entry)}
    for name in names:
        new = catalogue.group(name)
        old = [entry for entry in new if entry.path not in moved]
        old += [entry for path, entry in then.items() if path in moved and name in groups_of(entry)]
        old.sort(key=lambda entry: (-entry.time, entry.uri))
        for path, *_ in _near_changes([*map(_mark, old)], [*map(_mark, new)]):
            yield path


_Mark = tuple[str, str, float]


def _mark(entry: Entry) -> _Mark:
    return entry.path, entry.uri, entry.time


def _place(entries: dict[str, Entry], path: str) -> tuple[object, ...]:
    """What determines the groups of an article, and its place in them."""
    entry = entries.get(path)
    return (*_mark(entry), *groups_of(entry)) if entry else ()


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
