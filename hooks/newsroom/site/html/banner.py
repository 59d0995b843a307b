"""The urgent banner of a build: on every page until it ends."""

from datetime import datetime
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from newsroom.content.banner import Banner, read_banner
from newsroom.site.mkdocs.problem_report import Log
from newsroom.site.mkdocs.settings import build_moment, newsroom_of

BANNER, RUNS = "newsroom_banner", "newsroom_banner_runs"
"""Where `extra` holds it for templates, and whether it runs at the moment of the build. All pages
are drawn by what stands in `extra`, so they are drawn again when it begins, changes or ends."""


def show_banner(config: MkDocsConfig, log: Log) -> None:
    """Let templates see the ward's banner; what is wrong with its file is told."""
    reading = read_banner(Path(config.docs_dir), newsroom_of(config))
    for problem in reading.problems:
        log.warning("%s", problem)
    moment = build_moment()
    config.extra[BANNER] = _to_come(reading.banner, moment)
    config.extra[RUNS] = reading.banner is not None and reading.banner.runs(moment)


def _to_come(banner: Banner | None, moment: datetime) -> Banner | None:
    """One that has ended is shown nowhere; one that is to begin waits in the page."""
    return banner if banner and moment < banner.end else None
