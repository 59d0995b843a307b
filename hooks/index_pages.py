"""Makes every page that lists articles known."""

from functools import partial

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files

from newsroom.display.groups import index_groups
from newsroom.display.indexes import IndexGroup
from newsroom.display.unpublished import unpublished_group
from newsroom.site.mkdocs.settings import build_moment, newsroom_of
from newsroom.site.mkdocs.site_files import site_files
from newsroom.site.pages.index_files import IndexFiles
from newsroom.site.run.environment import reading_digest
from newsroom.site.run.session import session_of


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
