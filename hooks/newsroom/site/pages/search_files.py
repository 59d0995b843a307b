"""The search index of the site: what residents can read, as files beside the pages."""

import marshal
from collections.abc import Iterable

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page

from newsroom.build.digests import PLAIN, digest, joined
from newsroom.catalogue.catalogue import Catalogue
from newsroom.machine.shortcuts import Shortcut, is_taken
from newsroom.site.mkdocs.index_page import IndexPage
from newsroom.site.mkdocs.run import Run
from newsroom.site.mkdocs.settings import newsroom_of
from newsroom.site.mkdocs.site_files import SiteFiles
from newsroom.site.mkdocs.visibility import is_published
from newsroom.site.pages.pages import Pages

_WHOLE, _LISTING, _CODE = "whole", "listing", "code"
"""The cache's keys of three digests: of everything that the index was made from, of everything but
the texts, and of the code."""


def write_search_index(run: Run, files: SiteFiles, pages: Pages, config: MkDocsConfig) -> None:
    """Write the files of the index that changed; all of them if any are lost.

    A preview that is rebuilt shows its pages first.
    """
    hand_written = [
        file.page for file in files.documentation_pages() if file.page and _is_found(file.page)
    ]
    abbreviations = repr(newsroom_of(config).abbreviations)
    digests = pages.known.texts() | {
        page.url: digest(*_says(page), abbreviations) for page in hand_written
    }
    listing = joined((pages.body_inputs, _listing(files.content.catalogue, hand_written, config)))
    whole = joined((listing, *digests.values()))
    cache = run.store.shelf("search")
    can_wait = run.folder.keep_apart()
    is_known = can_wait and cache.get(_CODE) == run.code
    if not (is_known and is_taken(Shortcut.SEARCH_BY_DIFFERENCE)):
        cache.clear()
    if cache.get(_WHOLE) == whole:
        return

    def update(run: Run) -> None:
        from newsroom.site.pages.search_update import SearchUpdate  # noqa: PLC0415 - slow to load

        search = SearchUpdate(run, files.content, pages, hand_written, digests, config)
        if cache.pop(_LISTING, None) == listing and is_taken(Shortcut.TEXTS_ALONE):
            search.write_texts()
        else:
            search.write()
        cache[_WHOLE], cache[_LISTING], cache[_CODE] = whole, listing, run.code

    if can_wait and run.shows_pages_first:
        run.rest.work = update
    else:
        update(run)


def _listing(catalogue: Catalogue, hand_written: Iterable[Page], config: MkDocsConfig) -> bytes:
    """The digest of everything that the index holds of documents besides their texts."""
    entries = [(e.uri, e.time, e.section, e.campaign, e.views) for e in catalogue.entries]
    newsroom = newsroom_of(config)
    names = (newsroom.sections, newsroom.campaigns, newsroom.abbreviations)
    pages = [page.url for page in hand_written]
    return digest(marshal.dumps(entries, PLAIN), repr((names, pages)))


def _is_found(page: Page) -> bool:
    """Whether a hand-written page may be found; `search: false` in its front matter says no."""
    is_hand_written = not isinstance(page, IndexPage) and is_published(page.file)
    return is_hand_written and bool(page.meta.get("found_by_search", True))


def _says(page: Page) -> tuple[str, ...]:
    """Everything that a hand-written page is found by."""
    return page.url, str(page.title), page.content or "", repr(page.meta.get("keywords"))
