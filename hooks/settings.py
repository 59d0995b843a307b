"""Reads `extra.newsroom` and the urgent banner, and opens the navigation's sections."""

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import get_plugin_logger

from newsroom.site.html.banner import show_banner
from newsroom.site.mkdocs.settings import load_newsroom, navigation

log = get_plugin_logger("newsroom")


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    config.extra["newsroom"] = newsroom = load_newsroom(config)
    config.nav = navigation(config.nav, newsroom)
    show_banner(config, log)
    return config
