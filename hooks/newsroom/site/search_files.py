"""The search index of the site: what residents can read, as files beside the pages."""

import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page

from newsroom import uris
from newsroom.content.article import Article, Publication
from newsroom.content.quarter import Quarter
from newsroom.search.abbreviations import Abbreviation, read_abbreviations
from newsroom.search.index import SearchDocument, build_index
from newsroom.site.article_page import ArticlePage
from newsroom.site.index_page import IndexPage
from newsroom.site.problem_report import Log
from newsroom.site.settings import newsroom_of
from newsroom.site.visibility import is_published

FOLDER = "search/"
ABBREVIATIONS = "abbreviations.yml"
PAGES_SLUG, PAGES_TITLE = "trang-thong-tin", "Trang thông tin"

_UNSPOKEN = re.compile(r"<(script|style|svg)\b.*?</\1>", re.DOTALL)
_BLOCK = re.compile(
    r"</?(?:p|div|h[1-6]|li|tr|td|th|table|ul|ol|dl|dt|dd|figure|blockquote|br)\b[^>]*>"
)
_TAG = re.compile(r"<[^>]+>")


def add_search_index(files: Files, config: MkDocsConfig) -> None:
    """Add every file of the index over the published articles and hand-written pages."""
    index = build_index(search_documents(files), newsroom_of(config).abbreviations)
    for path, content in index.items():
        inclusion = InclusionLevel.NOT_IN_NAV
        files.append(File.generated(config, FOLDER + path, content=content, inclusion=inclusion))


def add_opensearch(files: Files, env: Environment, config: MkDocsConfig) -> None:
    """Add the description by which a browser can offer the site's search."""
    template = env.get_template("newsroom/opensearch.html")
    content = template.render(
        ward=newsroom_of(config).ward,
        site_name=config.site_name,
        search_url=f"{config.site_url or '/'}{uris.SEARCH}",
        icon_url=f"{config.site_url or '/'}{config.theme['favicon']}",
    )
    inclusion = InclusionLevel.NOT_IN_NAV
    files.append(File.generated(config, uris.OPENSEARCH, content=content, inclusion=inclusion))


def load_abbreviations(config: MkDocsConfig, log: Log) -> tuple[Abbreviation, ...]:
    """The ward's abbreviations; what is wrong in their file is told."""
    file = Path(config.docs_dir) / ABBREVIATIONS
    if not file.is_file():
        return ()
    abbreviations, problems = read_abbreviations(file.read_text(encoding="utf-8-sig"))
    for problem in problems:
        log.warning("%s", problem)
    return tuple(abbreviations)


def search_documents(files: Files) -> Iterator[SearchDocument]:
    """What a resident may find: published articles, and the pages that the ward wrote."""
    for file in files:
        page = file.page
        if isinstance(page, ArticlePage):
            if page.publication is Publication.PUBLISHED:
                yield _article(page)
        elif page and _is_for_residents(page):
            yield _hand_written(page)


def _is_for_residents(page: Page) -> bool:
    """Whether a hand-written page may be found; `search: false` in its front matter says no."""
    is_hand_written = not isinstance(page, IndexPage) and is_published(page.file)
    return is_hand_written and bool(page.meta.get("found_by_search", True))


def text_of(html: str) -> str:
    """The words of rendered HTML, one line a block."""
    lines = _BLOCK.sub("\n", _UNSPOKEN.sub("", html))
    words = unescape(_TAG.sub("", lines))
    return "\n".join(" ".join(line.split()) for line in words.splitlines() if line.strip())


def _article(page: ArticlePage) -> SearchDocument:
    article = page.article
    return SearchDocument(
        uri=article.uri,
        title=article.title,
        date=article.date,
        section_slug=article.section.slug,
        section_title=article.section.title,
        campaign_slug=article.campaign.slug if article.campaign else "",
        campaign_title=article.campaign.title if article.campaign else "",
        quarter=str(Quarter.of(article.date)),
        views=article.views,
        lead=article.lead,
        text=text_of(page.content or ""),
        keywords=tuple(_known_as(article)),
    )


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
