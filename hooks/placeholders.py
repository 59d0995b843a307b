"""Reads hand-written pages, and fills in what the ward declares."""

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import get_plugin_logger
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from newsroom.site.html.hand_written import (
    drop_faulty_metadata,
    is_hand_written,
    source_of,
    with_placeholders_filled,
)

log = get_plugin_logger("newsroom")


def on_page_read_source(page: Page, config: MkDocsConfig) -> str | None:
    has_file = is_hand_written(page) and page.file.abs_src_path
    return source_of(page, config, log) if has_file else None


def on_page_markdown(markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
    if not is_hand_written(page):
        return markdown
    drop_faulty_metadata(page, config, log)
    return with_placeholders_filled(markdown, page, config, log)
