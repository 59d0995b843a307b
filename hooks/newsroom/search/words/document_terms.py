"""The terms of a document: its words and its pairs, each with a strength, as lines of text."""

from dataclasses import dataclass

from newsroom.search.words.contraction import Contraction
from newsroom.search.words.documents import SearchDocument
from newsroom.search.words.hashing import SLICES, slice_of
from newsroom.search.words.term_counts import TermCounts

TITLE = 3
"""Strength of a word in the title; 0, 1 and 2 are weak to strong in the body."""
IN_TITLE, OFTEN = 1, 2
"""Flags whose sum is the strength of a pair."""

_USUAL_LENGTH = 400
_STRONG, _MEDIUM = 0.62, 0.42
_LEAD_COUNTS = 2


@dataclass(frozen=True, slots=True)
class DocumentTerms:
    """The terms of a document; they depend on it and on the abbreviations only."""

    words: tuple[str, ...]
    """By slice: lines of `fold:form` and a digit, the strength."""
    pairs: tuple[str, ...]
    """By slice: lines of `first second` and a digit, the strength."""


def document_terms(document: SearchDocument, contraction: Contraction) -> DocumentTerms:
    """The terms of a document. Pure, so they may be cached and made in any process."""
    title = TermCounts.of([document.title, *document.keywords], contraction)
    lead = "" if document.text.startswith(document.lead) else document.lead
    body = TermCounts.of([document.lead] * (_LEAD_COUNTS - 1) + [lead, document.text], contraction)
    return DocumentTerms(_word_lines(title, body), _pair_lines(title, body))


def name_and_strength(line: str) -> tuple[str, int]:
    """The posting list that a line of terms belongs to, and the strength of the posting."""
    return line[:-1].replace(":", " "), int(line[-1])


def is_word(line: str) -> bool:
    """Whether a line of terms is a word; if not, it is a pair."""
    return ":" in line


def _word_lines(title: TermCounts, body: TermCounts) -> tuple[str, ...]:
    strengths = {count: str(_strength(count, body.length)) for count in set(body.words.values())}
    digits = {word: strengths[count] for word, count in body.words.items()}
    digits.update(dict.fromkeys(title.words, str(TITLE)))
    slices: list[list[str]] = [[] for _ in range(SLICES)]
    for word, digit in digits.items():
        slices[slice_of(word.partition(":")[0])].append(word + digit)
    return tuple(map("\n".join, slices))


def _pair_lines(title: TermCounts, body: TermCounts) -> tuple[str, ...]:
    once, often = "0", str(OFTEN)
    digits = {pair: often if count > 1 else once for pair, count in body.pairs.items()}
    for pair in title.pairs:
        digits[pair] = str(IN_TITLE + int(digits.get(pair, once)))
    slices: list[list[str]] = [[] for _ in range(SLICES)]
    for (first, second), digit in digits.items():
        slices[slice_of(first + second[0])].append(f"{first} {second}{digit}")
    return tuple(map("\n".join, slices))


def _strength(count: int, length: int) -> int:
    saturated = count / (count + 0.4 + 0.8 * length / _USUAL_LENGTH)
    return 2 if saturated > _STRONG else 1 if saturated > _MEDIUM else 0
