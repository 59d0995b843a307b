"""Corrections of sealed documents: only the shards of lines that came or went."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from newsroom.search.memory import slices_of
from newsroom.search.postings import Parted, Unread, changed
from newsroom.search.sealed_lists import ShardFile, Shards, is_word, name_and_strength
from newsroom.search.shard import DamagedError, Read
from newsroom.search.tables import Table, table_of


@dataclass(frozen=True, slots=True)
class Sealed:
    """A sealed document."""

    number: int
    terms: bytes
    """Packed."""


@dataclass(frozen=True, slots=True)
class Correction:
    """A document whose terms or number are others now, or that was or is not sealed."""

    before: Sealed | None
    after: Sealed | None


@dataclass(frozen=True, slots=True)
class _Edit:
    name: str
    posting: int
    is_added: bool


@dataclass(frozen=True, slots=True)
class Amended:
    """A shard that is no longer what the memory has."""

    file: ShardFile
    before: Table
    """The rows that its words gave to the tables."""
    after: Table
    """Those that they give now."""


def amended_shards(
    corrections: Iterable[Correction],
    both: tuple[Shards, Shards],
    memory: Mapping[str, bytes],
) -> Iterator[Amended]:
    """The shards that the corrections change."""
    words, pairs = _edits(corrections)
    for shards, edits in zip(both, (words, pairs), strict=True):
        for number, own in _by_shard(edits, shards.number):
            lists = shards.decoded(number, memory)
            before = table_of(lists) if edits is words else {}
            _apply(own, lists)
            after = table_of(lists) if edits is words else {}
            yield Amended(shards.encoded(number, lists), before, after)


def _edits(corrections: Iterable[Correction]) -> tuple[list[_Edit], list[_Edit]]:
    """Of words, and of pairs; all that goes stands before what comes, whose number it may have."""
    words: list[_Edit] = []
    pairs: list[_Edit] = []
    parted = [_parted(correction) for correction in corrections]
    for is_added in (False, True):
        for line, number in (pair for lines in parted for pair in lines[is_added]):
            name, strength = name_and_strength(line)
            edit = _Edit(name, number * 4 + strength, is_added)
            (words if is_word(line) else pairs).append(edit)
    return words, pairs


def _parted(correction: Correction) -> tuple[set[tuple[str, int]], set[tuple[str, int]]]:
    """What goes, and what comes."""
    before, after = _lines(correction.before), _lines(correction.after)
    return before - after, after - before


def _lines(document: Sealed | None) -> set[tuple[str, int]]:
    if document is None:
        return set()
    number = document.number
    return {(line, number) for lines in slices_of(document.terms) for line in lines}


def _by_shard(
    edits: Iterable[_Edit], number_of: Callable[[str], int]
) -> Iterator[tuple[int, list[_Edit]]]:
    by_shard: dict[int, list[_Edit]] = defaultdict(list)
    for edit in edits:
        by_shard[number_of(edit.name)].append(edit)
    return iter(by_shard.items())


def _apply(edits: Iterable[_Edit], lists: Read) -> None:
    names = set()
    for edit in edits:
        names.add(edit.name)
        postings = lists.get(edit.name, [])
        if isinstance(postings, Unread):
            postings = postings.postings()
        lists[edit.name] = postings
        change = postings.changed if isinstance(postings, Parted) else partial(changed, postings)
        if not change(edit.posting, is_added=edit.is_added):
            raise DamagedError(f"the list of {edit.name} does not fit the documents")
    for name in names:
        if not lists[name]:
            del lists[name]
