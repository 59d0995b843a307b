"""Names of addresses and notes ([tên]: địa chỉ, [^1]: chú thích): a definition that nobody uses is
a text in brackets with a colon."""

import re
from collections import Counter

from newsroom.text.fold import fold

DEFINITION = re.compile(r"(?<!\\)\[(?P<label>[^\[\]\n]*+)\]:")
_BRACKETS = re.compile(r"\[([^\[\]]*+)\]")


def labels_in_use(text: str) -> set[str]:
    """The names, folded, that the Markdown defines and uses."""
    if "]:" not in text:
        return set()
    times = Counter(fold(found["label"]) for found in DEFINITION.finditer(text))
    used = Counter(map(fold, _BRACKETS.findall(text)))
    return {label for label in times if used[label] > times[label]}
