"""Fills what the ward declares into hand-written pages."""

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import get_plugin_logger
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from newsroom.site.hand_written import is_hand_written, with_placeholders_filled

log = get_plugin_logger("newsroom")


def on_page_markdown(markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
    return (
        with_placeholders_filled(markdown, page, config, log) if is_hand_written(page) else markdown
    )
