"""Posting lists of a few documents, for the head segment and for patches."""

from collections import defaultdict
from collections.abc import Iterable

from newsroom.search.update.forward_index import unpacked_words
from newsroom.search.words.contraction import Contraction
from newsroom.search.words.document_terms import document_terms

Lists = dict[str, list[int]]
"""Posting lists by name."""
NumberedWords = tuple[int, bytes]
"""The number of a document, and its packed words."""


def posting_lists_of(
    documents: Iterable[NumberedWords], contraction: Contraction
) -> tuple[Lists, Lists]:
    """The posting lists of words and of pairs of documents in the order of their numbers."""
    both: tuple[Lists, Lists] = (defaultdict(list), defaultdict(list))
    for number, packed in documents:
        terms = document_terms(unpacked_words(packed), contraction)
        for lists, by_strength in zip(both, (terms.words, terms.pairs), strict=True):
            for strength, names in enumerate(by_strength):
                for name in names:
                    lists[name].append(number * 4 + strength)
    return both
