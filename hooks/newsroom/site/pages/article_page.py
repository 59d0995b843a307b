"""The page of an article, as MkDocs knows it."""

from collections.abc import Sequence
from functools import cached_property
from pathlib import Path

from markupsafe import escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from newsroom.catalogue.entries import Entry
from newsroom.content.article import Article, Publication
from newsroom.content.pictures import Picture, Unseen, look_at
from newsroom.site.mkdocs import internals


class ArticlePage(Page):
    """A page that holds its article and the articles beside it."""

    entry: Entry
    """Its entry in the catalogue."""
    publication = Publication.PUBLISHED
    newer: Article | None = None
    older: Article | None = None
    related: Sequence[Article] = ()

    def __init__(self, article: Article, file: File, config: MkDocsConfig, image_file: Path | None):
        self.article = article
        self._image_file = image_file
        super().__init__(escape(article.title), file, config)
        self.update_date = f"{article.last_change:%Y-%m-%d}"

    def read_source(self, config: MkDocsConfig) -> None:
        """The front matter was read with all others; only the body is read again."""
        from newsroom.content.reader import body_of  # noqa: PLC0415 - most builds read few
        from newsroom.content.source import bytes_of  # noqa: PLC0415

        folder = Path(self.file.src_dir or "")
        self.markdown = body_of(bytes_of(folder, self.file.src_uri))
        self.meta = {
            "template": "newsroom/article.html",
            "description": escape(self.article.lead),
        }

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """As any page, by a Markdown that is set up once."""
        internals.render(self, config, files)

    @cached_property
    def image_size(self) -> tuple[int, int] | None:
        """Width and height of its picture in pixels as it is seen, EXIF orientation applied."""
        picture = look_at(self._image_file) if self._image_file else Unseen.BROKEN
        return picture[:2] if isinstance(picture, Picture) else None
