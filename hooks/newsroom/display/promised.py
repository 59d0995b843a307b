"""Tasks (nhiệm vụ) on pages: what organizations promised for a quarter, and what they reported."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from newsroom.catalogue.tasks import Task
from newsroom.content.figures import TaskState
from newsroom.content.quarter import Quarter
from newsroom.display.organizations import Named, Names, undeclared
from newsroom.text.fold import fold


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


def tasks_in(tasks: Iterable[Task], quarter: Quarter, names: Names) -> list[OrganizationTasks]:
    """The tasks of that quarter as they stood in it, by organization in the ward's order."""
    order = [one.key for one in names]
    named = {one.key: one for one in names}
    of_quarter = [task for task in tasks if task.belongs_to(quarter)]
    ordered = sorted(of_quarter, key=lambda task: _place(task, order))
    return [
        OrganizationTasks(
            named.get(key) or undeclared(group[0].organization),
            [_line(task, quarter) for task in group],
        )
        for key, group in (
            (key, list(found))
            for key, found in groupby(ordered, key=lambda task: fold(task.organization))
        )
    ]


def counted(groups: Iterable[OrganizationTasks]) -> dict[TaskState, int]:
    """How many tasks stand where."""
    states = [line.state for group in groups for line in group.tasks]
    return {state: states.count(state) for state in TaskState}


def _line(task: Task, quarter: Quarter) -> TaskLine:
    reports = [report for report in task.reports if report.quarter == quarter]
    last = reports[-1] if reports else None
    return TaskLine(
        text=task.text,
        state=task.state_in(quarter),
        note=last.note if last else "",
        due=task.due,
        promised_at=task.uri,
        reported_at=last.uri if last else "",
    )


def _place(task: Task, order: Sequence[str]) -> tuple[int, str]:
    key = fold(task.organization)
    return (order.index(key) if key in order else len(order)), key
