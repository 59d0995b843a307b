"""Writes what changed: pages, feeds, redirects, the sitemap, the search index."""

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority, get_plugin_logger
from mkdocs.structure.files import Files

from newsroom.site.mkdocs.site_files import site_files
from newsroom.site.run.publishing import publish
from newsroom.site.run.session import session_of

log = get_plugin_logger("newsroom")


@event_priority(-100)
def on_env(env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
    publish(session_of(config), site_files(files), env, config, log)
    return env
