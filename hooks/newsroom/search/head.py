"""The head of the index: the newest documents, in few shards that every new article rewrites."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from newsroom.search.document import DocumentTerms, shard_hash
from newsroom.search.layout import HEAD_SHARDS, Layout
from newsroom.search.sealed import (
    Merged,
    documents_by_word,
    merge_pairs,
    merge_words,
    table_files,
)
from newsroom.search.shard import Capped, encode_shard

WORD_MARK = ":"
"""Stands before a head word whose items are forms; without it they are second words of pairs."""


def head_files(layout: Layout, terms: Sequence[DocumentTerms]) -> dict[str, bytes]:
    """The shards of the newest documents; `terms` are those of `layout.documents[sealed:]`.

    A word and all pairs that start with it lie in one shard. Numbers start at 0 with the first
    document that is not sealed.
    """
    if not terms:
        return {}
    words = merge_words([_joined(terms_of.words) for terms_of in terms])
    pairs = merge_pairs([_joined(terms_of.pairs) for terms_of in terms])
    by_shard: dict[int, dict[str, Mapping[str, Capped]]] = defaultdict(dict)
    for fold, forms in words.items():
        by_shard[_shard(fold)][WORD_MARK + fold] = forms
    for first, seconds in pairs.items():
        by_shard[_shard(first)][first] = seconds
    files = {
        f"h/{shard:x}.bin": encode_shard(layout.head_epoch, by_shard.get(shard, {}))
        for shard in range(HEAD_SHARDS)
    }
    return files if layout.sealed else files | _tables(words)


def _joined(slices: Sequence[str]) -> str:
    return "\n".join(filter(None, slices))


def _shard(fold: str) -> int:
    return shard_hash(fold) % HEAD_SHARDS


def _tables(words: Merged) -> dict[str, bytes]:
    return table_files(documents_by_word(words))
