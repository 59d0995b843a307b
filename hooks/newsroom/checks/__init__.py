"""Checks: every problem of the content, found in one run, as `portal.py check` reports them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from newsroom.checks.editor import stale_editor_files
from newsroom.checks.files import file_problems
from newsroom.checks.hand_written import hand_written_problems
from newsroom.checks.strays import stray_files
from newsroom.checks.text import text_problems
from newsroom.checks.titles import repeated_titles
from newsroom.content.files import article_paths
from newsroom.content.folder import read_articles
from newsroom.content.front_matter import FrontMatter, read_front_matter
from newsroom.content.newsroom import Newsroom
from newsroom.content.source import decode
from newsroom.problem import Problem, by_place


@dataclass(frozen=True, slots=True)
class Report:
    """The files that were checked, and the problems by file and line."""

    checked: Sequence[str]
    problems: Sequence[Problem]


def check_articles(folder: Path, docs: Path, newsroom: Newsroom, now: datetime) -> Report:
    """Everything that is wrong with the articles of the folder at that moment, and beside them.

    docs: the folder of the hand-written pages, which articles may link to; the files of the editor
    lie beside it.
    """
    problems = list(read_articles(folder, newsroom, now).problems)
    titles: dict[str, FrontMatter] = {}
    checked = []
    for path in article_paths(folder):
        shown = f"{newsroom.articles_dir}/{path}"
        checked.append(shown)
        text = decode((folder / path).read_bytes())
        if not isinstance(text, str):
            continue
        problems += text_problems(shown, text)
        parts = read_front_matter(text)
        if isinstance(parts, FrontMatter):
            titles[shown] = parts
            problems += file_problems(shown, parts, folder / path.parent, docs)
    problems += repeated_titles(titles)
    problems += stray_files(folder, newsroom.articles_dir)
    problems += hand_written_problems(docs, folder, newsroom)
    problems += stale_editor_files(docs.parent, newsroom)
    return Report(checked, sorted(problems, key=by_place))
