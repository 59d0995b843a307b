"""The head segment: the newest documents, in few shards that every new article rewrites.

It saves touching the sealed segment for a new article: 64 shards instead of one for each of its
words and pairs. About one new article in twenty ends the head, and its documents are sealed.
Held by test_a_new_article_rewrites_the_head_only in test_build_index.py; decision 8.
"""

from collections import defaultdict
from typing import Any

from newsroom.search.format.layout import HEAD_SHARDS, path_of
from newsroom.search.format.postings import PostingLists
from newsroom.search.format.shard import encode_shard
from newsroom.search.words.hashing import shard_hash

WORD_MARK = ":"
"""Precedes a head word whose items are forms; without it, they are second words of pairs."""


def head_files(epoch: bytes, words: PostingLists, pairs: PostingLists) -> dict[str, bytes]:
    """The shards of the newest documents.

    A word and all pairs that start with it share a shard. Numbers are counted from the first
    document that is not sealed.
    """
    by_shard: dict[int, dict[str, Any]] = defaultdict(dict)
    for name, postings in words.items():
        by_shard[_shard(name)][WORD_MARK + name] = postings
    for name, postings in pairs.items():
        by_shard[_shard(name)][name] = postings
    return {
        path_of("h", shard): encode_shard(epoch, by_shard[shard]) for shard in range(HEAD_SHARDS)
    }


def _shard(name: str) -> int:
    return shard_hash(name.partition(" ")[0]) % HEAD_SHARDS
