"""The project that the commands work on: its newsroom, read from mkdocs.yml, and the moment."""

import os
import sys
from datetime import datetime
from pathlib import Path

import click

from commands import ROOT
from newsroom.build.placing import finish
from newsroom.build.store import store_file
from newsroom.built.tree import Tree, read_tree
from newsroom.content.newsroom import Newsroom
from newsroom.content.settings import read_settings
from newsroom.text.dates import VIETNAM
from portal import become


def load_newsroom() -> Newsroom:
    """The newsroom; where mkdocs.yml has faults, they end the command."""
    reading = read_settings(ROOT / "mkdocs.yml")
    if reading.newsroom is None:
        raise click.ClickException("\n".join(str(problem) for problem in reading.problems))
    return reading.newsroom


def built_site(folder: Path) -> Tree:
    """The site that was built into the folder, its last build finished where that was cut off;
    where there is none, that ends the command."""
    finish_build(folder)
    if not folder.is_dir():
        raise click.UsageError(
            f"Không có thư mục {folder}. Hãy dựng trang trước: python3 scripts/portal.py build"
        )
    return read_tree(folder)


def become_mkdocs(*arguments: str, clean: bool) -> int:
    """Go on as MkDocs; clean lets it forget what builds remembered. Its exit code."""
    if clean:
        os.environ["PORTAL_CLEAN"] = "1"
    os.chdir(ROOT)
    return become([sys.executable, "-m", "mkdocs", *arguments])


def finish_build(site: Path = ROOT / "site") -> None:
    """Do what is left of a build that was cut off while it put its files into that folder."""
    site = site.absolute()
    finish(site, store_file(ROOT, site))


def now() -> datetime:
    """The moment, in Vietnam."""
    return datetime.now(VIETNAM)
