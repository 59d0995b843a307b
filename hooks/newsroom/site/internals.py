"""The internals of MkDocs that the portal relies on: how one page is read, and how it is written.

MkDocs does both in two loops over all its pages; ours does them for the pages that changed.
tests/hooks/test_internals.py fails when MkDocs changes them.
"""

from collections.abc import Sequence

from jinja2 import Environment
from mkdocs.commands.build import _build_page, _populate_page
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

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
