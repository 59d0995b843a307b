"""The run: what the hooks of one build share, carried by MkDocs' configuration."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from newsroom.build.site_folder import SiteFolder
from newsroom.build.store import Store
from newsroom.catalogue.stamps import Stamps
from newsroom.pictures.library import Library

RUN = "newsroom_run"
"""Where `extra` holds it."""


class SupersededError(Exception):
    """The next build has begun, and does the rest."""


@dataclass
class Report:
    """What a build has done so far."""

    drawn: int = 0
    """Pages."""
    kept: int = 0


@dataclass
class Rest:
    """What a preview does once its pages are shown, unless the next build comes first."""

    work: Callable[["Run"], None] | None = None
    is_superseded: bool = False

    def go_on(self) -> None:
        """Raise SupersededError if the next build is waiting."""
        if self.is_superseded:
            raise SupersededError


@dataclass(frozen=True, kw_only=True)
class Run:
    """What a build works with."""

    store: Store
    folder: SiteFolder
    """The published site."""
    staging: Path
    """The folder that the build writes into."""
    stamps: Stamps
    """The files of the articles folder."""
    library: Library
    """What is derived of pictures."""
    code: bytes
    """The digest of the code that builds."""
    is_preview: bool
    shows_pages_first: bool
    """Whether the pages are put in place at once, and the search a moment later."""
    started: float
    """By the monotonic clock."""
    report: Report = field(default_factory=Report)
    rest: Rest = field(default_factory=Rest)


def run_of(config: MkDocsConfig) -> Run:
    """The run of the build that has this configuration."""
    run = config.extra.get(RUN)
    if not isinstance(run, Run):
        raise TypeError("no build has been opened")
    return run
