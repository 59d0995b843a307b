"""The nearest known name to a mistyped one."""

from collections.abc import Iterable
from difflib import get_close_matches

from newsroom.text.fold import fold


def nearest(name: str, known: Iterable[str]) -> str | None:
    """The known name that looks most like this one once both are folded, if any does."""
    by_fold = {_key(candidate): candidate for candidate in known}
    matches = get_close_matches(_key(name), by_fold, n=1, cutoff=0.6)
    return by_fold[matches[0]] if matches else None


def _key(name: str) -> str:
    return fold(name).replace("_", "-").replace(" ", "-")
