"""Opens a build beside the published site, and puts in place what it changed.

A failed build leaves the site as it was.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Literal

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority

from newsroom.site.mkdocs.messages import show_as_text
from newsroom.site.run.builds import Builds

if TYPE_CHECKING:
    from mkdocs.livereload import LiveReloadServer

# MkDocs hands no object to on_shutdown, so what on_config opens is remembered here.
_builds = Builds()


def on_startup(command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
    show_as_text()
    _builds.start(is_preview=command == "serve")


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    _builds.open(config)
    return config


def on_serve(
    server: LiveReloadServer, *, config: MkDocsConfig, builder: Callable[..., None]
) -> LiveReloadServer:
    _builds.serve(server, config)
    return server


@event_priority(-100)
def on_post_build(config: MkDocsConfig) -> None:
    _builds.complete()


def on_build_error(error: Exception) -> None:
    _builds.fail(error)


def on_shutdown() -> None:
    _builds.end()
