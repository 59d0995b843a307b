"""Escapes what staff typed and the theme prints as it is."""

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from newsroom.site.html.escaping import escape_metadata, escape_navigation, escape_site
from newsroom.site.html.hand_written import is_hand_written


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    escape_site(config)
    return config


def on_nav(nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
    escape_navigation(nav)
    return nav


def on_page_markdown(markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
    if is_hand_written(page):
        escape_metadata(page)
    return markdown
