"""Builds beside the published site: a failed build leaves it as it was."""

from typing import Literal

from mkdocs.config.defaults import MkDocsConfig

from newsroom.site.staging import Staging

# MkDocs hands no object to on_shutdown, so what on_config opens is remembered here. Only the
# `build` command has a site to protect: `serve` builds into a temporary folder.
_stagings: list[Staging] = []


def on_startup(command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
    _stagings[:] = [Staging()] if command == "build" else []


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    for staging in _stagings:
        staging.open(config)
    return config


def on_post_build(config: MkDocsConfig) -> None:
    for staging in _stagings:
        staging.complete()


def on_build_error(error: Exception) -> None:
    for staging in _stagings:
        staging.discard()


def on_shutdown() -> None:
    for staging in _stagings:
        staging.close()
