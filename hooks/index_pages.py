"""Makes every page that lists articles known."""

from functools import partial

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files

from newsroom.indexes import index_groups
from newsroom.indexes.pages import IndexGroup
from newsroom.site.environment import reading_digest
from newsroom.site.index_files import IndexFiles
from newsroom.site.session import session_of
from newsroom.site.settings import build_moment, newsroom_of
from newsroom.site.site_files import site_files
from newsroom.site.unpublished import unpublished_group


def on_files(files: Files, *, config: MkDocsConfig) -> Files:
    rules = reading_digest(config)
    indexes = IndexFiles(session_of(config), partial(_groups, config), rules, config)
    session_of(config).indexes = indexes.notes
    site_files(files).know(indexes.shelf)
    return files


def _groups(config: MkDocsConfig) -> list[IndexGroup]:
    session, today = session_of(config), build_moment().date()
    return [
        *index_groups(session.catalogue, newsroom_of(config), today),
        unpublished_group(session.hidden, session.problems, session.open),
    ]
