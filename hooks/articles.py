"""Reads articles/, makes every page and file that comes of it known, and sanitises bodies."""

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import get_plugin_logger
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from newsroom.build.dependencies import Recorder
from newsroom.site.html.dead_links import without_dead_links
from newsroom.site.html.hand_written import is_hand_written
from newsroom.site.html.headings import below_title, know_headings
from newsroom.site.html.linked import with_links
from newsroom.site.html.players import with_players
from newsroom.site.html.raw_addresses import with_raw_addresses
from newsroom.site.html.sanitized import sanitized
from newsroom.site.html.tables import with_framed_tables
from newsroom.site.mkdocs.article_page import ArticlePage
from newsroom.site.mkdocs.problem_report import report_problems
from newsroom.site.mkdocs.run import run_of
from newsroom.site.mkdocs.settings import newsroom_of
from newsroom.site.mkdocs.site_files import SiteFiles, site_files
from newsroom.site.pages.reading import read_content
from newsroom.site.theme.page_photos import clean_pictures, with_page_photos

log = get_plugin_logger("newsroom")


def on_files(files: Files, *, config: MkDocsConfig) -> Files:
    clean_pictures(files, config)
    found = SiteFiles(files, Recorder())
    refused = read_content(found, run_of(config), config)
    quarantine = newsroom_of(config).quarantine
    report_problems(found.content.problems, quarantine=quarantine, log=log)
    for problem in refused:
        log.warning("%s", problem)
    return found


def on_page_content(html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
    html = sanitized(html)
    if isinstance(page, ArticlePage):
        html = without_dead_links(with_raw_addresses(html, page, files), page, files)
        html = with_players(with_links(below_title(html)), page, files)
    html = with_framed_tables(html)
    if is_hand_written(page):
        html = with_page_photos(html, page, site_files(files), config)
    know_headings(page, html)
    return html
