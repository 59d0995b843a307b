"""Inversion: the sealed segment built from scratch out of the forward index.

Two steps in the manner of map and reduce, whose tasks run in any process: `invert` turns a chunk of
documents into posting lists, by slice of the lists; `merge_slice` joins one slice of all chunks and
encodes its shards. So no process ever holds every list.

It relies on chunks coming in the order of the documents' numbers, so that lists are ascending as
they are joined, and on SLICES dividing the number of shards, so that a shard belongs to one slice.
Held by tests/newsroom/search/update/test_build_index.py and test_indexing.py, which also sends the
tasks through pickle as a pool does; decision 10 tells what runs in processes.
"""

import marshal
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from newsroom.machine.processes import batched
from newsroom.search.format.dictionary import DocumentFrequencies, document_frequencies
from newsroom.search.format.sealed_segment import ShardFile, Shards
from newsroom.search.update.forward_index import terms_of
from newsroom.search.words.hashing import PAIR_LETTERS, SLICES, WORD_LETTERS, list_hash

CHUNK = 512
"""Documents of a chunk. The more there are, the fewer lists are in several chunks."""

Lists = dict[str, list[int]]
"""Posting lists by name."""
NumberedTerms = tuple[int, bytes]
"""The number of a document, and its packed terms."""


@dataclass(frozen=True, slots=True)
class Slice:
    """The task of merging one slice of the lists of all sealed documents."""

    number: int
    chunks: Sequence[bytes]
    """What `invert` gave of each chunk, in the order of the numbers."""
    shards: tuple[Shards, Shards]


@dataclass(frozen=True, slots=True)
class MergedSlice:
    """The shards of a slice, and the document frequencies of its words."""

    shards: list[ShardFile]
    frequencies: DocumentFrequencies


def chunks_of(documents: Iterable[NumberedTerms]) -> Iterator[list[NumberedTerms]]:
    """The documents, chunk by chunk."""
    return batched(documents, CHUNK)


def posting_lists_of(documents: Iterable[NumberedTerms]) -> tuple[Lists, Lists]:
    """The posting lists of words and of pairs of documents in the order of their numbers."""
    both: tuple[Lists, Lists] = (defaultdict(list), defaultdict(list))
    for number, packed in documents:
        terms = terms_of(packed)
        for lists, by_strength in zip(both, (terms.words, terms.pairs), strict=True):
            for strength, names in enumerate(by_strength):
                posting = number * 4 + strength
                for name in names:
                    lists[name].append(posting)
    return both


def invert(chunk: Sequence[NumberedTerms]) -> list[bytes]:
    """By slice, the posting lists of a chunk's words and pairs."""
    slices: list[tuple[Lists, Lists]] = [({}, {}) for _ in range(SLICES)]
    for kind, (lists, letters) in enumerate(
        zip(posting_lists_of(chunk), (WORD_LETTERS, PAIR_LETTERS), strict=True)
    ):
        for name, postings in lists.items():
            slices[list_hash(name, letters) % SLICES][kind][name] = postings
    return list(map(marshal.dumps, slices))


def merge_slice(task: Slice) -> MergedSlice:
    """Merge the slice and encode its shards."""
    words, pairs = _merged(task.chunks)
    files: list[ShardFile] = []
    for shards, lists in zip(task.shards, (words, pairs), strict=True):
        by_shard = shards.by_number(lists)
        numbers = range(task.number, shards.count, SLICES)
        files += (shards.encoded(number, by_shard.get(number, {})) for number in numbers)
    return MergedSlice(files, document_frequencies(words))


def _merged(chunks: Iterable[bytes]) -> tuple[Lists, Lists]:
    merged: tuple[Lists, Lists] = ({}, {})
    for chunk in chunks:
        own: tuple[Lists, Lists] = marshal.loads(chunk)  # noqa: S302 - of our own processes
        for lists, added in zip(merged, own, strict=True):
            for name, postings in added.items():
                if name in lists:
                    lists[name] += postings
                else:
                    lists[name] = postings
    return merged
