"""The terms of a document: its words and its pairs, by strength."""

from dataclasses import dataclass
from typing import Any

from newsroom.search.words.contraction import Contraction
from newsroom.search.words.documents import SearchDocument
from newsroom.search.words.term_counts import TermCounts
from newsroom.text.syllables import spaced

TITLE = 3
"""Strength of a word in the title; 0, 1 and 2 are weak to strong in the body."""
IN_TITLE, OFTEN = 1, 2
"""Flags whose sum is the strength of a pair."""

_USUAL_LENGTH = 400
_STRONG, _MEDIUM = 0.62, 0.42
_LEAD_COUNTS = 2

DocumentWords = tuple[list[str], list[str]]
"""The words of the title and of the body."""
Names = tuple[list[str], ...]
"""By strength, the names of the posting lists that a document is in: `head item`."""


@dataclass(frozen=True, slots=True)
class DocumentTerms:
    """The terms of a document; they depend on its words and on the abbreviations only."""

    words: Names
    """Each is `fold form`."""
    pairs: Names
    """Each is `first second`."""


def spaced_words(document: SearchDocument) -> str:
    """The words that a document is found by: those of the title in a line, those of the body in
    the next. No phrase continues from one text to another."""
    lead = "" if document.text.startswith(document.lead) else document.lead
    title = [document.title, *document.keywords]
    body = [document.lead] * (_LEAD_COUNTS - 1) + [lead, document.text]
    return "\n".join(spaced("\n".join(texts)) for texts in (title, body))


def words_in(text: str) -> DocumentWords:
    """The words of `spaced_words`."""
    title, body = text.split("\n")
    return title.split(), body.split()


def document_terms(words: DocumentWords, contraction: Contraction) -> DocumentTerms:
    """The terms of a document of these words."""
    title, body = (TermCounts.of(part, contraction) for part in words)
    found: Names = ([], [], [], list(title.words))
    for word in body.words.keys() - title.words.keys():
        found[word_strength(body.words[word], body.length)].append(word)
    pairs: Names = ([], [], [], [])
    for pair in body.pairs | title.pairs:
        pairs[pair_strength(pair in title.pairs, body.pairs[pair])].append(" ".join(pair))
    return DocumentTerms(found, pairs)


def word_strength(count: Any, length: Any) -> Any:
    """The strength of a word that occurs so often in a body of so many words, or of many words:
    each number may be an array."""
    saturated = count / (count + 0.4 + 0.8 * length / _USUAL_LENGTH)
    return 1 * (saturated > _MEDIUM) + 1 * (saturated > _STRONG)


def pair_strength(in_title: Any, count: Any) -> Any:
    """The strength of a pair that is in the title, or not, and occurs so often in the body."""
    return IN_TITLE * in_title + OFTEN * (count > 1)
