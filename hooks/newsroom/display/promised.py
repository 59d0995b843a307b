"""Tasks (nhiệm vụ) on pages: what organizations promised for a quarter, and what they reported."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from newsroom.catalogue.tasks import Task
from newsroom.content.figures import TaskState
from newsroom.content.quarter import Quarter
from newsroom.display.organizations import Named, Names, place_of, undeclared
from newsroom.text.fold import fold

FEW = 5
"""Tasks that are read without opening anything."""


@dataclass(frozen=True, slots=True)
class TaskLine:
    """A task as it stood in a quarter."""

    text: str
    state: TaskState
    note: str
    due: Quarter
    """The quarter for which it was promised first."""
    promised_at: str
    """The address of the review that promised it."""
    reported_at: str
    """The address of the review that reported its state; empty where none did."""


@dataclass(frozen=True, slots=True)
class OrganizationTasks:
    """The tasks of one organization."""

    organization: Named
    tasks: Sequence[TaskLine]


@dataclass(frozen=True, slots=True)
class TaskFold:
    """Tasks of several organizations, which a reader opens where they are many."""

    groups: Sequence[OrganizationTasks]

    @property
    def count(self) -> int:
        """How many they are."""
        return sum(len(group.tasks) for group in self.groups)

    @property
    def is_open(self) -> bool:
        """Whether a screen shows them at once."""
        return self.count <= FEW


@dataclass(frozen=True, slots=True)
class StateTasks(TaskFold):
    """Those that stand alike."""

    state: TaskState


def tasks_in(tasks: Iterable[Task], quarter: Quarter, names: Names) -> list[OrganizationTasks]:
    """The tasks of that quarter as they stood in it, by organization in the ward's order."""
    return _grouped((task for task in tasks if task.belongs_to(quarter)), [quarter], names)


def tasks_until(
    tasks: Iterable[Task], quarters: Sequence[Quarter], names: Names
) -> list[OrganizationTasks]:
    """The tasks of these quarters as they stood at the end of them."""
    theirs = (task for task in tasks if any(map(task.belongs_to, quarters)))
    return _grouped(theirs, quarters, names)


def _grouped(
    tasks: Iterable[Task], quarters: Sequence[Quarter], names: Names
) -> list[OrganizationTasks]:
    ordered = sorted(tasks, key=lambda task: place_of(task.organization, names))
    by_key = groupby(ordered, key=lambda task: fold(task.organization))
    return [_of_organization(key, list(group), quarters, names) for key, group in by_key]


def _of_organization(
    key: str, tasks: Sequence[Task], quarters: Sequence[Quarter], names: Names
) -> OrganizationTasks:
    declared = (one for one in names if one.key == key)
    named = next(declared, None) or undeclared(tasks[0].organization)
    return OrganizationTasks(named, [_line(task, quarters) for task in tasks])


def by_state(groups: Iterable[OrganizationTasks]) -> list[StateTasks]:
    """The same tasks by where they stand, as far as any stand there."""
    groups = list(groups)
    found = (StateTasks(list(_standing(groups, state)), state) for state in TaskState)
    return [one for one in found if one.count]


def _standing(groups: Iterable[OrganizationTasks], state: TaskState) -> Iterator[OrganizationTasks]:
    for group in groups:
        if tasks := [line for line in group.tasks if line.state is state]:
            yield OrganizationTasks(group.organization, tasks)


def counted(groups: Iterable[OrganizationTasks]) -> dict[TaskState, int]:
    """How many tasks stand where."""
    states = [line.state for group in groups for line in group.tasks]
    return {state: states.count(state) for state in TaskState}


def _line(task: Task, quarters: Sequence[Quarter]) -> TaskLine:
    reports = [report for report in task.reports if report.quarter in quarters]
    last = reports[-1] if reports else None
    return TaskLine(
        text=task.text,
        state=last.state if last else TaskState.UNREPORTED,
        note=last.note if last else "",
        due=task.due,
        promised_at=task.uri,
        reported_at=last.uri if last else "",
    )
