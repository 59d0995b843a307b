"""Prepares the template environment: filters, addresses, escaping."""

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files

from newsroom.site.templates import prepare


def on_env(env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
    prepare(env)
    return env
