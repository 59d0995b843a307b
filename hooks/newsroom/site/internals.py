"""The internals of MkDocs that the portal relies on: how one page is read, rendered and written.

MkDocs reads and writes in two loops over all its pages; ours do it for the pages that changed. And
it sets Markdown up anew for every page, which takes as long as rendering it; here one is used for
all pages of a process. tests/hooks/test_internals.py fails when MkDocs changes any of it.
"""

from collections.abc import Sequence

from jinja2 import Environment
from mkdocs.commands.build import _build_page, _populate_page
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import (
    Page,
    _ExtractAnchorsTreeprocessor,
    _RawHTMLPreprocessor,
    _RelativePathTreeprocessor,
)
from mkdocs.structure.toc import get_toc

from newsroom.quick_markdown.converter import markdown_with
from newsroom.site.visibility import is_published


def populate(page: Page, config: MkDocsConfig, files: Files) -> None:
    """Read the page and render its Markdown, with all events on the way."""
    _populate_page(page, config, files)


def write(
    page: Page, config: MkDocsConfig, pages: Sequence[File], nav: Navigation, env: Environment
) -> None:
    """Draw the page by its template and write it, with all events on the way."""
    is_draft = not is_published(page.file)
    _build_page(page, config, pages, nav, env, excluded=is_draft)


class Rendering:
    """Markdown as MkDocs sets it up, used for one page after another."""

    def __init__(self, page: Page, config: MkDocsConfig, files: Files) -> None:
        configs = config["mdx_configs"] or {}
        self._markdown = markdown_with(config["markdown_extensions"], configs)
        self._raw_html = _RawHTMLPreprocessor()
        self._anchors = _ExtractAnchorsTreeprocessor(page.file, files, config)
        self._links = _RelativePathTreeprocessor(page.file, files, config)
        for processor in (self._raw_html, self._anchors, self._links):
            processor._register(self._markdown)

    def render(self, page: Page) -> None:
        """Give the page what Page.render gives it, its title apart."""
        self._raw_html.present_anchor_ids = set()
        self._anchors.present_anchor_ids = set()
        self._links.file, self._links.links_to_anchors = page.file, {}
        self._markdown.reset()
        page.content = self._markdown.convert(page.markdown or "")
        page.toc = get_toc(getattr(self._markdown, "toc_tokens", []))
        page.present_anchor_ids = (
            self._anchors.present_anchor_ids | self._raw_html.present_anchor_ids
        )
        page.links_to_anchors = self._links.links_to_anchors


_renderings: list[tuple[MkDocsConfig, Files, Rendering]] = []


def render(page: Page, config: MkDocsConfig, files: Files) -> None:
    """Render the page's Markdown by the one set-up of this process for this build."""
    if not _renderings or _renderings[0][0] is not config or _renderings[0][1] is not files:
        _renderings[:] = [(config, files, Rendering(page, config, files))]
    _renderings[0][2].render(page)
