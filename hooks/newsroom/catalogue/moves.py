"""Moves: which articles came, went or changed since the last build, and what lies near them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from newsroom.catalogue.catalogue import RELATED_REACH, Catalogue, groups_of, related_weight
from newsroom.catalogue.entries import Entry


@dataclass(frozen=True, slots=True)
class Moves:
    """The entries of a catalogue that came, went or changed since the last build."""

    then: Sequence[Entry] = ()
    """As they were; those that came are not among them."""
    now: Sequence[Entry] = ()
    """As they are; those that went are not among them."""

    def __bool__(self) -> bool:
        return bool(self.then or self.now)

    @property
    def entries(self) -> Iterator[Entry]:
        """Both."""
        yield from self.then
        yield from self.now


def near_moves(catalogue: Catalogue, moves: Moves) -> Iterator[str]:
    """The paths of the articles whose related articles may be others after these moves.

    An article is related to those within RELATED_REACH places of it in a group, and the weight of a
    group depends on its size. So only where the order of a group begins and ceases to differ, and
    that far around it, may anything change; or everywhere, where the weight did.
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
    """What decides on the groups of an article, and on its place in them."""
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
