"""Corrections of sealed documents: only the shards of lines that came or went."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from newsroom.search.memory import slices_of
from newsroom.search.sealed_lists import ShardFile, Shards, is_word, name_and_strength
from newsroom.search.shard import DamagedError, Unread
from newsroom.search.tables import Table, amended_tables, table_of


@dataclass(frozen=True, slots=True)
class Correction:
    """A sealed document whose terms are others now."""

    number: int
    before: bytes
    """Its packed terms."""
    after: bytes


@dataclass(frozen=True, slots=True)
class _Edit:
    name: str
    posting: int
    is_added: bool


def amended_files(
    corrections: Iterable[Correction],
    both: tuple[Shards, Shards],
    memory: Mapping[str, bytes],
) -> tuple[list[ShardFile], dict[str, bytes]]:
    """The shards, and the word tables, that are no longer what the memory has."""
    words, pairs = _edits(corrections)
    before: Table = {}
    after: Table = {}
    files = []
    for shards, edits in zip(both, (words, pairs), strict=True):
        for number, own in _by_shard(edits, shards.number):
            lists = shards.decoded(number, memory)
            if edits is words:
                before |= table_of(lists)
            _apply(own, lists)
            if edits is words:
                after |= table_of(lists)
            files.append(shards.encoded(number, lists))
    return files, amended_tables(before, after, memory)


def _edits(corrections: Iterable[Correction]) -> tuple[list[_Edit], list[_Edit]]:
    """Of words, and of pairs; what goes stands before what comes."""
    words: list[_Edit] = []
    pairs: list[_Edit] = []
    for correction in corrections:
        old, new = _lines(correction.before), _lines(correction.after)
        for lines, is_added in ((old - new, False), (new - old, True)):
            for line in lines:
                name, strength = name_and_strength(line)
                edit = _Edit(name, correction.number * 4 + strength, is_added)
                (words if is_word(line) else pairs).append(edit)
    return words, pairs


def _lines(packed_terms: bytes) -> set[str]:
    return {line for lines in slices_of(packed_terms) for line in lines}


def _by_shard(
    edits: Iterable[_Edit], number_of: Callable[[str], int]
) -> Iterator[tuple[int, list[_Edit]]]:
    by_shard: dict[int, list[_Edit]] = defaultdict(list)
    for edit in edits:
        by_shard[number_of(edit.name)].append(edit)
    return iter(by_shard.items())


def _apply(edits: Iterable[_Edit], lists: dict[str, Unread | list[int]]) -> None:
    for edit in edits:
        kept = lists.get(edit.name, [])
        lists[edit.name] = postings = kept.postings() if isinstance(kept, Unread) else kept
        place = bisect_left(postings, edit.posting)
        is_there = place < len(postings) and postings[place] == edit.posting
        if is_there is edit.is_added:
            raise DamagedError(f"the list of {edit.name} does not fit the documents")
        if edit.is_added:
            postings.insert(place, edit.posting)
        else:
            del postings[place]
    for name in {edit.name for edit in edits}:
        if not lists[name]:
            del lists[name]
