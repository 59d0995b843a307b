"""Checks of the ward's list of abbreviations."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from newsroom.content.abbreviations_file import read_abbreviations
from newsroom.content.problem import Problem
from newsroom.content.source import EncodingFault, bytes_of, decode

_FILE = "abbreviations.yml"


def abbreviation_problems(docs: Path) -> Iterator[Problem]:
    """What is wrong with the list in the folder docs; it stops no article."""
    shown = f"{docs.name}/{_FILE}"
    if not (docs / _FILE).is_file():
        return
    text = decode(bytes_of(docs, _FILE))
    if isinstance(text, EncodingFault):
        yield Problem(shown, text.found, text.cure, text.line, blocking=False)
        return
    _, problems = read_abbreviations(text, shown)
    yield from (replace(problem, blocking=False) for problem in problems)
