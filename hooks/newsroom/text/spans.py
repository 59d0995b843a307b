"""Code and comments of a Markdown text, found in one pass: what is written there is no markup."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

_OPENING = re.compile(r"^(?P<fence>`{3,}|~{3,})|(?P<ticks>(?<![\\`])`++)|<!--", re.MULTILINE)
_RUN = re.compile("`+")
_GAP = re.compile(r"\n[^\S\n]*\n")
_SIGNS = ("`", "~~~", "<!--")


class Span(NamedTuple):
    """A piece of a text that is code or a comment, its signs with it."""

    start: int
    end: int
    is_comment: bool = False
    is_closed: bool = True
    """Whether somebody closed it; else it lasts to the end of the text, or of its own signs."""


def find_spans(text: str) -> list[Span]:
    """The code and the comments, in their order; what opens in one of them opens nothing."""
    return list(_spans(text)) if any(sign in text for sign in _SIGNS) else []


def without_comments(text: str) -> str:
    """The text without its comments; those in code are code."""
    if "<!--" not in text:
        return text
    parts, done = [], 0
    for span in find_spans(text):
        if span.is_comment:
            parts.append(text[done : span.start])
            done = span.end
    return "".join([*parts, text[done:]])


def blanked(text: str) -> str:
    """The text, as long as it was, with spaces for code and comments."""
    parts, done = [], 0
    for span in find_spans(text):
        if span.is_closed or span.is_comment:
            parts += [text[done : span.start], " " * (span.end - span.start)]
            done = span.end
    return "".join([*parts, text[done:]])


def _spans(text: str) -> Iterator[Span]:
    ends = _Ends(text)
    place = 0
    while opening := _OPENING.search(text, place):
        if opening["fence"]:
            span = ends.of_fence(opening)
        elif opening["ticks"]:
            span = ends.of_ticks(opening)
        else:
            span = ends.of_comment(opening)
        yield span
        place = span.end


class _Ends:
    """Finds where a span ends. That a sign closes nowhere is found out once, not for each sign."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._open_fences: set[str] = set()
        self._runs: dict[int, list[int]] = defaultdict(list)
        for run in _RUN.finditer(text):
            self._runs[len(run[0])].append(run.start())
        self._gaps = [gap.start() for gap in _GAP.finditer(text)]

    def of_comment(self, opening: re.Match[str]) -> Span:
        """Browsers let <!--> be a whole comment."""
        end = self._text.find("-->", opening.start() + len("<!"))
        is_closed = end >= 0
        return Span(
            opening.start(), end + len("-->") if is_closed else len(self._text), True, is_closed
        )

    def of_fence(self, opening: re.Match[str]) -> Span:
        fence = opening["fence"]
        end = -1
        if fence not in self._open_fences:
            end = self._text.find(f"\n{fence}", opening.end())
        if end >= 0:
            return Span(opening.start(), end + 1 + len(fence))
        self._open_fences.add(fence)
        return self._of_run(opening, "fence")

    def of_ticks(self, opening: re.Match[str]) -> Span:
        return self._of_run(opening, "ticks")

    def _of_run(self, opening: re.Match[str], name: str) -> Span:
        """Code within a paragraph ends with as many signs as it began with."""
        start, end = opening.span(name)
        closing = _after(self._runs.get(end - start, []), end)
        gap = _after(self._gaps, end)
        if self._text[start] == "`" and closing is not None and (gap is None or closing < gap):
            return Span(start, closing + end - start)
        return Span(start, end, is_closed=False)


def _after(places: list[int], place: int) -> int | None:
    at = bisect_left(places, place)
    return places[at] if at < len(places) else None
