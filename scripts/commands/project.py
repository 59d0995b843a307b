"""The project that the commands work on: its newsroom, read from mkdocs.yml, and the moment."""

import os
from datetime import datetime

import click

from commands import ROOT
from newsroom.content.newsroom import Newsroom
from newsroom.content.settings import read_settings
from newsroom.text.dates import VIETNAM


def load_newsroom() -> Newsroom:
    """The newsroom; where mkdocs.yml has faults, they end the command."""
    reading = read_settings(ROOT / "mkdocs.yml")
    if reading.newsroom is None:
        raise click.ClickException("\n".join(str(problem) for problem in reading.problems))
    return reading.newsroom


def build_environment(*, clean: bool) -> dict[str, str]:
    """The variables for a process of MkDocs; clean lets it forget what builds remembered."""
    return {**os.environ, **({"PORTAL_CLEAN": "1"} if clean else {})}


def now() -> datetime:
    """The moment, in Vietnam."""
    return datetime.now(VIETNAM)
