"""Reads `extra.newsroom` and opens the navigation's sections."""

from mkdocs.config.defaults import MkDocsConfig

from newsroom.site.mkdocs.settings import load_newsroom, navigation


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    config.extra["newsroom"] = newsroom = load_newsroom(config)
    config.nav = navigation(config.nav, newsroom)
    return config
