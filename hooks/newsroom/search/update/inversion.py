"""Inversion: the sealed segment built from scratch out of the forward index.

Two steps in the manner of map and reduce, whose tasks run in any process: `invert` turns a chunk of
256 documents into the documents of each line, by slice of the lines; `merge_slice` joins one slice
of all chunks and encodes its shards. So no process ever holds every line of every document.
With all other files of the index it takes 9 of the 73 CPU seconds of a cold build of
10,000 articles (decision 11).

It relies on a chunk's documents fitting in a byte (CHUNK), on every chunk but the last being full,
and on SLICES dividing the number of shards, so that a shard belongs to one slice.
Held by tests/newsroom/search/update/test_build_index.py and test_indexing.py, which also sends the
tasks through pickle as a pool does; decision 10 tells what runs in processes.
"""

import marshal
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from newsroom.machine.processes import batched
from newsroom.search.format.dictionary import DocumentFrequencies, document_frequencies
from newsroom.search.format.encoding import DamagedError
from newsroom.search.format.postings import PostingLists
from newsroom.search.format.sealed_segment import ShardFile, Shards
from newsroom.search.update.forward_index import slices_of
from newsroom.search.words.document_terms import is_word, name_and_strength
from newsroom.search.words.hashing import SLICES

T = TypeVar("T")

CHUNK = 256
"""Documents of a chunk: one byte says which of them has a line."""


@dataclass(frozen=True, slots=True)
class Slice:
    """The task of merging one slice of the lines of all sealed documents."""

    number: int
    chunks: Sequence[bytes]
    """What `invert` gave of each chunk."""
    numbers: Sequence[int]
    """Those of the documents."""
    shards: tuple[Shards, Shards]


@dataclass(frozen=True, slots=True)
class MergedSlice:
    """The shards of a slice, and the document frequencies of its words."""

    shards: list[ShardFile]
    frequencies: DocumentFrequencies


def invert(chunk: Sequence[bytes]) -> list[bytes]:
    """By slice, the documents of each line; `chunk` is the packed terms of up to 256 documents."""
    documents = [slices_of(terms) for terms in chunk]
    if any(len(slices) != SLICES for slices in documents):
        raise DamagedError("terms have another number of slices")
    return [marshal.dumps(_places(column)) for column in zip(*documents, strict=True)]


def merge_slice(task: Slice) -> MergedSlice:
    """Merge the slice and encode its shards."""
    words, pairs = merged_lists(map(_read, task.chunks), task.numbers)
    files: list[ShardFile] = []
    for shards, lists in zip(task.shards, (words, pairs), strict=True):
        by_shard = shards.by_number(lists)
        numbers = range(task.number, shards.count, SLICES)
        files += (shards.encoded(number, by_shard.get(number, {})) for number in numbers)
    return MergedSlice(files, document_frequencies(words))


def posting_lists_of(
    packed_terms: Sequence[bytes], numbers: Sequence[int]
) -> tuple[PostingLists, PostingLists]:
    """The posting lists of words and of pairs of up to 256 documents with these numbers."""
    columns = ([line for lines in slices_of(terms) for line in lines] for terms in packed_terms)
    return merged_lists([_places(columns)], numbers)


def merged_lists(
    chunks: Iterable[dict[str, bytes]], numbers: Sequence[int]
) -> tuple[PostingLists, PostingLists]:
    """The posting lists of words and of pairs, from the documents of each line, chunk by chunk."""
    # Innermost loop of a cold build. For each strength, `postings` maps a place in the chunk to a
    # posting, so a line's whole list is extended by one `map` without a Python step per posting.
    # A list gathers lines of several strengths and is therefore sorted once, at the end.
    words: dict[str, list[int]] = defaultdict(list)
    pairs: dict[str, list[int]] = defaultdict(list)
    for place, chunk in enumerate(chunks):
        own = numbers[place * CHUNK : (place + 1) * CHUNK]
        postings = [[number * 4 + strength for number in own].__getitem__ for strength in range(4)]
        for line, places in chunk.items():
            name, strength = name_and_strength(line)
            (words if is_word(line) else pairs)[name].extend(map(postings[strength], places))
    for unsorted in (*words.values(), *pairs.values()):
        unsorted.sort()
    return words, pairs


def _places(documents: Iterable[Iterable[str]]) -> dict[str, bytes]:
    places: dict[str, bytearray] = defaultdict(bytearray)
    for place, lines in enumerate(documents):
        for line in lines:
            places[line].append(place)
    return {line: bytes(own) for line, own in places.items()}


def _read(chunk: bytes) -> dict[str, bytes]:
    places: dict[str, bytes] = marshal.loads(chunk)  # noqa: S302 - made by this process or its pool
    return places


def chunks_of(items: Iterable[T]) -> Iterator[list[T]]:
    """Items that belong to the documents, in the same order, chunk by chunk."""
    return batched(items, CHUNK)
