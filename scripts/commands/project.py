"""The project that the commands work on: its newsroom, read from mkdocs.yml, and the moment."""

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


def now() -> datetime:
    """The moment, in Vietnam."""
    return datetime.now(VIETNAM)
