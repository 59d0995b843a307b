"""Inversion: the sealed segment built from scratch out of the forward index.

Two steps in the manner of map and reduce, whose tasks run in any process: `invert` turns a chunk of
documents into posting lists, by slice of the lists; `merge_slice` joins one slice of all chunks and
encodes its shards. So no process ever holds every list but packed into numbers, by numpy.

It relies on chunks coming in the order of the documents' numbers, so that lists are ascending as
they are joined, and on SLICES dividing the number of shards, so that a shard belongs to one slice.
Held by tests/newsroom/search/update: test_inversion.py compares with the plain definition,
test_indexing.py also sends the tasks through pickle as a pool does; decisions 10 and 41.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial

import numpy as np
from numpy.typing import NDArray

from newsroom.machine.processes import Map, batched
from newsroom.search.format.dictionary import DocumentFrequencies, frequencies_of
from newsroom.search.format.posting_arrays import PostingArrays, encoded_shards
from newsroom.search.format.sealed_segment import ShardFile, Shards
from newsroom.search.update.forward_index import unpacked_words
from newsroom.search.update.posting_lists import NumberedWords
from newsroom.search.words.chunk_terms import CHUNK, Numbers, Terms, chunk_terms, key_of, parted
from newsroom.search.words.contraction import Contraction
from newsroom.search.words.hashing import (
    PAIR_LETTERS,
    SLICES,
    WORD_LETTERS,
    deciding,
    shard_hash,
)

Both = tuple[PostingArrays, PostingArrays]
"""Words and pairs."""


@dataclass(frozen=True, slots=True)
class InvertedChunk:
    """The posting lists of a chunk."""

    names: list[str]
    """What its keys number."""
    slices: list[Both]


@dataclass(frozen=True, slots=True)
class Slice:
    """The task of merging one slice of the lists of all sealed documents."""

    number: int
    names: Sequence[str]
    lists: Both
    """Those of all chunks, in the order of the numbers."""
    shards: tuple[Shards, Shards]


@dataclass(frozen=True, slots=True)
class MergedSlice:
    """The shards of a slice, and the document frequencies of its words."""

    shards: list[ShardFile]
    frequencies: DocumentFrequencies


def inverted(
    documents: Iterable[NumberedWords],
    contraction: Contraction,
    shards: tuple[Shards, Shards],
    run: Map,
) -> Iterator[MergedSlice]:
    """All shards of documents in the order of their numbers."""
    chunks = list(run(partial(invert, contraction), batched(documents, CHUNK)))
    names = sorted({name for chunk in chunks for name in chunk.names})
    numbers = {name: number for number, name in enumerate(names)}
    ranks = [np.array([numbers[name] for name in chunk.names]) for chunk in chunks]

    def tasks() -> Iterator[Slice]:
        for number in range(SLICES):
            words, pairs = zip(*(chunk.slices[number] for chunk in chunks), strict=True)
            both = _joined(words, ranks), _joined(pairs, ranks)
            yield Slice(number, names, both, shards)

    yield from run(merge_slice, tasks())


def invert(contraction: Contraction, chunk: Sequence[NumberedWords]) -> InvertedChunk:
    """The posting lists of a chunk's words and pairs, by slice."""
    numbers = np.array([number for number, _ in chunk])
    documents = (unpacked_words(packed) for _, packed in chunk)
    names, words, pairs = chunk_terms(documents, contraction)
    slices = zip(
        _sliced(_posting_arrays(words, numbers, names, WORD_LETTERS)),
        _sliced(_posting_arrays(pairs, numbers, names, PAIR_LETTERS)),
        strict=True,
    )
    return InvertedChunk(names, list(slices))


def merge_slice(task: Slice) -> MergedSlice:
    """Merge the slice and encode its shards."""
    files: list[ShardFile] = []
    for shards, lists in zip(task.shards, task.lists, strict=True):
        numbers = range(task.number, shards.count, SLICES)
        files += encoded_shards(shards, numbers, task.names, lists.merged(shards.count))
    words = task.lists[0]
    heads = (task.names[head] for head in parted(words.keys)[0].tolist())
    return MergedSlice(files, frequencies_of(zip(heads, words.counts.tolist(), strict=True)))


def _posting_arrays(
    terms: Terms, numbers: Numbers, names: Sequence[str], letters: int
) -> PostingArrays:
    first = np.flatnonzero(np.diff(terms.keys, prepend=-1))
    keys = terms.keys[first]
    counts = np.diff(first, append=len(terms.keys))
    postings = numbers[terms.documents] * 4 + terms.strengths
    hashes = _hashes(keys, names, letters)
    return PostingArrays(keys, hashes, counts, postings.astype(np.uint32))


def _hashes(keys: Numbers, names: Sequence[str], letters: int) -> NDArray[np.uint32]:
    """As `list_hash`, computed once for lists that share a head and what decides of the item."""
    begun = [deciding(name, letters) for name in names]
    starts = sorted(set(begun))
    number_of = {start: number for number, start in enumerate(starts)}
    start_of = np.array([number_of[start] for start in begun])
    heads, items = parted(keys)
    own, places = np.unique(key_of(heads, start_of[items]), return_inverse=True)
    both = zip(*(numbers.tolist() for numbers in parted(own)), strict=True)
    hashes = [shard_hash(names[head] + starts[start]) for head, start in both]
    return np.array(hashes, np.uint32)[places]


def _sliced(lists: PostingArrays) -> list[PostingArrays]:
    slices = lists.hashes % SLICES
    return [lists.chosen(np.flatnonzero(slices == number)) for number in range(SLICES)]


def _joined(parts: Iterable[PostingArrays], ranks: Iterable[Numbers]) -> PostingArrays:
    """The lists of all chunks, whose keys number the names of all."""
    return PostingArrays.joined(
        replace(part, keys=key_of(*(own[numbers] for numbers in parted(part.keys))))
        for part, own in zip(parts, ranks, strict=True)
    )
