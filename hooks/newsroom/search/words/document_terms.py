"""The terms of a document: its words and its pairs, by strength."""

from dataclasses import dataclass

from newsroom.search.words.contraction import Contraction
from newsroom.search.words.documents import SearchDocument
from newsroom.search.words.term_counts import Pair, TermCounts

STRENGTHS = 4
TITLE = 3
"""Strength of a word in the title; 0, 1 and 2 are weak to strong in the body."""
IN_TITLE, OFTEN = 1, 2
"""Flags whose sum is the strength of a pair."""

_USUAL_LENGTH = 400
_STRONG, _MEDIUM = 0.62, 0.42
_LEAD_COUNTS = 2

Names = tuple[list[str], ...]
"""By strength, the names of the posting lists that a document is in: `head item`."""


@dataclass(frozen=True, slots=True)
class DocumentTerms:
    """The terms of a document; they depend on it and on the abbreviations only."""

    words: Names
    """Each is `fold form`."""
    pairs: Names
    """Each is `first second`."""


def document_terms(document: SearchDocument, contraction: Contraction) -> DocumentTerms:
    """The terms of a document. Pure, so they may be cached and made in any process."""
    title = TermCounts.of([document.title, *document.keywords], contraction)
    lead = "" if document.text.startswith(document.lead) else document.lead
    body = TermCounts.of([document.lead] * (_LEAD_COUNTS - 1) + [lead, document.text], contraction)
    return DocumentTerms(_words(title, body), _pairs(title, body))


def _words(title: TermCounts, body: TermCounts) -> Names:
    strengths = {count: _strength(count, body.length) for count in set(body.words.values())}
    names: Names = ([], [], [], list(title.words))
    for word, count in body.words.items():
        if word not in title.words:
            names[strengths[count]].append(word)
    return names


def _pairs(title: TermCounts, body: TermCounts) -> Names:
    pairs: tuple[list[Pair], ...] = ([], [], [], [])
    for pair, count in body.pairs.items():
        flags = OFTEN if count > 1 else 0
        pairs[flags + IN_TITLE if pair in title.pairs else flags].append(pair)
    pairs[IN_TITLE].extend(pair for pair in title.pairs if pair not in body.pairs)
    return tuple(list(map(" ".join, own)) for own in pairs)


def _strength(count: int, length: int) -> int:
    saturated = count / (count + 0.4 + 0.8 * length / _USUAL_LENGTH)
    return 2 if saturated > _STRONG else 1 if saturated > _MEDIUM else 0
