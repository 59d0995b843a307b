"""Hand-written pages: the Markdown files of docs/ that are neither articles nor lists of them."""

from collections.abc import Callable
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page

from newsroom.build.digests import digest
from newsroom.build.rows import recall, remember
from newsroom.content.hand_written import HandWritten, read_hand_written
from newsroom.content.placeholders import filled_in, placeholder_problems
from newsroom.content.problem import Problem
from newsroom.content.source import bytes_of
from newsroom.machine.shortcuts import Shortcut, is_taken
from newsroom.site.mkdocs.article_page import ArticlePage
from newsroom.site.mkdocs.index_page import IndexPage
from newsroom.site.mkdocs.problem_report import Log
from newsroom.site.mkdocs.run import run_of
from newsroom.site.mkdocs.settings import newsroom_of, project_dir

_READ = "newsroom_read"
"""Where a page keeps what its file says."""


def is_hand_written(page: Page) -> bool:
    """Whether somebody of the ward wrote the page's own file."""
    return not isinstance(page, ArticlePage | IndexPage)


def source_of(page: Page, config: MkDocsConfig, log: Log) -> str:
    """The text of the page's file, as far as it can be published; what is wrong with it is told."""
    read = _read(page, config)
    for problem in read.problems:
        log.warning("%s", problem)
    return read.text


def drop_faulty_metadata(page: Page, config: MkDocsConfig, log: Log) -> None:
    """Forget metadata that would end the build: a layout that the site has not got, and parts to
    hide that are no list."""
    layouts = Path(config.theme.custom_dir or config.docs_dir)
    is_right: dict[str, Callable[[object], bool]] = {
        "template": lambda value: isinstance(value, str) and (layouts / value).is_file(),
        "hide": lambda value: isinstance(value, list),
    }
    for name, holds in is_right.items():
        if name in page.meta and not holds(page.meta[name]):
            found = f"“{page.meta.pop(name)}” không dùng được ở đây, nên bị bỏ."
            cure = "Hãy xóa dòng này ở phần đầu trang."
            log.warning("%s", Problem(_shown(page, config), found, cure, None, name))


def with_placeholders_filled(markdown: str, page: Page, config: MkDocsConfig, log: Log) -> str:
    """The Markdown with the ward's data in the places kept for them; an unknown one is told."""
    newsroom = newsroom_of(config)
    if "{{" not in markdown:
        return markdown
    text = _read(page, config).text
    for problem in placeholder_problems(_shown(page, config), text, newsroom):
        log.warning("%s", problem)
    return filled_in(markdown, newsroom)


def _read(page: Page, config: MkDocsConfig) -> HandWritten:
    """What the page's file says; kept while its bytes stay, since to prove that it can be rendered
    takes as long as rendering it."""
    known = vars(page)
    if _READ not in known:
        known[_READ] = _kept(page, config)
    read: HandWritten = known[_READ]
    return read


def _kept(page: Page, config: MkDocsConfig) -> HandWritten:
    path, store = page.file.src_uri, run_of(config).store
    content = bytes_of(Path(page.file.src_dir or config.docs_dir), path)
    shown = _shown(page, config)
    row, inputs = (
        f"{_READ}/{path}",
        digest(shown, content if isinstance(content, bytes) else content.found),
    )
    read = recall(store, row, inputs, HandWritten) if is_taken(Shortcut.KEPT_HAND_WRITTEN) else None
    if read is None:
        read = read_hand_written(content, shown)
        remember(store, row, inputs, read)
    return read


def _shown(page: Page, config: MkDocsConfig) -> str:
    """The page's file as staff know it."""
    file = Path(page.file.abs_src_path or page.file.src_uri)
    project = project_dir(config)
    return (file.relative_to(project) if file.is_relative_to(project) else file).as_posix()
