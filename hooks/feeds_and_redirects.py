"""Adds the feeds and the redirects of old addresses."""

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import get_plugin_logger
from mkdocs.structure.files import Files

from newsroom.site.generated_files import add_feeds, add_redirects

log = get_plugin_logger("newsroom")


def on_env(env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
    add_feeds(files, env, config)
    add_redirects(files, env, config, log)
    return env
