"""A page that is generated from a list of articles, as MkDocs knows it."""

from html import escape

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import get_toc

from newsroom.indexes.pages import Index


class IndexPage(Page):
    """A page that holds its index; its layout draws it, so there is no Markdown to render."""

    def __init__(self, index: Index, file: File, config: MkDocsConfig):
        self.index = index
        super().__init__(escape(index.title), file, config)
        self.present_anchor_ids = set()
        if index.last_change:
            self.update_date = f"{index.last_change:%Y-%m-%d}"

    def read_source(self, config: MkDocsConfig) -> None:
        """There is no source: the metadata names the layout."""
        self.markdown = ""
        self.meta = {
            "template": f"newsroom/{self.index.layout}.html",
            "description": escape(self.index.description),
        }

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Nothing to convert."""
        self.content = ""
        self.toc = get_toc([])


def index_file(index: Index, config: MkDocsConfig, inclusion: InclusionLevel) -> File:
    """The generated file of an index page."""
    file = File.generated(config, f"{index.uri}index.md", content="", inclusion=inclusion)
    IndexPage(index, file, config)
    return file
