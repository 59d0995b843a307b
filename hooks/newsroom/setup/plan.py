"""A plan: all that setting up a portal changes, thought out before the first change is made."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from newsroom.content.editor import editor_files
from newsroom.content.newsroom import Newsroom
from newsroom.content.settings import settings_in
from newsroom.content.settings_nodes import FILE
from newsroom.content.source import write_atomically
from newsroom.setup.answers import Answers, Site
from newsroom.setup.sample import LIST, Sample, SampleFiles, read_sample, sorted_out, values_used
from newsroom.setup.settings_file import site_in, with_answers

SHELF = "bai-mau"
"""The folder, which Git does not see, that the sample's articles are moved to."""


@dataclass(frozen=True, slots=True)
class Project:
    """A portal as it is before it is set up."""

    folder: Path
    data: bytes
    """Those of mkdocs.yml."""
    newsroom: Newsroom
    sample: Sample | None
    files: SampleFiles

    @property
    def articles(self) -> Path:
        """The folder of the articles."""
        return self.folder / self.newsroom.articles_dir

    @property
    def site(self) -> Site:
        """What mkdocs.yml says of the site."""
        return site_in(self.data)

    @property
    def is_sample(self) -> bool:
        """Whether it is still the sample ward's."""
        return self.sample is not None and self.sample.ward == self.newsroom.ward.name


@dataclass(frozen=True, slots=True)
class Plan:
    """What will be changed."""

    shelf: Path
    """The folder that the sample's files are moved to."""
    moves: tuple[tuple[Path, Path], ...]
    files: tuple[tuple[Path, bytes], ...]
    """The files that will be written, mkdocs.yml as the last."""
    kept_sections: tuple[str, ...]
    """The titles of sections that were not chosen, but that articles which stay have."""
    dropped_campaigns: tuple[str, ...]
    """The titles of the campaigns that go with the sample's articles."""
    kept_campaigns: tuple[str, ...]
    """The titles of those that stay, because articles that stay announce them."""


def read_project(folder: Path, newsroom: Newsroom) -> Project:
    """The portal in the folder, which declares this newsroom."""
    articles = folder / newsroom.articles_dir
    sample = read_sample(articles)
    data = (folder / FILE).read_bytes()
    return Project(folder, data, newsroom, sample, sorted_out(articles, sample))


def planned(project: Project, answers: Answers, *, moves_sample: bool) -> Plan:
    """What the answers change; UneditableError where mkdocs.yml cannot take them."""
    newsroom, articles = project.newsroom, project.articles
    going = project.files.untouched if moves_sample else ()
    staying = project.files.own if moves_sample else (*project.files.own, *project.files.untouched)
    refused = newsroom.sections.keys() - {section.slug for section in answers.sections}
    used = refused & values_used(articles, staying if refused else (), "category")
    kept = [section for slug, section in newsroom.sections.items() if slug in used]
    of_sample = values_used(articles, going, "campaign")
    announced = values_used(articles, staying if of_sample else (), "campaign")
    ended, shared = of_sample - announced, of_sample & announced
    settings = with_answers(
        project.data,
        replace(answers, sections=(*answers.sections, *kept)),
        [slug for slug in newsroom.campaigns if slug not in ended],
    )
    found, shelf = settings_in(settings).newsroom, _free(project.folder / SHELF)
    return Plan(
        shelf=shelf,
        moves=tuple(_moves(project, shelf)) if moves_sample else (),
        files=(*_editor_files(project, found), (project.folder / FILE, settings)),
        kept_sections=tuple(section.title for section in kept),
        dropped_campaigns=_titles_of(ended, newsroom),
        kept_campaigns=_titles_of(shared, newsroom),
    )


def carry_out(plan: Plan) -> None:
    """Make the changes, or none of them: what fails (OSError) undoes what was done.

    mkdocs.yml comes last. As long as it names the sample ward, setting up begins where it stopped.
    """
    moved: list[tuple[Path, Path]] = []
    written: list[tuple[Path, bytes | None]] = []
    try:
        for source, target in plan.moves:
            _move(source, target)
            moved.append((source, target))
        for path, data in plan.files:
            before = path.read_bytes() if path.exists() else None
            write_atomically(path, data)
            written.append((path, before))
    except OSError:
        for path, before in reversed(written):
            path.unlink() if before is None else write_atomically(path, before)
        for source, target in reversed(moved):
            _move(target, source)
        raise
    for source, _ in plan.moves:
        _remove_empty(source.parent)


def _moves(project: Project, shelf: Path) -> Iterator[tuple[Path, Path]]:
    for path in (*project.files.untouched, LIST) if project.sample else ():
        yield project.articles / path, shelf / path


def _titles_of(slugs: set[str], newsroom: Newsroom) -> tuple[str, ...]:
    return tuple(one.title for slug, one in newsroom.campaigns.items() if slug in slugs)


def _free(folder: Path) -> Path:
    """The folder, or one beside it where it is there already: nothing is overwritten."""
    others = (folder.with_name(f"{folder.name}-{number}") for number in range(2, 1000))
    return next(one for one in (folder, *others) if not one.exists())


def _editor_files(project: Project, newsroom: Newsroom | None) -> Iterator[tuple[Path, bytes]]:
    if newsroom:
        for path, data in editor_files(project.folder, newsroom):
            yield project.folder / path, data


def _move(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    source.rename(target)


def _remove_empty(folder: Path) -> None:
    """Remove the folder, and those around it, as far as nothing is in them."""
    while folder.is_dir() and not any(folder.iterdir()):
        folder.rmdir()
        folder = folder.parent
