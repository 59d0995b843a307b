"""The search index of the site: what residents can read, as files beside the pages."""

from pathlib import Path

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page
from mkdocs.utils import write_file

from newsroom import uris
from newsroom.incremental.fingerprint import digest, joined
from newsroom.site.index_page import IndexPage
from newsroom.site.pages import Pages
from newsroom.site.session import Session
from newsroom.site.settings import newsroom_of
from newsroom.site.site_files import SiteFiles
from newsroom.site.visibility import is_published

_WHOLE = "whole"
"""Where the digest of all that the index was made from is kept."""


def write_search_index(
    session: Session, files: SiteFiles, pages: Pages, config: MkDocsConfig
) -> None:
    """Write the files of the index that changed; where some are lost, all."""
    hand_written = [
        file.page for file in files.documentation_pages() if file.page and _is_found(file.page)
    ]
    abbreviations = repr(newsroom_of(config).abbreviations)
    digests = pages.text_digests() | {
        page.url: digest(*_says(page), abbreviations) for page in hand_written
    }
    names = "\n".join(digests).encode()
    whole = joined((pages.body_rules, *digests.values(), names))
    memory = session.store.shelf("search")
    if not session.outputs.keep_apart():
        memory.clear()
    if memory.get(_WHOLE) != whole:
        from newsroom.site.search_update import SearchUpdate  # noqa: PLC0415 - slow to load

        SearchUpdate(session, pages, hand_written, digests, config).write()
        memory[_WHOLE] = whole


def write_opensearch(env: Environment, config: MkDocsConfig) -> None:
    """Write the description by which a browser can offer the site's search."""
    template = env.get_template("newsroom/opensearch.html")
    content = template.render(
        ward=newsroom_of(config).ward,
        site_name=config.site_name,
        search_url=f"{config.site_url or '/'}{uris.SEARCH}",
        icon_url=f"{config.site_url or '/'}{config.theme['favicon']}",
    )
    write_file(content.encode(), str(Path(config.site_dir, uris.OPENSEARCH)))


def _is_found(page: Page) -> bool:
    """Whether a hand-written page may be found; `search: false` in its front matter says no."""
    is_hand_written = not isinstance(page, IndexPage) and is_published(page.file)
    return is_hand_written and bool(page.meta.get("found_by_search", True))


def _says(page: Page) -> tuple[str, ...]:
    """All that a hand-written page is found by."""
    return page.url, str(page.title), page.content or "", repr(page.meta.get("keywords"))
