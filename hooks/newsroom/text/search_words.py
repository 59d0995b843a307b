"""Words that residents use when they search: how one asks, and what means the same."""

from dataclasses import dataclass

Phrases = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SearchWords:
    """What an engine is told of words, beside the index."""

    question_words: Phrases = ()
    """Phrases of asking rather than of what is asked for; they weigh little."""
    synonyms: tuple[Phrases, ...] = ()
    """Groups of phrases, each of which also finds the others."""


NO_WORDS = SearchWords()
