"""Prepares the theme and what templates are given: filters, escaping, what was compiled."""

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files

from newsroom.site.html.share_image import measure_share_image
from newsroom.site.mkdocs.run import run_of
from newsroom.site.theme.scripts import join_scripts
from newsroom.site.theme.stylesheet import know_stylesheet
from newsroom.site.theme.template_cache import template_cache
from newsroom.site.theme.templates import prepare
from newsroom.site.theme.theme import QuietTheme


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    config.theme = QuietTheme.of(config.theme)
    know_stylesheet(config)
    measure_share_image(config)
    return config


def on_files(files: Files, *, config: MkDocsConfig) -> Files:
    join_scripts(files)
    return files


def on_env(env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
    prepare(env)
    env.bytecode_cache = template_cache(run_of(config).code)
    return env
