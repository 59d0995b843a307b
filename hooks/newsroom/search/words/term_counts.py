"""Term counts: how often each word, and each pair of adjacent words (biword), occurs in some texts.

The innermost work of a cold build, so each occurrence of a word passes through functions written in
C only: a look-up of its fold and spelling, and the counters. Abbreviations are looked for only in
phrases with the first two words of a full form, which most phrases lack.

It relies on the order of the counts being the same in every process, whatever the seed of hashes:
terms are compared as bytes (test_every_process_gives_the_same_order).
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from newsroom.search.words.contraction import Contraction
from newsroom.text.syllables import BREAK, Syllable, syllable, words_of

_TONES = frozenset("`'?~.")

Pair = tuple[str, str]
"""The folds of two adjacent words."""


@dataclass(frozen=True, slots=True)
class TermCounts:
    """The counts of words and pairs of some texts, contractions included."""

    words: dict[str, int]
    """By `fold form`."""
    pairs: dict[Pair, int]
    length: int
    """The count of all words."""

    @classmethod
    def of(cls, texts: Iterable[str], contraction: Contraction) -> "TermCounts":
        """The counts of some texts; no phrase continues from one text to the next."""
        tokens = list(map(_fold_and_spelling, words_of("\n".join(texts))))
        folds = [fold for fold, _ in tokens]
        words = Counter([spelling for _, spelling in tokens])
        length = len(tokens) - words.pop(_BREAK_SPELLING, 0)
        pairs = Counter(pairwise(folds))
        for parted in [pair for pair in pairs if BREAK in pair]:
            del pairs[parted]
        for phrase in _phrases_with(pairs.keys() & contraction.starts, folds):
            extras = contraction.extras(phrase)
            words.update(_spelling(extra.token) for extra in extras)
            # Sorted: the same in every process.
            pairs.update(sorted(contraction.pairs(phrase, extras)))
        return cls(words, pairs, length)


@lru_cache(maxsize=1 << 16)
def _fold_and_spelling(word: str) -> tuple[str, str]:
    token = syllable(word)
    return token.fold, _spelling(token)


def _spelling(token: Syllable) -> str:
    """Fold and form; of the form only its tone if its letters are those of the fold."""
    rest = token.form.removeprefix(token.fold)
    is_tone = rest != token.form and _TONES.issuperset(rest)
    return f"{token.fold} {rest if is_tone else token.form}"


def form_of(spelling: str) -> str:
    """The form of a fold and form; the inverse of _spelling."""
    fold, _, rest = spelling.partition(" ")
    return fold + rest if _TONES.issuperset(rest) else rest


_BREAK_SPELLING = _spelling(syllable(BREAK))


def _phrases_with(pairs: Iterable[Pair], spoken: Sequence[str]) -> Iterator[list[str]]:
    """The phrases that have one of the pairs; maybe a few others, too.

    Found by substring search in the text of all folds: a pair may match inside longer words.
    """
    text = " ".join([*spoken, BREAK])
    places = set()
    for pair in map(" ".join, pairs):
        start = text.find(pair)
        while start >= 0:
            end = text.index(BREAK, start)
            places.add((text.rfind(BREAK, 0, start) + 1, end))
            start = text.find(pair, end)
    for start, end in sorted(places):
        yield text[start:end].split()
