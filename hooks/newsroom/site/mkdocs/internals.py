"""The internals of MkDocs that the portal relies on: how one page is read, rendered and written.

MkDocs reads and writes in two loops over all its pages; ours do it for the pages that changed.
tests/hooks/test_internals.py fails when MkDocs changes any of it.
"""

from __future__ import annotations

from collections.abc import Sequence

from jinja2 import Environment
from mkdocs.commands.build import _build_page, _populate_page
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from newsroom.machine.shortcuts import Shortcut, is_taken
from newsroom.site.mkdocs.known_libraries import is_mkdocs_known
from newsroom.site.mkdocs.site_files import SiteFiles
from newsroom.site.mkdocs.visibility import is_published


def populate(page: Page, config: MkDocsConfig, files: Files) -> None:
    """Read the page and render its Markdown, firing all events."""
    _populate_page(page, config, files)


def write(
    page: Page, config: MkDocsConfig, pages: Sequence[File], nav: Navigation, env: Environment
) -> None:
    """Draw the page by its template and write it, firing all events."""
    is_draft = not is_published(page.file)
    _build_page(page, config, pages, nav, env, excluded=is_draft)


def render(page: Page, config: MkDocsConfig, files: Files) -> None:
    """Render the page's Markdown, with one set-up for all pages of this process."""
    if not (is_mkdocs_known() and isinstance(files, SiteFiles)):
        Page.render(page, config, files)
        return
    if files.rendering is None or not is_taken(Shortcut.ONE_MARKDOWN):
        from newsroom.site.mkdocs.quick_rendering import Rendering  # noqa: PLC0415 - see there

        files.rendering = Rendering(page, config, files)
    files.rendering.render(page)
