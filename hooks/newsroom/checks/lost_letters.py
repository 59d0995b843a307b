"""Checks of letters that are gone: an old program left a ? or � for each that it did not know."""

import re
from collections.abc import Iterator

from newsroom.content.problem import Problem

_LOST = re.compile("[^\\s\ufffd]*\ufffd\\S*")
_ASKED = re.compile(r"(?<!\S)[(“\"]?(?:[^\W\d_]+\?+)+[^\W\d_]+[)”\".,;:!?]*(?!\S)")
"""A word with a question mark within it; an address has other signs as well."""
_AROUND = re.compile(r"(\w)\?+(\w)")
_FEWEST = 3
"""Words with a question mark that stand for a text without its marks; one may be a slip."""
_CURE = "Hãy chép lại đoạn này từ bản gốc."


def lost_letters(shown: str, text: str) -> Iterator[Problem]:
    """The lines of the article at shown that have lost letters, the first word of each."""
    asked = [word for word in _ASKED.finditer(text) if _is_one_word(word[0])] if "?" in text else []
    told = set[int]()
    for word in [*_LOST.finditer(text), *(asked if len(asked) >= _FEWEST else ())]:
        line = text.count("\n", 0, word.start()) + 1
        if line not in told:
            told.add(line)
            found = f"chữ “{word[0][:40]}” đã mất chữ cái khi chuyển mã."
            yield Problem(shown, found, _CURE, line, blocking=False)


def _is_one_word(text: str) -> bool:
    """Whether no sentence ends in it, whose writer forgot the blank: mấy giờ?Xem."""
    return not any(before.islower() and after.isupper() for before, after in _AROUND.findall(text))
