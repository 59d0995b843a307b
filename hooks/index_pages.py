"""Adds every page that lists articles, and tells each article what stands beside it."""

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files

from newsroom.indexes import index_pages
from newsroom.site.article_files import catalogue_of, place_beside_each_other
from newsroom.site.index_page import index_file
from newsroom.site.settings import build_moment, newsroom_of


def on_files(files: Files, *, config: MkDocsConfig) -> Files:
    catalogue = catalogue_of(files)
    for index in index_pages(catalogue, newsroom_of(config), build_moment().date()):
        files.append(index_file(index, config))
    place_beside_each_other(files, catalogue)
    return files
