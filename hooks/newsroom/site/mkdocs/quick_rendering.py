"""Markdown as MkDocs sets it up, but once per process instead of once per page.

The set-up takes as long as rendering a page. This relies on internals of MkDocs, so it is used only
with the version that it was tested with (site/mkdocs/known_libraries.py).
"""

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page, _RelativePathTreeprocessor

from newsroom.quick_markdown.converter import markdown_with


class Rendering:
    """Markdown as MkDocs sets it up, used for one page after another."""

    def __init__(self, page: Page, config: MkDocsConfig, files: Files) -> None:
        configs = config["mdx_configs"] or {}
        self._markdown = markdown_with(config["markdown_extensions"], configs)
        self._links = _RelativePathTreeprocessor(page.file, files, config)
        self._links._register(self._markdown)

    def render(self, page: Page) -> None:
        """Set the page's body and links, as Page.render does; its headings are found later, when
        the body is sanitised."""
        self._links.file, self._links.links_to_anchors = page.file, {}
        self._markdown.reset()
        page.content = self._markdown.convert(page.markdown or "")
        page.links_to_anchors = self._links.links_to_anchors
