"""How often each word, and each pair of words that follow each other, stands in some texts."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from newsroom.search.words.contraction import Contraction
from newsroom.text.syllables import BREAK, Syllable, syllable, words_of

_TONES = frozenset("`'?~.")

Pair = tuple[str, str]
"""The folds of two words that follow each other."""


@dataclass(frozen=True, slots=True)
class TermCounts:
    """The words and pairs of some texts, counted; what they are contracted to as well."""

    words: dict[str, int]
    """By `fold:form`."""
    pairs: dict[Pair, int]
    length: int
    """How many words there are."""

    @classmethod
    def of(cls, texts: Iterable[str], contraction: Contraction) -> "TermCounts":
        """What the texts hold, none of which goes on in the next."""
        typed = words_of("\n".join(texts))
        words, folds = _by_spelling(Counter(typed))
        spoken = [folds[word] for word in typed]
        pairs = Counter(pairwise(spoken))
        for parted in [pair for pair in pairs if BREAK in pair]:
            del pairs[parted]
        for phrase in _phrases_with(pairs.keys() & contraction.starts, spoken):
            extras = contraction.extras(phrase)
            words.update(_spelling(extra.token) for extra in extras)
            pairs.update(sorted(contraction.pairs(phrase, extras)))  # in one order in all processes
        return cls(words, pairs, len(typed) - typed.count(BREAK))


def _by_spelling(typed: dict[str, int]) -> tuple[Counter[str], dict[str, str]]:
    """The counts of words as they are typed, by `fold:form`; and the fold of each word."""
    words: dict[str, int] = {}
    folds = {}
    for word, count in typed.items():
        folds[word], spelling = _fold_and_spelling(word)
        words[spelling] = words.get(spelling, 0) + count
    words.pop(_BREAK_SPELLING, None)
    return Counter(words), folds


@lru_cache(maxsize=1 << 16)
def _fold_and_spelling(word: str) -> tuple[str, str]:
    token = syllable(word)
    return token.fold, _spelling(token)


def _spelling(token: Syllable) -> str:
    """The fold and the form, or the form's tone alone where its letters are those of the fold."""
    rest = token.form.removeprefix(token.fold)
    is_tone = rest != token.form and _TONES.issuperset(rest)
    return f"{token.fold}:{rest if is_tone else token.form}"


_BREAK_SPELLING = _spelling(syllable(BREAK))


def _phrases_with(pairs: Iterable[Pair], spoken: Sequence[str]) -> Iterator[list[str]]:
    """The phrases in which one of the pairs is spoken, and maybe some more."""
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
