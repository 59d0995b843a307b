"""Files of the index pages."""

from functools import partial

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, InclusionLevel

from newsroom.display.index_notes import IndexNote, IndexNotes
from newsroom.site.mkdocs.index_page import index_file
from newsroom.site.mkdocs.site_files import Answer, Collection, SiteFiles
from newsroom.site.mkdocs.visibility import DRAFT, PUBLIC


def know_indexes(files: SiteFiles, indexes: IndexNotes, config: MkDocsConfig) -> None:
    """Add every index page."""

    def find(src_uri: str) -> Answer:
        note = indexes.by_src_uri.get(src_uri)
        return (note.dest_uri, _level(note).value) if note else None

    def make(src_uri: str) -> File:
        note = indexes.by_src_uri[src_uri]
        return index_file(note, partial(indexes.display, note.uri), config, _level(note))

    files.know(Collection(find, make, lambda: (note.dest_uri for note in indexes)))


def _level(note: IndexNote) -> InclusionLevel:
    return PUBLIC if note.is_public else DRAFT
