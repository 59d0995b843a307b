"""The pages of the site as products: those of articles, and those that list them."""

from collections.abc import Iterator, Sequence, Set
from contextlib import contextmanager
from functools import partial
from typing import NamedTuple, cast

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, BuildError
from mkdocs.structure.files import File
from mkdocs.structure.pages import Page

from newsroom.build.digests import joined
from newsroom.build.engine import Made, Product
from newsroom.build.rows import packed
from newsroom.build.store import Store
from newsroom.display.article import ArticleDisplay, article_display
from newsroom.display.digests import digest_of
from newsroom.display.index_notes import IndexNote
from newsroom.machine.shortcuts import Shortcut, is_taken
from newsroom.machine.trouble import explanation_of
from newsroom.site.mkdocs.article_page import ArticlePage
from newsroom.site.mkdocs.environment import body_digest, page_digest
from newsroom.site.mkdocs.internals import populate, write
from newsroom.site.mkdocs.settings import build_moment, newsroom_of
from newsroom.site.mkdocs.site_files import FILES, SiteFiles
from newsroom.site.pages.bodies import Bodies, Body, KeptBody, body_in, body_row, give, opened
from newsroom.site.pages.known_pages import KnownPages


class _Byproduct(NamedTuple):
    """What making the page of an article produced."""

    body: KeptBody
    is_rendered: bool
    """Whether the body was rendered anew."""


class Pages:
    """Article pages and index pages, by their MkDocs paths.

    Both are drawn by the same templates and events, so all cores work on both at once.
    """

    def __init__(
        self, files: SiteFiles, env: Environment, config: MkDocsConfig, store: Store
    ) -> None:
        self._files, self._env, self._config, self._store = files, env, config, store
        self._content = files.content
        self._prefix = f"{newsroom_of(config).articles_dir}/"
        self.body_inputs = body_digest(config)
        self.inputs = page_digest(config, files.nav, self.body_inputs)
        """The digest of everything that the page around a body is drawn by."""
        self.known = KnownPages(store, self.inputs, self.body_inputs)
        self._bodies = Bodies(files, config, self.body_inputs)
        self._walked: Sequence[File] = files.documentation_pages()
        """The pages that MkDocs makes known to templates."""

    def candidates(self, *, is_whole: bool) -> list[str]:
        """The names of the articles whose pages may differ now.

        is_whole: whether all pages that the last build left are still there.
        """
        content = self._content
        paths = content.shown.keys()
        for path in content.changed:
            self.known.forget(path, content.before.get(path))
            if path not in paths:
                self.known.drop(path)
        found: Set[str] = paths
        if self.known.is_sure and is_whole and is_taken(Shortcut.CANDIDATES):
            providers = {FILES: self._files, **content.providers()}
            found = self.known.candidates(paths, providers)
        return sorted(map(self.name_of, found))

    def index(self, note: IndexNote) -> Product:
        """An index page."""
        key = joined((self.inputs, note.digest))
        return Product(note.dest_uri, key, partial(self._draw_index, note.src_uri))

    def name_of(self, path: str) -> str:
        """The MkDocs path of an article."""
        return self._prefix + path

    def path_of(self, name: str) -> str:
        """The path of an article below its folder; empty for an index page."""
        path = name.removeprefix(self._prefix)
        return path if path != name and path in self._content.records else ""

    def page(self, name: str) -> Page:
        """The page of that name."""
        file = self._files.file(name)
        if file is None or file.page is None:
            raise LookupError(name)
        return file.page

    def body(self, path: str) -> Body:
        """The body of an article; rendered again if it is damaged."""
        if body := body_in(self._store.get(body_row(path))):
            return body
        kept = self._bodies.rendered(
            self.page(self.name_of(path)), self._content.records[path].source
        )
        self._store[body_row(path)] = packed(kept)
        return cast("Body", opened(kept))

    # As a kind of products

    def supplies(self, name: str) -> bytes | None:
        """The kept body of an article."""
        path = self.path_of(name)
        return self._store.get(body_row(path)) if path else None

    def be_shared(self) -> None:
        """Load all articles into memory."""
        self._content.open.keep_at_hand()

    def product(self, name: str, supplies: object) -> Product:
        """The page of that name."""
        with _trouble_told(name):
            if path := self.path_of(name):
                return self._article(name, path, cast("bytes | None", supplies))
            return self.index(self._content.indexes.by_src_uri[name])

    def settle(self, made: Made) -> None:
        """Keep the body and the dependencies of the page."""
        if isinstance(made.byproduct, _Byproduct):
            path = made.name.removeprefix(self._prefix)
            body, is_rendered = made.byproduct
            if is_rendered:
                self._store[body_row(path)] = packed(body)
            self.known.put(path, self._content.records[path], made.recorded, body)

    def _article(self, name: str, path: str, row: bytes | None) -> Product:
        record = self._content.records[path]
        display = article_display(path, self._content.lookup, build_moment())
        kept = self._bodies.kept(row, record.source)
        body = kept or self._bodies.rendered(self.page(name), record.source)
        key = joined((self.inputs, digest_of(display, self._content.card), body.digest))
        draw = partial(self._draw_article, name, display, kept)
        return Product(record.dest_uri, key, draw, _Byproduct(body, kept is None))

    def _draw_article(self, name: str, display: ArticleDisplay, kept: KeptBody | None) -> None:
        with _trouble_told(name):
            page = self.page(name)
            assert isinstance(page, ArticlePage)  # noqa: S101 - by its name
            if kept:
                self._give(page, kept)
            page.display = display
            self._write(page)
            page.display = None

    def _draw_index(self, name: str) -> None:
        with _trouble_told(name):
            page = self.page(name)
            populate(page, self._config, self._files)
            self._write(page)

    def _give(self, page: Page, kept: KeptBody) -> None:
        body = opened(kept)
        if body:
            give(page, body)
        else:  # damaged, but with a matching checksum
            populate(page, self._config, self._files)

    def _write(self, page: Page) -> None:
        write(page, self._config, self._walked, self._files.nav, self._env)
        page.content = page.markdown = None  # thousands follow


@contextmanager
def _trouble_told(name: str) -> Iterator[None]:
    """End the build in one message: whatever a text can do wrong was found when it was read, so a
    failure here is the machine's or a programmer's."""
    try:
        yield
    except (BuildError, Abort):
        raise
    except Exception as error:
        if explanation_of(error):
            raise
        raise BuildError(
            f"{name}: không dựng được trang này ({type(error).__name__}: {error}). Đây "
            "là lỗi trong mẫu trang (docs/overrides) hoặc trong hooks, không phải của bài; "
            "trang đang đăng vẫn nguyên. Hãy gửi dòng này cho kỹ thuật viên."
        ) from error
