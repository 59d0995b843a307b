"""Checks of numbers that do not add up, in figures and in running text: advice, never a change."""

from collections.abc import Iterator
from decimal import Decimal

from newsroom.content.article import Article
from newsroom.content.contradictions import (
    CURE,
    contradicts,
    doubts_about,
    find_contradictions,
    stated_shares,
)
from newsroom.content.figures import Figure
from newsroom.content.front_matter import FrontMatter
from newsroom.content.problem import Problem
from newsroom.text.fold import fold
from newsroom.text.numbers import format_number, rounded

_MAY_PASS = ("ke hoach", "chi tieu", "du toan", "so voi", "tang")
"""What can be more than a hundred hundredths."""


def number_problems(shown: str, parts: FrontMatter, article: Article | None) -> Iterator[Problem]:
    """What contradicts itself in the text of the file, and in the figures of its article."""
    for doubt in doubts_about(parts):
        yield Problem(shown, doubt.found, CURE, doubt.line, doubt.field, blocking=False)
    lines = _lines(parts)
    for figure in article.figures if article else ():
        for found in _doubts(figure):
            told = f"“{figure.label}”: {found}"
            yield Problem(shown, told, CURE, lines.get(figure.label), "figures", blocking=False)


def _lines(parts: FrontMatter) -> dict[str, int]:
    """The lines of the figures by their labels."""
    entry = parts.entries.get("figures")
    items = entry.value if entry and isinstance(entry.value, list) else []
    return {
        " ".join(str(item.get("label", "")).split()): entry.line_of(place)
        for place, item in enumerate(items)
        if entry and isinstance(item, dict)
    }


def _doubts(figure: Figure) -> Iterator[str]:
    parts = [part.value for part in figure.parts]
    total = sum(parts, Decimal(0))
    if parts and total != figure.value:
        yield (
            f"cộng các phần là {format_number(total)}, không phải {format_number(figure.value)}."
        )
    if figure.whole is not None and figure.value > figure.whole:
        yield (
            f"{format_number(figure.value)} nhiều hơn tổng số {format_number(figure.whole)}, "
            "tỷ lệ vượt 100%."
        )
    label = fold(f"{figure.label} {figure.note}")
    is_share = figure.unit.title == "%" and ("ty le" in label or "chiem" in label)
    if is_share and figure.value > 100 and not any(words in label for words in _MAY_PASS):
        yield f"tỷ lệ {format_number(figure.value)}% vượt 100%."
    yield from (one.found for one in find_contradictions(figure.note))
    yield from _wrong_shares(figure)


def _wrong_shares(figure: Figure) -> Iterator[str]:
    """Shares in the note that are neither of the whole nor of the plan."""
    wholes = [whole for whole in (figure.whole, figure.target) if whole]
    for words, share, decimals in stated_shares(figure.note):
        if wholes and all(contradicts(share, decimals, figure.value, whole) for whole in wholes):
            right = format_number(rounded(figure.value * 100 / wholes[0], max(decimals, 1)))
            numbers = f"{format_number(figure.value)} trên {format_number(wholes[0])}"
            yield f"“{words}”, nhưng {numbers} là {right}%."
