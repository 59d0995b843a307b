"""The search index of the site: what residents can read, as files beside the pages."""

import marshal
from collections.abc import Iterable
from functools import partial

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page

from newsroom.build.digests import PLAIN, digest, joined
from newsroom.build.engine import Engine, Product
from newsroom.catalogue.catalogue import Catalogue
from newsroom.site.mkdocs.index_page import IndexPage
from newsroom.site.mkdocs.problem_report import Log
from newsroom.site.mkdocs.run import Run
from newsroom.site.mkdocs.settings import newsroom_of
from newsroom.site.mkdocs.site_files import SiteFiles
from newsroom.site.mkdocs.visibility import is_published
from newsroom.site.pages.pages import Pages
from newsroom.site.pages.search_words import search_words_of

SEARCH_INDEX = "search/*.bin"
"""The path of the product."""


def write_search_index(
    run: Run, files: SiteFiles, pages: Pages, config: MkDocsConfig, log: Log
) -> None:
    """Bring the index up to date: one product of many files, which is drawn by difference.

    A preview that is rebuilt shows its pages first.
    """
    hand_written = [
        file.page for file in files.documentation_pages() if file.page and _is_found(file.page)
    ]
    abbreviations = repr(newsroom_of(config).abbreviations)
    digests = {
        **pages.known.texts(),
        **{page.url: digest(*_says(page), abbreviations) for page in hand_written},
    }
    listed = _listed(files.content.catalogue, hand_written, config)
    words = search_words_of(config, log)
    key = joined((pages.body_inputs, listed, digest(repr(words)), *digests.values()))

    def draw(run: Run) -> None:
        from newsroom.site.pages.search_update import SearchUpdate  # noqa: PLC0415 - slow to load

        update = SearchUpdate(run, files.content, pages, hand_written, digests, words, config)
        update.write(SEARCH_INDEX)

    def bring(run: Run) -> None:
        engine = Engine(run.folder, files.recorder)
        engine.bring([Product(SEARCH_INDEX, key, partial(draw, run))])

    can_wait = run.shows_pages_first and run.folder.has_all(SEARCH_INDEX)
    if can_wait and not run.folder.is_made_from(SEARCH_INDEX, key):
        run.folder.keep([SEARCH_INDEX])
        run.rest.work = bring
    else:
        bring(run)


def _listed(catalogue: Catalogue, hand_written: Iterable[Page], config: MkDocsConfig) -> bytes:
    """The digest of everything that the index holds of documents besides their texts."""
    entries = [(e.uri, e.time, e.section, e.campaign, e.views) for e in catalogue.entries]
    newsroom = newsroom_of(config)
    names = (newsroom.sections, newsroom.campaigns, newsroom.abbreviations)
    pages = [page.url for page in hand_written]
    return digest(marshal.dumps(entries, PLAIN), repr((names, pages)))


def _is_found(page: Page) -> bool:
    """Whether a hand-written page may be found; `search: false` in its front matter says no."""
    is_hand_written = not isinstance(page, IndexPage) and is_published(page.file)
    return is_hand_written and page.meta.get("search") is not False


def _says(page: Page) -> tuple[str, ...]:
    """Everything that a hand-written page is found by."""
    return page.url, str(page.title), page.content or "", repr(page.meta.get("keywords"))
