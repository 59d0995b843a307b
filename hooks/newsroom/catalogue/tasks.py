"""Tasks that a review promises, carried from quarter to quarter with what later ones report."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain
from typing import NamedTuple

from newsroom.content.article import Article
from newsroom.content.figures import TaskState, TaskUpdate
from newsroom.content.quarter import Quarter
from newsroom.text.fold import fold

_SHORTEST = 6
"""Letters by which a task can be named."""


class Report(NamedTuple):
    """What a review said of a task."""

    quarter: Quarter
    state: TaskState
    note: str
    uri: str
    """The review."""


@dataclass(frozen=True, slots=True)
class Task:
    """A task of an organization, and all that was reported of it, in the order of time."""

    organization: str
    text: str
    due: Quarter
    """The quarter for which it was promised."""
    uri: str
    """The review that promised it."""
    key: str
    """Its words as far as reports must repeat them; made once, since each report asks all tasks."""
    reports: tuple[Report, ...] = ()

    @property
    def state(self) -> TaskState:
        """Where it stands by all that is known."""
        return self.reports[-1].state if self.reports else TaskState.UNREPORTED

    def state_in(self, quarter: Quarter) -> TaskState:
        """Where it stood by the review of that quarter."""
        states = [report.state for report in self.reports if report.quarter == quarter]
        return states[-1] if states else TaskState.UNREPORTED

    def belongs_to(self, quarter: Quarter) -> bool:
        """Whether it was to be done in that quarter: promised for it, left unfinished by the review
        before, or reported in it after all."""
        if self.due >= quarter:
            return self.due == quarter
        is_left = self.state_in(quarter.previous) is TaskState.RUNNING
        return is_left or any(report.quarter == quarter for report in self.reports)


class Stray(NamedTuple):
    """A report of a task that no earlier review of the organization promised."""

    review: Article
    update: TaskUpdate
    open_tasks: tuple[str, ...]
    """Those that it could mean."""


@dataclass(frozen=True, slots=True)
class Carried:
    """All tasks, by organization and quarter, and the reports that belong to none."""

    tasks: tuple[Task, ...]
    strays: tuple[Stray, ...]

    def of(self, quarter: Quarter) -> tuple[Task, ...]:
        """The tasks that were to be done in that quarter."""
        return tuple(task for task in self.tasks if task.belongs_to(quarter))


def carried(reviews: Iterable[Article]) -> Carried:
    """The tasks of all reviews, in whichever order those come. One that names no organization
    promises nothing that anybody could follow."""
    by_organization: dict[str, list[Article]] = defaultdict(list)
    for review in reviews:
        if review.quarter and review.organization:
            by_organization[review.organization_key].append(review)
    books = [_Book() for _ in by_organization]
    for book, key in zip(books, sorted(by_organization), strict=True):
        for review in sorted(by_organization[key], key=_age):
            book.enter(review)
    tasks = (task for book in books for task in book.tasks())
    return Carried(tuple(tasks), tuple(stray for book in books for stray in book.strays))


@dataclass(slots=True)
class _Book:
    """The tasks of one organization while its reviews are read, the oldest first."""

    lists: dict[Quarter, list[Task]] = field(default_factory=dict)
    """Its tasks by the quarter for which they were promised, the oldest first."""
    strays: list[Stray] = field(default_factory=list)

    def tasks(self) -> Iterator[Task]:
        """All of them, the oldest first."""
        return chain.from_iterable(self.lists.values())

    def enter(self, review: Article) -> None:
        """Note what the review reports, then what it promises."""
        if review.quarter is None:
            return
        earlier = {due: tasks for due, tasks in self.lists.items() if due <= review.quarter}
        for update in review.task_updates:
            named = _named(update.task, earlier)
            if named is None:
                known = chain.from_iterable(earlier.values())
                texts = tuple(t.text for t in known if t.state is not TaskState.DONE)
                self.strays.append(Stray(review, update, texts))
            else:
                self._report(named, update, review, review.quarter)
        for text in review.tasks:
            key, due = _key(text), review.quarter.next
            if not self._goes_on(key, due):
                task = Task(review.organization, text, due, review.uri, key)
                self.lists.setdefault(due, []).append(task)

    def _report(self, task: Task, update: TaskUpdate, review: Article, quarter: Quarter) -> None:
        report = Report(quarter, update.state, update.note, review.uri)
        listed = self.lists[task.due]
        listed[listed.index(task)] = replace(task, reports=(*task.reports, report))

    def _goes_on(self, key: str, quarter: Quarter) -> bool:
        """Whether a task of these words is on the list of that quarter anyway."""
        same = (task for task in self.tasks() if task.key == key)
        return any(task.belongs_to(quarter) for task in same)


def _named(name: str, lists: Mapping[Quarter, Sequence[Task]]) -> Task | None:
    """The task that a report means, the newest first: by its number in the newest list, by its
    words, or by its first words where no other of that list begins so."""
    for due in sorted(lists, reverse=True):
        listed = lists[due]
        if name.isdecimal():
            return listed[int(name) - 1] if 0 < int(name) <= len(listed) else None
        if found := _by_words(name, listed):
            return found
    return None


def _by_words(name: str, listed: Sequence[Task]) -> Task | None:
    key = _key(name)
    same = [task for task in listed if task.key == key]
    alike = same or [task for task in listed if _begin_alike(task.key, key)]
    return alike[0] if len(alike) == 1 or same else None


def _begin_alike(one: str, other: str) -> bool:
    """Whether the shorter of them begins the longer one, as far as to the end of a word."""
    short, long = sorted((one, other), key=len)
    return len(short) >= _SHORTEST and f"{long} ".startswith(f"{short} ")


def _key(text: str) -> str:
    return " ".join(_words(text))


def _words(text: str) -> Iterator[str]:
    for word in fold(text).split():
        if bare := word.strip(".,;:!?“”\"'()–-"):
            yield bare


def _age(review: Article) -> tuple[Quarter | None, float, str]:
    return review.quarter, review.published.timestamp(), review.uri
