"""The newsroom of a MkDocs configuration, its folders, and the moment of the build."""

from dataclasses import replace
from datetime import datetime
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import ConfigurationError
from mkdocs.utils import get_build_datetime

from newsroom.content import uris
from newsroom.content.newsroom import Newsroom
from newsroom.content.settings import read_settings
from newsroom.text.dates import VIETNAM


def load_newsroom(config: MkDocsConfig) -> Newsroom:
    """The newsroom that the configuration's file declares; raises ConfigurationError with all
    that is wrong with it."""
    reading = read_settings(Path(config.config_file_path))
    if reading.newsroom is None:
        raise ConfigurationError("\n".join(str(problem) for problem in reading.problems))
    return replace(reading.newsroom, quarantine=bool(config.extra["newsroom"].get("quarantine")))


def newsroom_of(config: MkDocsConfig) -> Newsroom:
    """The newsroom that load_newsroom put in the place of `extra.newsroom`."""
    newsroom = config.extra["newsroom"]
    if not isinstance(newsroom, Newsroom):
        raise TypeError("extra.newsroom has not been loaded")
    return newsroom


def project_dir(config: MkDocsConfig) -> Path:
    """The folder of mkdocs.yml."""
    return Path(config.config_file_path).parent


def articles_dir(config: MkDocsConfig) -> Path:
    """The folder of the articles."""
    return project_dir(config) / newsroom_of(config).articles_dir


def build_moment() -> datetime:
    """Now in Vietnam, or the moment that SOURCE_DATE_EPOCH names."""
    return get_build_datetime().astimezone(VIETNAM)


def navigation(nav: list[object] | None, newsroom: Newsroom) -> list[object] | None:
    """The navigation with every entry `chuyen-muc/*` replaced by the pages of the sections."""
    if nav is None:
        return None
    return [_expanded(entry, newsroom) for entry in nav]


def _expanded(entry: object, newsroom: Newsroom) -> object:
    if not isinstance(entry, dict):
        return entry
    pages = [uris.SECTIONS, *map(uris.section_uri, newsroom.sections.values())]
    wildcard = f"{uris.SECTIONS}*"
    return {
        title: [f"{uri}index.md" for uri in pages] if target == wildcard else target
        for title, target in entry.items()
    }
