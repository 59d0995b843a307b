"""Checks: every problem of the content, found in one run, as `portal.py check` reports them."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path, PurePosixPath

from newsroom.checks.abbreviations import abbreviation_problems
from newsroom.checks.addresses import old_address_problems
from newsroom.checks.campaign_articles import articles_outside
from newsroom.checks.drafts import files_of_drafts
from newsroom.checks.editor import stale_editor_files
from newsroom.checks.embedded import embedded_pictures
from newsroom.checks.figures import number_problems
from newsroom.checks.files import file_problems
from newsroom.checks.hand_written import hand_written_problems
from newsroom.checks.lost_letters import lost_letters
from newsroom.checks.markup import markup_problems
from newsroom.checks.repeated_title import repeated_title
from newsroom.checks.search_words import search_words_problems
from newsroom.checks.settings import settings_problems
from newsroom.checks.strays import stray_files
from newsroom.checks.tasks import stray_reports
from newsroom.checks.text import text_problems
from newsroom.checks.titles import repeated_titles
from newsroom.checks.weights import unsendable_files
from newsroom.content.article import Article, Publication
from newsroom.content.banner import read_banner
from newsroom.content.files import article_paths
from newsroom.content.folder import collected
from newsroom.content.front_matter import FrontMatter, read_front_matter
from newsroom.content.newsroom import Newsroom
from newsroom.content.problem import Problem, by_place, unforeseen
from newsroom.content.reader import ArticleReader, ArticleReading
from newsroom.content.source import bytes_of, decode


@dataclass(frozen=True, slots=True)
class Report:
    """The files that were checked, and the problems by file and line."""

    checked: Sequence[str]
    problems: Sequence[Problem]
    good: Mapping[str, Publication]
    """The articles that are not kept off the site, by file: whether residents read them now."""
    announced: frozenset[str] = frozenset()
    """The slugs of the campaigns that have an article."""

    def of(self, paths: Collection[str]) -> "Report":
        """What it says of these files."""
        return Report(
            [path for path in self.checked if path in paths],
            [problem for problem in self.problems if problem.path in paths],
            {path: state for path, state in self.good.items() if path in paths},
            self.announced,
        )

    @property
    def published(self) -> int:
        """How many articles residents read now."""
        return sum(state is Publication.PUBLISHED for state in self.good.values())

    @property
    def hidden(self) -> int:
        """How many are drafts, wait for their hour or have ended."""
        return len(self.good) - self.published

    @property
    def held(self) -> int:
        """How many are kept off the site."""
        return len(self.checked) - len(self.good)


def check_articles(folder: Path, docs: Path, newsroom: Newsroom, now: datetime) -> Report:
    """Everything that is wrong with the articles of the folder at that moment, and beside them.

    docs: the folder of the hand-written pages, which articles may link to; the files of the editor
    lie beside it.
    """
    reader = ArticleReader(newsroom, now)
    problems: list[Problem] = []
    readings: dict[str, ArticleReading] = {}
    written: dict[str, FrontMatter] = {}
    for path in article_paths(folder):
        shown = f"{newsroom.articles_dir}/{path}"
        data = bytes_of(folder, str(path))
        readings[shown] = reader.read(path, data)
        text = decode(data)
        if isinstance(text, str):
            try:
                problems += _file_problems(
                    shown, path, text, readings[shown], folder, docs, written
                )
            except Exception as error:
                problems.append(unforeseen(shown, error))
    read = collected(readings.values(), newsroom.articles_dir)
    problems += read.problems
    problems += old_address_problems(read.articles, folder, docs, newsroom, now)
    problems += repeated_titles(written)
    problems += stray_reports(read.articles, written, newsroom.articles_dir)
    problems += articles_outside(read.articles, written, newsroom.articles_dir)
    problems += files_of_drafts(readings, now)
    problems += _beside_articles(docs, folder, newsroom)
    blocked = {problem.path for problem in problems if problem.blocking}
    states = _states(readings, read.articles, newsroom.articles_dir, now)
    good = {path: state for path, state in states.items() if path not in blocked}
    announced = frozenset(one.campaign.slug for one in read.articles if one.campaign)
    return Report(list(readings), sorted(problems, key=by_place), good, announced)


def _states(
    readings: Mapping[str, ArticleReading], articles: Sequence[Article], folder: str, now: datetime
) -> dict[str, Publication]:
    """Whether residents read each article now; a draft may lack what an article needs."""
    drafts = {path: Publication.DRAFT for path, one in readings.items() if one.is_draft}
    return drafts | {f"{folder}/{article.path}": article.publication(now) for article in articles}


def _beside_articles(docs: Path, folder: Path, newsroom: Newsroom) -> Iterator[Problem]:
    yield from hand_written_problems(docs, folder, newsroom)
    yield from abbreviation_problems(docs)
    yield from read_banner(docs, newsroom).problems
    yield from search_words_problems(docs)
    yield from settings_problems(docs)
    yield from stale_editor_files(docs.parent, newsroom)
    yield from stray_files(folder, newsroom.articles_dir)
    yield from unsendable_files(folder, newsroom.articles_dir)


def _file_problems(
    shown: str,
    path: PurePosixPath,
    text: str,
    reading: ArticleReading,
    folder: Path,
    docs: Path,
    written: dict[str, FrontMatter],
) -> Iterator[Problem]:
    yield from text_problems(shown, text)
    yield from lost_letters(shown, text)
    yield from embedded_pictures(shown, text)
    parts = read_front_matter(text)
    if isinstance(parts, FrontMatter):
        written[shown] = parts
        yield from number_problems(shown, parts, reading.article)
        yield from repeated_title(shown, text, parts)
        yield from markup_problems(shown, parts, reading.links)
        yield from file_problems(shown, path.parent, parts, reading.links, folder, docs)
