"""Writes what changed: pages, feeds, redirects, the sitemap, the search index."""

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority, get_plugin_logger
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation

from newsroom.site.mkdocs.run import run_of
from newsroom.site.mkdocs.site_files import site_files
from newsroom.site.run.publishing import publish

log = get_plugin_logger("newsroom")


def on_nav(nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
    site_files(files).nav = nav
    return nav


@event_priority(-100)
def on_env(env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
    publish(run_of(config), site_files(files), env, config, log)
    return env
