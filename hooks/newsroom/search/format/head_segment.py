"""The head of the index: the newest documents, in few shards that every new article rewrites."""

from collections import defaultdict
from typing import Any

from newsroom.search.format.layout import HEAD_SHARDS, path_of
from newsroom.search.format.postings import PostingLists
from newsroom.search.format.shard import encode_shard
from newsroom.search.words.hashing import shard_hash

WORD_MARK = ":"
"""Stands before a head word whose items are forms; without it they are second words of pairs."""


def head_files(epoch: bytes, words: PostingLists, pairs: PostingLists) -> dict[str, bytes]:
    """The shards of the newest documents.

    A word and all pairs that start with it lie in one shard. Numbers start at 0 with the first
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
