"""A page that is generated from a list of articles, as MkDocs knows it."""

from collections.abc import Callable
from functools import cached_property

from markupsafe import escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page

from newsroom.display.index_notes import IndexNote
from newsroom.display.indexes import Index
from newsroom.text.plain import shortened


class IndexPage(Page):
    """A page that its layout draws from a display, so there is no Markdown to render."""

    def __init__(
        self, note: IndexNote, make: Callable[[], Index], file: File, config: MkDocsConfig
    ):
        """make: makes the display when it is needed; the note is enough for the navigation."""
        self._make = make
        super().__init__(escape(note.title), file, config)
        self.present_anchor_ids = set()
        if note.last_change:
            self.update_date = note.last_change

    @cached_property
    def display(self) -> Index:
        """All that the layout may see."""
        return self._make()

    def read_source(self, config: MkDocsConfig) -> None:
        """There is no source: the metadata names the layout."""
        self.markdown = ""
        self.meta = {
            "template": f"newsroom/{self.display.layout}.html",
            "description": escape(shortened(self.display.description)),
        }

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Nothing to convert."""
        self.content = ""


def index_file(
    note: IndexNote, make: Callable[[], Index], config: MkDocsConfig, inclusion: InclusionLevel
) -> File:
    """The generated file of an index page."""
    file = File.generated(config, note.src_uri, content="", inclusion=inclusion)
    IndexPage(note, make, file, config)
    return file
