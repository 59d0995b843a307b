"""Patches of the sealed segment: only the shards whose posting lists gained or lost a posting.

It saves rebuilding the segment: an edited article touches the shards of the words that came or
went, a deleted one about 1,000 shards of the 30,500 files of 10,000 articles (decision 11).

The plan: the postings of a document before and after are compared as sets; what is only before is
removed, what is only after is added, and all removals come first since a number may pass from one
document to another. Then each shard that holds one of the lists is decoded, edited and encoded
again.

It relies on the cached shard holding its lists uncut, and on each posting that is removed being
there and each that is added being absent; otherwise DamagedError is raised and all is rebuilt.
Held by tests/newsroom/search/update/test_indexing.py; decision 8.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from newsroom.search.format.dictionary import DocumentFrequencies, document_frequencies
from newsroom.search.format.encoding import DamagedError
from newsroom.search.format.postings import EncodedPostings, TieredPostings, edit_postings
from newsroom.search.format.sealed_segment import ShardFile, Shards
from newsroom.search.format.shard import DecodedLists
from newsroom.search.update.posting_lists import Lists, NumberedWords, posting_lists_of
from newsroom.search.words.contraction import Contraction


@dataclass(frozen=True, slots=True)
class DocumentDelta:
    """A document whose words or number changed; None where it was not sealed, or is not now."""

    before: NumberedWords | None
    after: NumberedWords | None


@dataclass(frozen=True, slots=True)
class _PostingEdit:
    name: str
    posting: int
    is_added: bool


@dataclass(frozen=True, slots=True)
class PatchedShard:
    """A shard whose lists changed."""

    file: ShardFile
    before: DocumentFrequencies
    """Of its words as they were; empty for a shard of pairs."""
    after: DocumentFrequencies
    """Of its words as they are now."""


def patched_shards(
    deltas: Iterable[DocumentDelta],
    contraction: Contraction,
    both: tuple[Shards, Shards],
    cache: Mapping[str, bytes],
) -> Iterator[PatchedShard]:
    """The shards that the deltas change."""
    words, pairs = _edits(deltas, contraction)
    for shards, edits in zip(both, (words, pairs), strict=True):
        for number, own in _by_shard(edits, shards.number):
            lists = shards.decoded(number, cache)
            before = document_frequencies(lists) if edits is words else {}
            _apply(own, lists)
            after = document_frequencies(lists) if edits is words else {}
            yield PatchedShard(shards.encoded(number, lists), before, after)


def _edits(
    deltas: Iterable[DocumentDelta], contraction: Contraction
) -> tuple[list[_PostingEdit], list[_PostingEdit]]:
    """The edits of words and of pairs, removals first: what is added may reuse a removed number."""
    states = [
        (_postings(delta.before, contraction), _postings(delta.after, contraction))
        for delta in deltas
    ]
    words, pairs = (
        [
            _PostingEdit(*posting, False)
            for before, after in states
            for posting in before[kind] - after[kind]
        ]
        + [
            _PostingEdit(*posting, True)
            for before, after in states
            for posting in after[kind] - before[kind]
        ]
        for kind in (0, 1)
    )
    return words, pairs


_NamedPostings = set[tuple[str, int]]


def _postings(
    document: NumberedWords | None, contraction: Contraction
) -> tuple[_NamedPostings, _NamedPostings]:
    """The postings of a document, each with the name of its list: those of words and of pairs."""
    words, pairs = posting_lists_of([document] if document else [], contraction)
    return _named(words), _named(pairs)


def _named(lists: Lists) -> _NamedPostings:
    return {(name, posting) for name, (posting,) in lists.items()}


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
