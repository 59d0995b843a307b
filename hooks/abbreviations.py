"""Marks up the ward's abbreviations in articles."""

from dataclasses import replace

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import get_plugin_logger
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from newsroom.site.html.abbreviated import load_abbreviations, with_abbreviations
from newsroom.site.mkdocs.article_page import ArticlePage
from newsroom.site.mkdocs.settings import newsroom_of

log = get_plugin_logger("newsroom")


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    abbreviations = load_abbreviations(config, log)
    config.extra["newsroom"] = replace(newsroom_of(config), abbreviations=abbreviations)
    return config


def on_page_content(html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
    is_article = isinstance(page, ArticlePage)
    return with_abbreviations(html, newsroom_of(config).abbreviations) if is_article else html
