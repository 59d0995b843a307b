"""Checks of the urgent banner's file."""

from collections.abc import Iterator
from pathlib import Path

from newsroom.content.banner import read_banner
from newsroom.content.newsroom import Newsroom
from newsroom.content.problem import Problem


def banner_problems(docs: Path, newsroom: Newsroom) -> Iterator[Problem]:
    """What is wrong with it; it stops no article."""
    yield from read_banner(docs, newsroom).problems
