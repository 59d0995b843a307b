"""The sealed part of the index: many small shards of all but the newest documents."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from math import log2

from newsroom.search.document import (
    IN_TITLE,
    OFTEN,
    SLICES,
    TITLE,
    DocumentTerms,
    lines,
    pair_key,
    shard_hash,
)
from newsroom.search.layout import Layout
from newsroom.search.shard import Capped, encode_shard, gzip

WORD_CAP = 1500
"""Postings of a form that are kept; those of titles are kept all."""
PAIR_CAP = 1200
_TABLE_LEAST = 2
"""A word of fewer documents is no help for a misspelt or an unfinished one."""
_TABLE_LETTERS = "abcdefghijklmnopqrstuvwxyz"

Merged = Mapping[str, Mapping[str, Capped]]


def sealed_files(layout: Layout, terms: Sequence[DocumentTerms]) -> dict[str, bytes]:
    """The shards of the sealed documents and the table of their words.

    `terms` are those of `layout.documents[: layout.sealed]`; nothing else matters to the result.
    """
    files: dict[str, bytes] = {}
    table: dict[str, int] = {}
    for number in range(SLICES if terms else 0):
        words = merge_words([terms_of.words[number] for terms_of in terms])
        table.update(documents_by_word(words))
        files.update(_shards("w", layout.word_shards, number, layout.sealed_epoch, words))
        pairs = merge_pairs([terms_of.pairs[number] for terms_of in terms])
        by_key = _by_shard(pairs, layout.pair_shards)
        files.update(_encoded("p", layout.pair_shards, number, layout.sealed_epoch, by_key))
    return files | (table_files(table) if terms else {})


def merge_words(slices: Sequence[str]) -> Merged:
    """The posting lists of a slice of words: by fold, then by form."""
    merged: dict[str, dict[str, Capped]] = defaultdict(dict)
    for key, postings in _merge(slices).items():
        fold, _, form = key.partition(":")
        merged[fold][form] = Capped.strongest(postings, WORD_CAP, TITLE)
    return merged


def merge_pairs(slices: Sequence[str]) -> Merged:
    """The posting lists of a slice of pairs: by first word, then by second."""
    merged: dict[str, dict[str, Capped]] = defaultdict(dict)
    for key, postings in _merge(slices).items():
        first, _, second = key.partition(" ")
        merged[first][second] = Capped.strongest(postings, PAIR_CAP, IN_TITLE | OFTEN)
    return merged


def documents_by_word(words: Merged) -> dict[str, int]:
    """How many documents have each fold, roughly: the sum over its forms."""
    return {
        fold: documents
        for fold, forms in words.items()
        if (documents := sum(c.documents for c in forms.values())) >= _TABLE_LEAST
        and not fold.isdigit()
    }


def table_files(table: Mapping[str, int]) -> dict[str, bytes]:
    """By first letter, every word and a digit for how common it is: for words half typed or wrong.

    Text, a word a line; the digit is the logarithm to base 4 of the number of documents.
    """
    files = {}
    for letter in (*_TABLE_LETTERS, "_"):
        chosen = sorted(word for word in table if table_name(word) == letter)
        rows = (f"{word} {min(9, int(log2(table[word]) / 2))}" for word in chosen)
        files[f"t/{letter}.bin"] = gzip("\n".join(rows).encode())
    return files


def table_name(word: str) -> str:
    """The table that a word is in."""
    return word[0] if word[0] in _TABLE_LETTERS else "_"


def _merge(slices: Sequence[str]) -> dict[str, list[int]]:
    postings: dict[str, list[int]] = defaultdict(list)
    for number, text in enumerate(slices):
        base = number * 4
        for line in lines(text):
            postings[line[:-1]].append(base + int(line[-1]))
    return postings


def _by_shard(pairs: Merged, shards: int) -> dict[int, dict[str, dict[str, Capped]]]:
    by_shard: dict[int, dict[str, dict[str, Capped]]] = defaultdict(lambda: defaultdict(dict))
    for first, seconds in pairs.items():
        for second, capped in seconds.items():
            by_shard[shard_hash(pair_key(first, second)) % shards][first][second] = capped
    return by_shard


def _shards(folder: str, shards: int, number: int, epoch: bytes, words: Merged) -> dict[str, bytes]:
    by_shard: dict[int, dict[str, Mapping[str, Capped]]] = defaultdict(dict)
    for fold, forms in words.items():
        by_shard[shard_hash(fold) % shards][fold] = forms
    return _encoded(folder, shards, number, epoch, by_shard)


def _encoded(
    folder: str, shards: int, number: int, epoch: bytes, by_shard: Mapping[int, Merged]
) -> dict[str, bytes]:
    """The shards of a slice, empty ones too: a shard that is missing is a fault."""
    return {
        f"{folder}/{shard:x}.bin": encode_shard(epoch, by_shard.get(shard, {}))
        for shard in range(number, shards, SLICES)
    }
