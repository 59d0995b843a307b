"""The search index of the site: what residents can read, as files beside the pages."""

import re
from collections.abc import Iterator, Sequence
from functools import partial
from html import unescape
from pathlib import Path
from typing import Any

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page
from mkdocs.utils import write_file

from newsroom import uris
from newsroom.content.article import Article
from newsroom.content.quarter import Quarter
from newsroom.incremental.fingerprint import digest, joined
from newsroom.incremental.processes import Map, batched, pool
from newsroom.search.abbreviations import Abbreviation, read_abbreviations
from newsroom.search.contraction import Contraction
from newsroom.search.index import (
    Entry,
    Prepared,
    SearchDocument,
    kept_paths,
    prepare,
    update_index,
)
from newsroom.search.memory import Memory
from newsroom.site.bodies import content_of
from newsroom.site.index_page import IndexPage
from newsroom.site.pages import Pages
from newsroom.site.problem_report import Log
from newsroom.site.progress import with_progress
from newsroom.site.session import Session
from newsroom.site.settings import newsroom_of
from newsroom.site.site_files import SiteFiles
from newsroom.site.visibility import is_published

FOLDER = "search/"
ABBREVIATIONS = "abbreviations.yml"
PAGES_SLUG, PAGES_TITLE = "trang-thong-tin", "Trang thông tin"

_WHOLE = "whole"
"""Where the digest of all that the index was made from is kept."""

_UNSPOKEN = re.compile(r"<(script|style|svg)\b.*?</\1>", re.DOTALL)
_BLOCK = re.compile(
    r"</?(?:p|div|h[1-6]|li|tr|td|th|table|ul|ol|dl|dt|dd|figure|blockquote|br)\b[^>]*>"
)
_TAG = re.compile(r"<[^>]+>")


class SearchIndex:
    """The index of what residents can read, brought up to date."""

    def __init__(self, session: Session, files: SiteFiles, pages: Pages, config: MkDocsConfig):
        self._session = session
        self._pages = pages
        self._config = config
        self._contraction = Contraction.of(newsroom_of(config).abbreviations)
        self._hand_written = {
            document.uri: document
            for file in files.documentation_pages()
            if file.page and _is_for_residents(file.page)
            for document in [_hand_written(file.page)]
        }
        self._stands_on = dict(self._digests())

    def write(self) -> None:
        """Write the files of the index that changed; where some are lost, all."""
        memory = self._session.store.shelf("search")
        texts = "\n".join([*self._stands_on, str(self._contraction.table)])
        whole = joined((*self._stands_on.values(), texts.encode()))
        written = self._update(memory) if memory.get(_WHOLE) != whole else set()
        paths = {FOLDER + path for path in kept_paths(memory)}
        if not paths or not self._session.outputs.keep_all(paths - written):
            memory.clear()
            self._update(memory)
        memory[_WHOLE] = whole

    def _update(self, memory: Memory) -> set[str]:
        written = set()
        with pool() as run:
            prepare_all = partial(self._prepare_all, run)
            changes = update_index(self._entries(), prepare_all, self._contraction, memory, run)
            for path, content in changes:
                if content is not None:
                    written.add(FOLDER + path)
                    write_file(content, str(Path(self._config.site_dir, FOLDER, path)))
        return written

    def _digests(self) -> Iterator[tuple[str, bytes]]:
        """For every document, by its address, the digest of all that its entry is made from."""
        for _, shown, note in self._pages.visible():
            if shown.is_public:
                stands_on = (self._pages.body_rules, shown.record.source, shown.card, note.digest)
                yield shown.article.uri, joined(stands_on)
        for document in self._hand_written.values():
            abbreviations = repr(self._contraction.abbreviations)
            yield document.uri, digest(repr(document), abbreviations)

    def _entries(self) -> Iterator[Entry]:
        for uri, stands_on in self._stands_on.items():
            if document := self._hand_written.get(uri):
                yield Entry.of(document, stands_on)
            else:
                article = self._session.by_uri[uri].article
                yield Entry(**_listed(article), digest=stands_on)

    def _prepare_all(self, run: Map, uris: Sequence[str]) -> Iterator[Prepared]:
        documents = map(self._document, uris)
        chunks = run(partial(_prepare_chunk, self._contraction), batched(documents))
        prepared = (one for chunk in chunks for one in chunk)
        yield from with_progress(prepared, len(uris), "Chuẩn bị tìm kiếm")

    def _document(self, uri: str) -> SearchDocument:
        if document := self._hand_written.get(uri):
            return document
        article = self._session.by_uri[uri].article
        content = content_of(self._pages.body(str(article.path)))
        return _article(article, text_of(content))


def _prepare_chunk(contraction: Contraction, documents: Sequence[SearchDocument]) -> list[Prepared]:
    return [prepare(document, contraction) for document in documents]


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


def load_abbreviations(config: MkDocsConfig, log: Log) -> tuple[Abbreviation, ...]:
    """The ward's abbreviations; what is wrong in their file is told."""
    file = Path(config.docs_dir) / ABBREVIATIONS
    if not file.is_file():
        return ()
    abbreviations, problems = read_abbreviations(file.read_text(encoding="utf-8-sig"))
    for problem in problems:
        log.warning("%s", problem)
    return tuple(abbreviations)


def _is_for_residents(page: Page) -> bool:
    """Whether a hand-written page may be found; `search: false` in its front matter says no."""
    is_hand_written = not isinstance(page, IndexPage) and is_published(page.file)
    return is_hand_written and bool(page.meta.get("found_by_search", True))


def text_of(html: str) -> str:
    """The words of rendered HTML, one line a block."""
    lines = _BLOCK.sub("\n", _UNSPOKEN.sub("", html))
    words = unescape(_TAG.sub("", lines))
    return "\n".join(" ".join(line.split()) for line in words.splitlines() if line.strip())


def _article(article: Article, text: str) -> SearchDocument:
    return SearchDocument(
        **_listed(article),
        title=article.title,
        lead=article.lead,
        text=text,
        keywords=tuple(_known_as(article)),
    )


def _listed(article: Article) -> dict[str, Any]:
    """What an article is filtered and ordered by."""
    campaign = article.campaign
    return {
        "uri": article.uri,
        "date": article.date,
        "section_slug": article.section.slug,
        "section_title": article.section.title,
        "campaign_slug": campaign.slug if campaign else "",
        "campaign_title": campaign.title if campaign else "",
        "quarter": str(Quarter.of(article.date)),
        "views": article.views,
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
