"""Checks: every problem of the content, found in one run, as `portal.py check` reports them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path, PurePosixPath

from newsroom.checks.drafts import files_of_drafts
from newsroom.checks.editor import stale_editor_files
from newsroom.checks.files import file_problems
from newsroom.checks.hand_written import hand_written_problems
from newsroom.checks.strays import stray_files
from newsroom.checks.text import text_problems
from newsroom.checks.titles import repeated_titles
from newsroom.content.files import article_paths
from newsroom.content.folder import collected
from newsroom.content.front_matter import FrontMatter, read_front_matter
from newsroom.content.newsroom import Newsroom
from newsroom.content.reader import ArticleReader, ArticleReading
from newsroom.content.source import bytes_of, decode
from newsroom.problem import Problem, by_place, unforeseen


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
    reader = ArticleReader(newsroom, now)
    problems: list[Problem] = []
    readings: dict[str, ArticleReading] = {}
    titles: dict[str, FrontMatter] = {}
    for path in article_paths(folder):
        shown = f"{newsroom.articles_dir}/{path}"
        data = bytes_of(folder, str(path))
        readings[shown] = reader.read(path, data)
        text = decode(data)
        if isinstance(text, str):
            try:
                problems += _file_problems(shown, path, text, readings[shown], folder, docs, titles)
            except Exception as error:
                problems.append(unforeseen(shown, error))
    problems += collected(readings.values(), newsroom.articles_dir).problems
    problems += repeated_titles(titles)
    problems += files_of_drafts(readings, now)
    problems += stray_files(folder, newsroom.articles_dir)
    problems += hand_written_problems(docs, folder, newsroom)
    problems += stale_editor_files(docs.parent, newsroom)
    return Report(list(readings), sorted(problems, key=by_place))


def _file_problems(
    shown: str,
    path: PurePosixPath,
    text: str,
    reading: ArticleReading,
    folder: Path,
    docs: Path,
    titles: dict[str, FrontMatter],
) -> Iterator[Problem]:
    yield from text_problems(shown, text)
    parts = read_front_matter(text)
    if isinstance(parts, FrontMatter):
        titles[shown] = parts
        yield from file_problems(shown, path.parent, parts, reading.links, folder, docs)
