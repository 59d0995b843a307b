"""The sealed part of the index made anew: many small shards of all but the newest documents.

In two steps whose parts can run in any process: by chunks of documents, which documents have a
line; then by slices of the lines, the shards. So no process ever holds all lines of all documents.
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
"""Documents of a chunk: a byte tells which of them it is."""


@dataclass(frozen=True, slots=True)
class Slice:
    """A slice of the lines of all sealed documents."""

    number: int
    chunks: Sequence[bytes]
    """What `invert` gave of each chunk."""
    numbers: Sequence[int]
    """Those of the documents."""
    shards: tuple[Shards, Shards]


@dataclass(frozen=True, slots=True)
class MergedSlice:
    """What a slice gives."""

    shards: list[ShardFile]
    table: DocumentFrequencies


def invert(chunk: Sequence[bytes]) -> list[bytes]:
    """By slice, the documents of each line; `chunk` is the packed terms of up to 256 documents."""
    documents = [slices_of(terms) for terms in chunk]
    if any(len(slices) != SLICES for slices in documents):
        raise DamagedError("terms have another number of slices")
    return [marshal.dumps(_places(column)) for column in zip(*documents, strict=True)]


def merge_slice(task: Slice) -> MergedSlice:
    """The shards of a slice, and the rows that its words give to the tables."""
    words, pairs = parted_lists(map(_read, task.chunks), task.numbers)
    files: list[ShardFile] = []
    for shards, lists in zip(task.shards, (words, pairs), strict=True):
        by_shard = shards.parted(lists)
        numbers = range(task.number, shards.count, SLICES)
        files += (shards.encoded(number, by_shard.get(number, {})) for number in numbers)
    return MergedSlice(files, document_frequencies(words))


def posting_lists_of(
    packed_terms: Sequence[bytes], numbers: Sequence[int]
) -> tuple[PostingLists, PostingLists]:
    """The posting lists of words and of pairs of up to 256 documents with these numbers."""
    columns = ([line for lines in slices_of(terms) for line in lines] for terms in packed_terms)
    return parted_lists([_places(columns)], numbers)


def parted_lists(
    chunks: Iterable[dict[str, bytes]], numbers: Sequence[int]
) -> tuple[PostingLists, PostingLists]:
    """The posting lists of words and of pairs, of the documents of each line by chunk."""
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
    """What belongs to the documents, in their order, parted by chunk."""
    return batched(items, CHUNK)
