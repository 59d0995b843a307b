"""Corrections of sealed documents: only the shards of lines that came or went."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from newsroom.search.format.dictionary import DocumentFrequencies, document_frequencies
from newsroom.search.format.encoding import DamagedError
from newsroom.search.format.postings import EncodedPostings, TieredPostings, edit_postings
from newsroom.search.format.sealed_segment import ShardFile, Shards
from newsroom.search.format.shard import DecodedLists
from newsroom.search.update.forward_index import slices_of
from newsroom.search.words.document_terms import is_word, name_and_strength


@dataclass(frozen=True, slots=True)
class SealedDocument:
    """A sealed document."""

    number: int
    terms: bytes
    """Packed."""


@dataclass(frozen=True, slots=True)
class DocumentDelta:
    """A document whose terms or number are others now, or that was or is not sealed."""

    before: SealedDocument | None
    after: SealedDocument | None


@dataclass(frozen=True, slots=True)
class _PostingEdit:
    name: str
    posting: int
    is_added: bool


@dataclass(frozen=True, slots=True)
class PatchedShard:
    """A shard that is no longer what the cache has."""

    file: ShardFile
    before: DocumentFrequencies
    """The rows that its words gave to the tables."""
    after: DocumentFrequencies
    """Those that they give now."""


def patched_shards(
    corrections: Iterable[DocumentDelta],
    both: tuple[Shards, Shards],
    cache: Mapping[str, bytes],
) -> Iterator[PatchedShard]:
    """The shards that the corrections change."""
    words, pairs = _edits(corrections)
    for shards, edits in zip(both, (words, pairs), strict=True):
        for number, own in _by_shard(edits, shards.number):
            lists = shards.decoded(number, cache)
            before = document_frequencies(lists) if edits is words else {}
            _apply(own, lists)
            after = document_frequencies(lists) if edits is words else {}
            yield PatchedShard(shards.encoded(number, lists), before, after)


def _edits(corrections: Iterable[DocumentDelta]) -> tuple[list[_PostingEdit], list[_PostingEdit]]:
    """Of words, and of pairs; all that goes stands before what comes, whose number it may have."""
    words: list[_PostingEdit] = []
    pairs: list[_PostingEdit] = []
    parted = [_parted(correction) for correction in corrections]
    for is_added in (False, True):
        for line, number in (pair for lines in parted for pair in lines[is_added]):
            name, strength = name_and_strength(line)
            edit = _PostingEdit(name, number * 4 + strength, is_added)
            (words if is_word(line) else pairs).append(edit)
    return words, pairs


def _parted(correction: DocumentDelta) -> tuple[set[tuple[str, int]], set[tuple[str, int]]]:
    """What goes, and what comes."""
    before, after = _lines(correction.before), _lines(correction.after)
    return before - after, after - before


def _lines(document: SealedDocument | None) -> set[tuple[str, int]]:
    if document is None:
        return set()
    number = document.number
    return {(line, number) for lines in slices_of(document.terms) for line in lines}


def _by_shard(
    edits: Iterable[_PostingEdit], number_of: Callable[[str], int]
) -> Iterator[tuple[int, list[_PostingEdit]]]:
    by_shard: dict[int, list[_PostingEdit]] = defaultdict(list)
    for edit in edits:
        by_shard[number_of(edit.name)].append(edit)
    return iter(by_shard.items())


def _apply(edits: Iterable[_PostingEdit], lists: DecodedLists) -> None:
    names = set()
    for edit in edits:
        names.add(edit.name)
        postings = lists.get(edit.name, [])
        if isinstance(postings, EncodedPostings):
            postings = postings.postings()
        lists[edit.name] = postings
        change = (
            postings.edit
            if isinstance(postings, TieredPostings)
            else partial(edit_postings, postings)
        )
        if not change(edit.posting, is_added=edit.is_added):
            raise DamagedError(f"the list of {edit.name} does not fit the documents")
    for name in names:
        if not lists[name]:
            del lists[name]
