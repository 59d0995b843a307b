"""Corrects Material's own HTML on every page."""

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page

from newsroom.site.html.corrections import corrected


def on_post_page(output: str, *, page: Page, config: MkDocsConfig) -> str:
    return corrected(output)


def on_post_template(output: str, *, template_name: str, config: MkDocsConfig) -> str:
    return corrected(output)
