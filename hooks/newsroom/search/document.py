"""What one article brings to the index: its words, its pairs of words, and what shows it."""

import json
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from zlib import crc32

from newsroom.search.contraction import Contraction
from newsroom.search.counted import Counted

SLICES = 16
"""A document's terms lie in this many slices, by the low bits of the hash of their shard."""
SHOWN_CHARACTERS = 8000
"""How much of a text is kept for snippets."""

TITLE = 3
"""Class of a word that stands in the title; 0, 1 and 2 are weak to strong in the body."""
IN_TITLE, OFTEN = 1, 2
"""Flags of a pair."""

_USUAL_LENGTH = 400
_STRONG, _MEDIUM = 0.62, 0.42
_LEAD_COUNTS = 2


@dataclass(frozen=True, slots=True)
class Listed:
    """A document by what it is filtered and ordered by."""

    uri: str
    date: datetime | None
    """None for a page without one, such as the ward's address."""
    section_slug: str
    section_title: str
    campaign_slug: str
    """Empty where the article belongs to no campaign."""
    campaign_title: str
    quarter: str
    """The quarter of its date: 2023-Q1; empty without one."""
    views: int


@dataclass(frozen=True, slots=True)
class SearchDocument(Listed):
    """An article as residents search for it."""

    title: str
    lead: str
    text: str
    """The rendered body as plain text, one line a paragraph."""
    keywords: tuple[str, ...] = ()
    """Phrases by which it is found as by its title: tags, "Sơ kết quý I/2023", who wrote it."""


@dataclass(frozen=True, slots=True)
class DocumentTerms:
    """All that the index needs of one document; depends on it and the abbreviations only."""

    words: tuple[str, ...]
    """By slice, lines of `fold:form` and a digit, the class."""
    pairs: tuple[str, ...]
    """By slice, lines of `first second` and a digit, the flags."""


def document_terms(document: SearchDocument, contraction: Contraction) -> DocumentTerms:
    """The terms of a document: pure, to be cached and to be made in any process."""
    title = Counted.of([document.title, *document.keywords], contraction)
    lead = "" if document.text.startswith(document.lead) else document.lead
    body = Counted.of([document.lead] * (_LEAD_COUNTS - 1) + [lead, document.text], contraction)
    return DocumentTerms(_word_lines(title, body), _pair_lines(title, body))


def shown(document: SearchDocument) -> dict[str, str]:
    """What a result shows of a document."""
    text = document.text.strip()
    if not text.startswith(document.lead):
        text = f"{document.lead}\n{text}"
    fields = {
        "uri": document.uri,
        "title": document.title,
        "date": document.date.isoformat(timespec="minutes") if document.date else "",
        "section": document.section_title,
        "campaign": document.campaign_title,
        "keywords": ", ".join(document.keywords),
        "text": text[:SHOWN_CHARACTERS],
    }
    return {name: value for name, value in fields.items() if value}


def to_json(value: object) -> bytes:
    """Compact UTF-8 JSON."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


@lru_cache(maxsize=1 << 17)
def shard_hash(key: str) -> int:
    """The number that decides on a key's shard: CRC-32 of its UTF-8."""
    return crc32(key.encode())


def _word_lines(title: Counted, body: Counted) -> tuple[str, ...]:
    strengths = {count: str(_strength(count, body.length)) for count in set(body.words.values())}
    digits = {word: strengths[count] for word, count in body.words.items()}
    digits.update(dict.fromkeys(title.words, str(TITLE)))
    slices: list[list[str]] = [[] for _ in range(SLICES)]
    for word, digit in digits.items():
        slices[_slice(word.partition(":")[0])].append(word + digit)
    return tuple(map("\n".join, slices))


def _pair_lines(title: Counted, body: Counted) -> tuple[str, ...]:
    once, often = "0", str(OFTEN)
    digits = {pair: often if count > 1 else once for pair, count in body.pairs.items()}
    for pair in title.pairs:
        digits[pair] = str(IN_TITLE + int(digits.get(pair, once)))
    slices: list[list[str]] = [[] for _ in range(SLICES)]
    for (first, second), digit in digits.items():
        slices[_slice(first + second[0])].append(f"{first} {second}{digit}")
    return tuple(map("\n".join, slices))


@lru_cache(maxsize=1 << 17)
def _slice(key: str) -> int:
    """Where a word lies by its fold, and a pair by the first fold and a letter of the second: all
    that starts like an unfinished pair lies in one shard."""
    return shard_hash(key) % SLICES


def _strength(count: int, length: int) -> int:
    saturated = count / (count + 0.4 + 0.8 * length / _USUAL_LENGTH)
    return 2 if saturated > _STRONG else 1 if saturated > _MEDIUM else 0
