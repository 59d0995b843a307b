"""Term counts: how often each word, and each pair of adjacent words (biword), occurs in a part.

This is the plain definition, for the few documents of an edit; `chunk_terms.py` counts many.
Held by test_term_counts.py, and the two to each other by update/test_inversion.py.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby, pairwise

from newsroom.search.words.contraction import Contraction
from newsroom.text.syllables import BREAK, Syllable, syllable

_TONES = frozenset("`'?~.")

Pair = tuple[str, str]
"""The folds of two adjacent words."""


@dataclass(frozen=True, slots=True)
class TermCounts:
    """The counts of words and pairs, contractions included."""

    words: Counter[str]
    """By `fold form`."""
    pairs: Counter[Pair]
    length: int
    """The count of all words, without contractions."""

    @classmethod
    def of(cls, words: Iterable[str], contraction: Contraction) -> "TermCounts":
        """The counts of words as `words_of` gives them; no pair reaches over a BREAK."""
        tokens = list(map(syllable, words))
        counts = cls(Counter(), Counter(), sum(token.fold != BREAK for token in tokens))
        for is_break, phrase in groupby(tokens, key=lambda token: token.fold == BREAK):
            if not is_break:
                counts._add(list(phrase), contraction)
        return counts

    def _add(self, phrase: list[Syllable], contraction: Contraction) -> None:
        folds = [token.fold for token in phrase]
        extras = contraction.extras(folds)
        tokens = [*phrase, *(extra.token for extra in extras)]
        self.words.update(map(" ".join, map(head_and_item, tokens)))
        self.pairs.update(pairwise(folds))
        self.pairs.update(contraction.pairs(folds, extras))


@lru_cache(maxsize=1 << 16)
def head_and_item(token: Syllable) -> tuple[str, str]:
    """Fold and form; of the form only its tone if its letters are those of the fold."""
    rest = token.form.removeprefix(token.fold)
    is_tone = rest != token.form and _TONES.issuperset(rest)
    return token.fold, rest if is_tone else token.form


def form_of(name: str) -> str:
    """The form of a fold and form with a blank between them; the inverse of head_and_item."""
    fold, _, rest = name.partition(" ")
    return fold + rest if _TONES.issuperset(rest) else rest
