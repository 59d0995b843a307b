"""A query as people type it: as a question, without an input method, with a slip of the finger."""

import string
import unicodedata
from collections.abc import Callable, Iterator
from random import Random

from benchmarking.keyboards import telex, vni

_BEFORE = ("tin tức", "thông tin về", "cho tôi hỏi", "làm sao để", "bài viết về")
_AFTER = ("ở đâu", "khi nào", "là gì", "như thế nào", "bao giờ", "ra sao")
_LEAST = 4  # letters of a word that a slip leaves readable

Variant = Callable[[str, Random], str]


def variants(ward: str) -> dict[str, Variant]:
    """By name, a function from a query with accents; ward: the name that people add."""
    return {
        "as it stands": lambda query, _: query,
        "without accents": lambda query, _: without_accents(query),
        **{f"+ {words}": _behind(words) for words in _AFTER},
        **{f"{words} +": _before(words) for words in _BEFORE},
        "+ the ward": _behind(ward),
        "the ward +": _before(ward),
        "a whole question": lambda query, chance: _either(
            f"{chance.choice(_BEFORE)} {query} {ward} {chance.choice(_AFTER)}", chance
        ),
        "last syllable unfinished": _unfinished,
        "raw Telex": lambda query, chance: _keyed(telex, query, chance),
        "raw VNI": lambda query, chance: _keyed(vni, query, chance),
        "half applied Telex": lambda query, chance: _half(telex, query, chance),
        "half applied VNI": lambda query, chance: _half(vni, query, chance),
        "written together": lambda query, _: without_accents(query).replace(" ", ""),
        "two written together": _two_together,
        "one syllable misspelt": _misspelt,
    }


def without_accents(text: str) -> str:
    """The letters without any mark, in lower case."""
    parts = unicodedata.normalize("NFD", text.lower().replace("đ", "d"))
    return "".join(part for part in parts if not unicodedata.combining(part))


def _behind(words: str) -> Variant:
    return lambda query, chance: _either(f"{query} {words}", chance)


def _before(words: str) -> Variant:
    return lambda query, chance: _either(f"{words} {query}", chance)


def _either(query: str, chance: Random) -> str:
    """Every second reader types no accents."""
    return query if chance.random() < 0.5 else without_accents(query)


def _unfinished(query: str, chance: Random) -> str:
    plain = without_accents(query)
    last = plain.rpartition(" ")[2]
    return plain[: -chance.randint(1, max(1, len(last) - 1))] if len(last) > 1 else plain


def _keyed(method: Callable[..., str], query: str, chance: Random) -> str:
    tone_last = chance.random() < 0.5
    return " ".join(method(word, tone_last=tone_last) for word in query.lower().split())


def _half(method: Callable[..., str], query: str, chance: Random) -> str:
    """Some words with their keys, some without any accent, some as they should be."""
    ways = (method, without_accents, method, str.lower)
    return " ".join(chance.choice(ways)(word) for word in query.split())


def _two_together(query: str, chance: Random) -> str:
    words = without_accents(query).split()
    if len(words) < 2:
        return "".join(words)
    place = chance.randrange(len(words) - 1)
    return " ".join([*words[:place], words[place] + words[place + 1], *words[place + 2 :]])


def _misspelt(query: str, chance: Random) -> str:
    words = without_accents(query).split()
    long = [place for place, word in enumerate(words) if len(word) >= _LEAST]
    if long:
        place = chance.choice(long)
        words[place] = chance.choice(list(_slips(words[place], chance)))
    return " ".join(words)


def _slips(word: str, chance: Random) -> Iterator[str]:
    """The word with one letter left out, swapped with its neighbour, or another one."""
    at = chance.randrange(1, len(word) - 1)
    yield word[:at] + word[at + 1 :]
    yield word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    yield word[:at] + chance.choice(string.ascii_lowercase) + word[at + 1 :]
