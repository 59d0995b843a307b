"""Lines end where the writer ended them, unless a program broke a long paragraph into lines."""

import re
from collections.abc import Sequence
from itertools import pairwise

_SHORTEST, _LONGEST, _UNEVEN = 60, 140, 20
"""Characters of the lines of a paragraph that a program broke, and by how many they differ."""
_SENTENCE_END = re.compile(r"[.!?:;…][”\"')*_]*$")
_PICTURES = re.compile(r"(?:!\[[^\]]*\]\([^)]*\)(?:\{[^}]*\})?\s*)+")
_BREAK = "  "
_TAG_AROUND = re.compile(r">$|\n<")
_SETTINGS = re.compile(r"\{|\[[^\]]+\]:|(?:=+|-+)\s*$")
"""Lines that say something of what stands above them, or give a name to an address."""


def with_breaks(lines: Sequence[str]) -> list[str]:
    """The lines of a paragraph, with Markdown's sign of a break where readers are to see one."""
    if len(lines) < 2:
        return list(lines)
    ends = _asked_for if is_wrapped(lines) else _ended
    shown = [*(ends(line, following) for line, following in pairwise(lines)), lines[-1]]
    # Without the blank the library would take a star right behind a break for the end of emphasis.
    parted = (" " * before.endswith(_BREAK) + line for before, line in pairwise(shown))
    return [shown[0], *parted]


def is_wrapped(lines: Sequence[str]) -> bool:
    """Whether a program broke the lines, which then have about one length; of a first line alone
    nobody knows, so it says by its end and by what follows."""
    lengths = [len(line) for line in lines[:-1]]
    if min(lengths) < _SHORTEST or max(lengths) > _LONGEST or max(lengths) - min(lengths) > _UNEVEN:
        return False
    goes_on = lines[1][:1].islower() or not _SENTENCE_END.search(lines[0])
    return len(lines) > 2 or goes_on


def _asked_for(line: str, _: str) -> str:
    return f"{line[:-1].rstrip()}{_BREAK}" if line.endswith("\\") else line


def _ended(line: str, following: str) -> str:
    if _TAG_AROUND.search(f"{line}\n{following[:1]}") or _SETTINGS.match(following):
        return line
    if _PICTURES.fullmatch(line) and _PICTURES.fullmatch(following):
        return line
    return f"{line.removesuffix(chr(92)).rstrip()}{_BREAK}"
