"""Mojibake: UTF-8 that was read as another encoding, as old databases and mails leave it."""

import re
from collections.abc import Iterator
from typing import NamedTuple

_TRACE = re.compile("á[º»]|[ÃÂ][\x80-\xbf‘’“”•–—˜™š›œžŸ]|Ä[‘’\x91ƒ\x83]|Æ[°¡]|â€")
"""What letters of Vietnamese become; rare enough that most texts need no look."""
_LOST = "\ufffd"


class Mojibake(NamedTuple):
    """A line that was read wrongly: its place, and what it says where that is certain."""

    start: int
    end: int
    meant: str | None


def find_mojibake(text: str) -> Iterator[Mojibake]:
    """The lines of the text that were read wrongly."""
    if not _TRACE.search(text):
        return
    from ftfy import fix_encoding  # noqa: PLC0415 - few texts need it
    from ftfy.badness import is_bad  # noqa: PLC0415

    for line in re.finditer(r"[^\n]+", text):
        if _TRACE.search(line[0]) and is_bad(line[0]):
            meant = fix_encoding(line[0])
            is_certain = meant != line[0] and not is_bad(meant) and _LOST not in meant
            yield Mojibake(line.start(), line.end(), meant if is_certain else None)
