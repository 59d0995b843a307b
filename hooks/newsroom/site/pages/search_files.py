"""The search index of the site: what residents can read, as files beside the pages."""

import marshal
from collections.abc import Iterable
from pathlib import Path

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page
from mkdocs.utils import write_file

from newsroom.build.digests import PLAIN, digest, joined
from newsroom.content import uris
from newsroom.site.mkdocs.settings import newsroom_of
from newsroom.site.mkdocs.site_files import SiteFiles
from newsroom.site.mkdocs.visibility import is_published
from newsroom.site.pages.index_page import IndexPage
from newsroom.site.pages.pages import Pages
from newsroom.site.run.environment import code_digest
from newsroom.site.run.session import Session

_WHOLE, _LISTING, _CODE = "whole", "listing", "code"
"""Where the digest of all that the index was made from is kept, that of all but the texts, and that
of the code, by which other files may be made of the same documents."""


def write_search_index(
    session: Session, files: SiteFiles, pages: Pages, config: MkDocsConfig
) -> None:
    """Write the files of the index that changed; where some are lost, all.

    A preview that is rebuilt shows its pages before that.
    """
    hand_written = [
        file.page for file in files.documentation_pages() if file.page and _is_found(file.page)
    ]
    abbreviations = repr(newsroom_of(config).abbreviations)
    digests = pages.text_digests() | {
        page.url: digest(*_says(page), abbreviations) for page in hand_written
    }
    listing = joined((pages.body_rules, _listing(session, hand_written, config)))
    whole = joined((listing, *digests.values()))
    memory = session.store.shelf("search")
    code = code_digest(config)
    can_wait = session.outputs.keep_apart()
    if not can_wait or memory.get(_CODE) != code:
        memory.clear()
    if memory.get(_WHOLE) == whole:
        return

    def update() -> None:
        from newsroom.site.pages.search_update import SearchUpdate  # noqa: PLC0415 - slow to load

        search = SearchUpdate(session, pages, hand_written, digests, config)
        if memory.pop(_LISTING, None) == listing:
            search.write_texts()
        else:
            search.write()
        memory[_WHOLE], memory[_LISTING], memory[_CODE] = whole, listing, code

    if can_wait and session.shows_pages_first:
        session.rest = update
    else:
        update()


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


def _listing(session: Session, hand_written: Iterable[Page], config: MkDocsConfig) -> bytes:
    """Stands for all that the index says of documents beside their texts."""
    entries = [(e.uri, e.time, e.section, e.campaign, e.views) for e in session.catalogue.entries]
    newsroom = newsroom_of(config)
    names = (newsroom.sections, newsroom.campaigns, newsroom.abbreviations)
    pages = [page.url for page in hand_written]
    return digest(marshal.dumps(entries, PLAIN), repr((names, pages)))


def _is_found(page: Page) -> bool:
    """Whether a hand-written page may be found; `search: false` in its front matter says no."""
    is_hand_written = not isinstance(page, IndexPage) and is_published(page.file)
    return is_hand_written and bool(page.meta.get("found_by_search", True))


def _says(page: Page) -> tuple[str, ...]:
    """All that a hand-written page is found by."""
    return page.url, str(page.title), page.content or "", repr(page.meta.get("keywords"))
