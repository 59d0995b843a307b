"""Abbreviations in articles: the first of each is marked up so that a reader can ask for it."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from html import escape
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from newsroom.content.abbreviations_file import read_abbreviations
from newsroom.content.problem import Problem
from newsroom.content.source import EncodingFault, bytes_of, decode
from newsroom.site.mkdocs.problem_report import Log
from newsroom.text.abbreviations import Abbreviation, any_of
from newsroom.text.fold import fold

ABBREVIATIONS = "abbreviations.yml"
_LEFT_ALONE = {"h1", "h2", "h3", "h4", "h5", "h6", "a", "abbr", "code", "pre", "script", "style"}


def with_abbreviations(html: str, abbreviations: Sequence[Abbreviation]) -> str:
    """The rendered body with the first occurrence of every abbreviation as <abbr>.

    Headings, links and code are left alone. A tap gives the mark the focus, and the stylesheet
    then shows its meaning.
    """
    by_short = {abbreviation.short: abbreviation for abbreviation in abbreviations}
    if not by_short or not any_of(tuple(by_short)).search(html):
        return html
    parts, done = [], 0
    for start, abbreviation in _first_occurrences(html, by_short):
        if not _explains_itself(html, start, abbreviation):
            parts += [html[done:start], _mark(abbreviation)]
            done = start + len(abbreviation.short)
    return "".join([*parts, html[done:]])


def load_abbreviations(config: MkDocsConfig, log: Log) -> tuple[Abbreviation, ...]:
    """The ward's abbreviations; what is wrong in their file is told."""
    docs = Path(config.docs_dir)
    text = decode(bytes_of(docs, ABBREVIATIONS)) if (docs / ABBREVIATIONS).is_file() else ""
    if isinstance(text, EncodingFault):
        log.warning("%s", Problem(f"{docs.name}/{ABBREVIATIONS}", text.found, text.cure, text.line))
        return ()
    abbreviations, problems = read_abbreviations(text)
    for problem in problems:
        log.warning("%s", problem)
    return tuple(abbreviations)


def _first_occurrences(
    html: str, by_short: Mapping[str, Abbreviation]
) -> Iterator[tuple[int, Abbreviation]]:
    """Where each abbreviation stands first in what is not left alone."""
    new, depth = dict(by_short), 0
    for found in _tag_or_any_of(tuple(by_short)).finditer(html):
        if found["name"] is not None:
            if found["name"].lower() in _LEFT_ALONE:
                depth += -1 if found["closing"] else 1
        elif not depth and (abbreviation := new.pop(found[0], None)):
            yield found.start(), abbreviation


@lru_cache(maxsize=8)
def _tag_or_any_of(shorts: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"<(?P<closing>/?)(?P<name>\w*)[^>]*>|{any_of(shorts).pattern}")


def _explains_itself(html: str, start: int, abbreviation: Abbreviation) -> bool:
    """Whether the abbreviation stands in brackets right after one of its meanings."""
    if not html.endswith("(", 0, start):
        return False
    said = fold(html[html.rfind(">", 0, start) + 1 : start - 1])
    return said.endswith(tuple(map(fold, abbreviation.full_forms)))


def _mark(abbreviation: Abbreviation) -> str:
    return f'<abbr title="{escape(abbreviation.meaning)}" tabindex="0">{abbreviation.short}</abbr>'
