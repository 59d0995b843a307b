"""The update of the search index: the documents that changed, and the files that this changes.

A build that changes no text goes without this module and all that it stands on.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from functools import partial
from html import unescape
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page
from mkdocs.utils import write_file

from newsroom.catalogue.entries import Entry as ArticleEntry
from newsroom.content.article import Article
from newsroom.content.newsroom import Newsroom
from newsroom.display.site_content import SiteContent
from newsroom.machine.processes import Map, batched, pool
from newsroom.machine.shortcuts import Shortcut, is_taken
from newsroom.search.update.forward_index import Prepared, prepare
from newsroom.search.update.indexing import update_index
from newsroom.search.words.contraction import Contraction
from newsroom.search.words.documents import ListedDocument, SearchDocument
from newsroom.site.mkdocs.run import Run
from newsroom.site.mkdocs.settings import newsroom_of
from newsroom.site.pages.pages import Pages
from newsroom.site.pages.progress import with_progress
from newsroom.text.dates import VIETNAM
from newsroom.text.search_words import SearchWords

FOLDER = "search/"
PAGES_SLUG, PAGES_TITLE = "trang-thong-tin", "Trang thông tin"

_UNSPOKEN = re.compile(r"<(script|style|svg)\b.*?</\1>", re.DOTALL)
_BLOCK = re.compile(
    r"</?(?:p|div|h[1-6]|li|tr|td|th|table|ul|ol|dl|dt|dd|figure|blockquote|br)\b[^>]*>"
)
_TAG = re.compile(r"<[^>]+>")


class SearchUpdate:
    """One update of the index."""

    def __init__(
        self,
        run: Run,
        content: SiteContent,
        pages: Pages,
        hand_written: Iterable[Page],
        digests: Mapping[str, bytes],
        words: SearchWords,
        config: MkDocsConfig,
    ) -> None:
        """digests: of everything that each document's entry is made from, by address."""
        self._run, self._content = run, content
        self._pages = pages
        self._newsroom = newsroom_of(config)
        self._contraction = Contraction.of(self._newsroom.abbreviations)
        self._hand_written = {page.url: _hand_written(page) for page in hand_written}
        self._digests = digests
        self._words = words
        self._folder = run.staging / FOLDER
        self._cache = run.store.shelf("search")

    def write(self, path: str) -> None:
        """Write the files that changed; all of them if any are lost. path: of the product."""
        folder = self._run.folder
        if folder.has_all(path) and is_taken(Shortcut.SEARCH_BY_DIFFERENCE):
            folder.keep([path])
        else:
            self._cache.clear()
        with pool() as run:
            self._write(
                update_index(
                    self._entries(),
                    partial(self._prepare_all, run),
                    self._contraction,
                    self._cache,
                    run,
                    partial(folder.renew, path),
                    self._words,
                )
            )

    def _write(self, changes: Iterable[tuple[str, bytes | None]]) -> None:
        for path, content in changes:
            self._run.rest.go_on()
            if content is None:
                self._run.folder.drop(FOLDER + path)
            else:
                write_file(content, str(self._folder / path))

    def _entries(self) -> Iterator[ListedDocument]:
        for uri, digest in self._digests.items():
            if document := self._hand_written.get(uri):
                yield ListedDocument.of(document, digest)
            else:
                entry = self._content.by_uri[uri].entry
                yield ListedDocument(**_listed(entry, self._newsroom), digest=digest)

    def _prepare_all(self, run: Map, uris: Sequence[str]) -> Iterator[Prepared]:
        documents = map(self._document, uris)
        chunks = run(_prepare_chunk, batched(documents))
        prepared = (one for chunk in chunks for one in chunk)
        yield from with_progress(prepared, len(uris), "Chuẩn bị tìm kiếm")

    def _document(self, uri: str) -> SearchDocument:
        if document := self._hand_written.get(uri):
            return document
        entry = self._content.by_uri[uri].entry
        text = text_of(self._pages.body(entry.path).content)
        return _article(self._content.open(entry), text, _listed(entry, self._newsroom))


def _prepare_chunk(documents: Sequence[SearchDocument]) -> list[Prepared]:
    return list(map(prepare, documents))


def text_of(html: str) -> str:
    """The words of rendered HTML, one line per block."""
    lines = _BLOCK.sub("\n", _UNSPOKEN.sub("", html))
    words = unescape(_TAG.sub("", lines))
    return "\n".join(" ".join(line.split()) for line in words.splitlines() if line.strip())


def _article(article: Article, text: str, listed: dict[str, Any]) -> SearchDocument:
    return SearchDocument(
        **listed,
        title=article.title,
        lead=article.lead,
        text=text,
        keywords=tuple(_known_as(article)),
    )


def _listed(entry: ArticleEntry, newsroom: Newsroom) -> dict[str, Any]:
    """What an article is filtered and ordered by."""
    campaign = newsroom.campaigns.get(entry.campaign)
    return {
        "uri": entry.uri,
        "date": datetime.fromtimestamp(entry.time, VIETNAM),
        "section_slug": entry.section,
        "section_title": newsroom.sections[entry.section].title,
        "campaign_slug": entry.campaign,
        "campaign_title": campaign.title if campaign else "",
        "quarter": f"{entry.year}-Q{(entry.month + 2) // 3}",
        "views": entry.views,
    }


def _known_as(article: Article) -> Iterator[str]:
    """What residents call the article by, though its title may not say so."""
    if article.quarter:
        yield f"Sơ kết {article.quarter.title}"
        yield f"Sơ kết quý {article.quarter.roman} năm {article.quarter.year}"
    yield from (tag.title for tag in article.tags)


def _hand_written(page: Page) -> SearchDocument:
    return SearchDocument(
        uri=page.url,
        title=text_of(str(page.title)),
        date=None,
        section_slug=PAGES_SLUG,
        section_title=PAGES_TITLE,
        campaign_slug="",
        campaign_title="",
        quarter="",
        views=0,
        lead="",
        text=text_of(page.content or ""),
        keywords=tuple(map(str, page.meta.get("keywords", ()))),
    )
