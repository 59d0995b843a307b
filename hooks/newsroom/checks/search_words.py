"""Checks of the words that residents use when they search."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from newsroom.content.problem import Problem
from newsroom.content.search_words_file import read_search_words


def search_words_problems(docs: Path) -> Iterator[Problem]:
    """What is wrong with the list in the folder docs; it stops no article."""
    _, problems = read_search_words(docs)
    yield from (replace(problem, blocking=False) for problem in problems)
