"""Abbreviations in articles: the first of each is marked up so that a reader can ask for it."""

import pickle
import re
from collections.abc import Sequence
from html import escape
from pathlib import Path
from typing import cast

from mkdocs.config.defaults import MkDocsConfig

from newsroom.incremental.fingerprint import digest
from newsroom.incremental.rows import recall, remember
from newsroom.search.abbreviations import Abbreviation, first_occurrences
from newsroom.site.environment import code_digest
from newsroom.site.problem_report import Log
from newsroom.site.session import session_of
from newsroom.text.fold import fold

ABBREVIATIONS = "abbreviations.yml"
_PIECE = re.compile(r"<[^>]*>|[^<]+")
_NAME = re.compile(r"</?([a-z0-9]+)", re.IGNORECASE)
_LEFT_ALONE = {"h1", "h2", "h3", "h4", "h5", "h6", "a", "abbr", "code", "pre", "script", "style"}


def with_abbreviations(html: str, abbreviations: Sequence[Abbreviation]) -> str:
    """The rendered body with the first occurrence of every abbreviation as <abbr>.

    Headings, links and code are left alone. A tap gives the mark the focus, and the stylesheet
    then shows its meaning.
    """
    explained: set[str] = set()
    depth, parts = 0, []
    for piece in _PIECE.findall(html):
        name = _NAME.match(piece)
        if name:
            if name[1].lower() in _LEFT_ALONE:
                depth += -1 if piece.startswith("</") else 1
            parts.append(piece)
        else:
            parts.append(piece if depth else _marked(piece, abbreviations, explained))
    return "".join(parts)


def load_abbreviations(config: MkDocsConfig, log: Log) -> tuple[Abbreviation, ...]:
    """The ward's abbreviations; what is wrong in their file is told."""
    file = Path(config.docs_dir) / ABBREVIATIONS
    text = file.read_text(encoding="utf-8-sig") if file.is_file() else ""
    store, rules = session_of(config).store, digest(code_digest(config), text)
    if row := recall(store, ABBREVIATIONS, rules):
        return cast("tuple[Abbreviation, ...]", pickle.loads(row))  # noqa: S301 - our own file
    from newsroom.search.abbreviations_file import read_abbreviations  # noqa: PLC0415 - slow to load

    abbreviations, problems = read_abbreviations(text)
    for problem in problems:
        log.warning("%s", problem)
    if not problems:
        remember(store, ABBREVIATIONS, rules, pickle.dumps(tuple(abbreviations)))
    return tuple(abbreviations)


def _explains_itself(before: str, abbreviation: Abbreviation) -> bool:
    """Whether the abbreviation stands in brackets right after one of its meanings."""
    said = fold(before).removesuffix("(").rstrip()
    return before.endswith("(") and said.endswith(tuple(map(fold, abbreviation.full_forms)))


def _marked(text: str, abbreviations: Sequence[Abbreviation], explained: set[str]) -> str:
    """The text with its new abbreviations marked; those are added to what is explained."""
    parts, done = [], 0
    for found in sorted(first_occurrences(text, abbreviations), key=lambda o: o.start):
        if found.abbreviation.short in explained:
            continue
        explained.add(found.abbreviation.short)
        if _explains_itself(text[: found.start], found.abbreviation):
            continue
        meaning = escape(found.abbreviation.meaning)
        short = text[found.start : found.end]
        mark = f'<abbr title="{meaning}" tabindex="0">{short}</abbr>'
        parts += [text[done : found.start], mark]
        done = found.end
    return "".join([*parts, text[done:]])
