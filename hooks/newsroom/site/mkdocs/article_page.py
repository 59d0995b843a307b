"""The page of an article, as MkDocs knows it."""

from pathlib import Path

from markupsafe import escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from newsroom.content.article import Article
from newsroom.display.article import ArticleDisplay
from newsroom.site.mkdocs import internals
from newsroom.text.plain import shortened


class ArticlePage(Page):
    """A page that shows an article."""

    display: ArticleDisplay | None = None
    """All that its layout may see besides the rendered text; set while it is drawn."""

    def __init__(self, article: Article, file: File, config: MkDocsConfig) -> None:
        self.article_path = article.path
        self._lead = article.lead
        super().__init__(escape(article.title), file, config)
        self.update_date = f"{article.last_change:%Y-%m-%d}"

    def read_source(self, config: MkDocsConfig) -> None:
        """Reads the body only, since the front matter has been read already."""
        from newsroom.content.reader import body_of  # noqa: PLC0415 - most builds read few
        from newsroom.content.source import bytes_of  # noqa: PLC0415

        folder = Path(self.file.src_dir or "")
        self.markdown = body_of(bytes_of(folder, self.file.src_uri))
        self.meta = {
            "template": "newsroom/article.html",
            "description": escape(shortened(self._lead)),
        }

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Like any page, but with one set-up of Markdown for all."""
        internals.render(self, config, files)
