"""Makes every page that lists articles known."""

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files

from newsroom.indexes import index_groups
from newsroom.site.environment import reading_digest
from newsroom.site.index_files import add_index_files
from newsroom.site.session import session_of
from newsroom.site.settings import build_moment, newsroom_of
from newsroom.site.site_files import site_files
from newsroom.site.unpublished import unpublished_group


def on_files(files: Files, *, config: MkDocsConfig) -> Files:
    session, today = session_of(config), build_moment().date()
    groups = [
        *index_groups(session.catalogue, newsroom_of(config), today),
        unpublished_group(session.records.values(), session.problems, session.open),
    ]
    add_index_files(site_files(files), session, groups, reading_digest(config), config)
    return files
