"""Rendering of the pages that changed, by all cores where they are many."""

import gc
from collections.abc import Iterable, Iterator, Sequence
from contextlib import nullcontext
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, BuildError
from mkdocs.plugins import get_plugin_logger
from mkdocs.structure.files import File
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from newsroom.catalogue.opened import OpenArticles
from newsroom.machine.processes import batched, pool
from newsroom.machine.trouble import told
from newsroom.site.mkdocs.internals import populate, write
from newsroom.site.mkdocs.site_files import SiteFiles
from newsroom.site.pages.article_page import ArticlePage
from newsroom.site.pages.beside import BesideEachOther
from newsroom.site.pages.bodies import BodyNote, body_key, give_body, pack_body, render_body
from newsroom.site.run.progress import with_progress
from newsroom.site.theme.shells import refused_in

log = get_plugin_logger("newsroom")

_LONG = 256
"""More pages than that are spread over processes, for which all articles are read into memory; and
what rendering leaves behind must be collected on the way."""


class PageJob(NamedTuple):
    """A page to be rendered."""

    src_uri: str
    source: bytes = b""
    """Digest of an article's file; empty for an index page."""
    key: bytes = b""
    """What the kept body must have been made from."""
    body: bytes | None = None
    """The kept body."""


class Rendered(NamedTuple):
    """What rendering a page gave, beside its file."""

    src_uri: str
    note: BodyNote | None
    """None for an index page, and where the kept body was used."""
    body: bytes


class _Chunk(NamedTuple):
    """What rendering some pages gave."""

    pages: list[Rendered]
    refused: set[str]
    """The layouts that the process has refused a shell of."""


@dataclass(frozen=True)
class Renderer:
    """All that a page is rendered with."""

    config: MkDocsConfig
    files: SiteFiles
    nav: Navigation
    env: Environment
    beside: BesideEachOther
    articles: OpenArticles
    rules: bytes
    """Digest of all that bodies are rendered by."""

    def render(self, jobs: Sequence[PageJob]) -> Iterator[Rendered]:
        """Render the pages into the build's folder; their order is kept."""
        _renderers[:] = [self]
        if is_long := len(jobs) > _LONG:
            self.articles.keep_at_hand()
            gc.freeze()
            gc.enable()
        with pool(is_forked=True) if is_long else nullcontext(map) as run:
            chunks = run(_render_chunk, batched(jobs))
            yield from with_progress(_pages_of(chunks), len(jobs), "Dựng trang")
        if is_long:
            gc.disable()
            gc.unfreeze()

    def render_page(self, job: PageJob) -> Rendered:
        """Render one page and write it. What its text could do wrong was found out when it was
        read, so that a failure is the machine's or a programmer's; it ends the build in one
        message."""
        try:
            return self._render_page(job)
        except (BuildError, Abort):
            raise
        except Exception as error:
            if told(error):
                raise
            raise BuildError(
                f"{job.src_uri}: không dựng được trang này ({type(error).__name__}: {error}). Đây "
                "là lỗi trong mẫu trang (docs/overrides) hoặc trong hooks, không phải của bài; "
                "trang đang đăng vẫn nguyên. Hãy gửi dòng này cho kỹ thuật viên."
            ) from error

    def _render_page(self, job: PageJob) -> Rendered:
        page, rendered = self._page(job), Rendered(job.src_uri, None, b"")
        if isinstance(page, ArticlePage):
            beside = self.beside.of(page.entry)
            page.newer = beside.newer and self.articles(beside.newer)
            page.older = beside.older and self.articles(beside.older)
            page.related = self.articles.of(beside.related)
            rendered = self.render_body(job)
        else:
            populate(page, self.config, self.files)
        write(page, self.config, self._walked, self.nav, self.env)
        page.content = page.markdown = None  # thousands follow
        return rendered

    def render_body(self, job: PageJob) -> Rendered:
        """Give an article's page its body: the kept one where it fits, else rendered anew."""
        page = self._page(job)
        if job.body is not None and give_body(page, job.body, job.key):
            return Rendered(job.src_uri, None, b"")
        note = render_body(page, self.config, self.files)
        return Rendered(job.src_uri, note, pack_body(page, body_key(self.rules, job.source, note)))

    @cached_property
    def _walked(self) -> Sequence[File]:
        """The pages that templates know of, as MkDocs hands them over."""
        return self.files.documentation_pages()

    def _page(self, job: PageJob) -> Page:
        file = self.files.file(job.src_uri)
        if file is None or file.page is None:
            raise LookupError(job.src_uri)
        return file.page


_renderers: list[Renderer] = []


def _render_chunk(jobs: Sequence[PageJob]) -> _Chunk:
    renderer = _renderers[0]
    pages = [renderer.render_page(job) for job in jobs]
    return _Chunk(pages, refused_in(renderer.env))


def _pages_of(chunks: Iterable[_Chunk]) -> Iterator[Rendered]:
    """Their pages; at the end it is told once what had to be drawn in full."""
    refused: set[str] = set()
    for chunk in chunks:
        refused |= chunk.refused
        yield from chunk.pages
    if refused:
        log.info(
            "Không dùng được khung vẽ sẵn của %s; các trang ấy được vẽ trọn vẹn, chậm hơn nhưng "
            "vẫn đúng.",
            ", ".join(sorted(refused)),
        )
