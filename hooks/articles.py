"""Reads articles/ and adds the page and the files of every article."""

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import get_plugin_logger
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from newsroom.content.folder import read_articles
from newsroom.site.article_files import add_articles
from newsroom.site.article_page import ArticlePage
from newsroom.site.dead_links import without_dead_links
from newsroom.site.problem_report import report_problems
from newsroom.site.sanitized import sanitized
from newsroom.site.settings import articles_dir, build_moment, newsroom_of
from newsroom.site.unpublished import unpublished_file

log = get_plugin_logger("newsroom")


def on_files(files: Files, *, config: MkDocsConfig) -> Files:
    newsroom, now = newsroom_of(config), build_moment()
    folder = read_articles(articles_dir(config), newsroom, now)
    report_problems(folder.blocking, quarantine=newsroom.quarantine, log=log)
    add_articles(files, folder.articles, now, config)
    files.append(unpublished_file(files, folder.problems, config))
    return files


def on_page_content(html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
    if not isinstance(page, ArticlePage):
        return html
    return sanitized(without_dead_links(html, page, files))
