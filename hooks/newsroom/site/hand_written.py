"""Hand-written pages: the Markdown files of docs/ that are neither articles nor lists of them."""

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page

from newsroom.content.placeholders import filled_in, placeholder_problems
from newsroom.site.article_page import ArticlePage
from newsroom.site.index_page import IndexPage
from newsroom.site.problem_report import Log
from newsroom.site.settings import newsroom_of, project_dir


def is_hand_written(page: Page) -> bool:
    """Whether somebody of the ward wrote the page's own file."""
    return not isinstance(page, ArticlePage | IndexPage)


def with_placeholders_filled(markdown: str, page: Page, config: MkDocsConfig, log: Log) -> str:
    """The Markdown with the ward's data in the places kept for them; an unknown one is told."""
    newsroom = newsroom_of(config)
    if "{{" not in markdown:
        return markdown
    shown = Path(page.file.abs_src_path or page.file.src_uri)
    if shown.is_relative_to(project_dir(config)):
        shown = shown.relative_to(project_dir(config))
    for problem in placeholder_problems(shown.as_posix(), page.file.content_string, newsroom):
        log.warning("%s", problem)
    return filled_in(markdown, newsroom)
