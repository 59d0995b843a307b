"""Kinds of field that hold the tasks of a review: what is to be done, and what became of it."""

from dataclasses import replace

from newsroom.content.figures import TaskState, TaskUpdate
from newsroom.content.front_matter import Value
from newsroom.content.kind import Fault, Kind, Reading, typed_as
from newsroom.content.kinds import TEXT
from newsroom.content.newsroom import Newsroom
from newsroom.text.fold import fold

_EXAMPLE = "[{task: Vận động quỹ, state: hoàn thành, note: được 61.300.000 đồng}]"
_DROPPED = "Mục này bị bỏ, không chặn bài."
_STATES = {
    "hoan thanh": TaskState.DONE, "da hoan thanh": TaskState.DONE, "xong": TaskState.DONE,
    "da xong": TaskState.DONE, "dang thuc hien": TaskState.RUNNING, "dang lam": TaskState.RUNNING,
    "chua hoan thanh": TaskState.RUNNING, "chua xong": TaskState.RUNNING,
    "chua bao cao": TaskState.UNREPORTED,
}  # fmt: skip
_NAMES = {"task", "state", "note"}


def _tasks(name: str, value: Value, newsroom: Newsroom) -> Reading:
    tasks: list[str] = []
    faults = {}
    for place, item in enumerate(value if isinstance(value, list) else [value]):
        read = TEXT.read(name, item, newsroom)
        if isinstance(item, dict):
            first = next(iter(item), "")
            cure = "Hãy đặt cả nhiệm vụ trong ngoặc kép."
            faults[place] = _spared(Fault(f"“{first}” bị cắt ở dấu hai chấm.", cure))
        elif read.fault:
            faults[place] = _spared(read.fault)
        elif read.value:
            tasks.append(read.value)
    return Reading(tuple(dict.fromkeys(tasks)), of_items=faults)


def _updates(name: str, value: Value, newsroom: Newsroom) -> Reading:
    """Every report by itself: one that cannot be understood leaves the others."""
    updates, faults = [], {}
    for place, item in enumerate(value if isinstance(value, list) else [value]):
        read = _update(item, newsroom)
        if isinstance(read, TaskUpdate):
            updates.append(read)
        else:
            faults[place] = _spared(read)
    return Reading(tuple(updates), of_items=faults)


def _update(item: Value, newsroom: Newsroom) -> TaskUpdate | Fault:
    cure = f"Hãy viết: task_updates: {_EXAMPLE}"
    if not isinstance(item, dict) or not item.get("task") or not item.get("state"):
        return Fault("mỗi mục cần task (nhiệm vụ nào) và state (kết quả).", cure)
    if not item.keys() <= _NAMES:
        return Fault(f"không có mục “{next(iter(item.keys() - _NAMES))}”.", cure)
    texts = {key: TEXT.read(key, part, newsroom) for key, part in item.items()}
    for key, text in texts.items():
        if text.fault:
            return replace(text.fault, found=f"mục {key}: {text.fault.found}")
    state = _STATES.get(fold(texts["state"].value))
    if state is None:
        states = ", ".join(state.value for state in TaskState)
        found = f"mục state: “{texts['state'].value}” không phải là một kết quả."
        return Fault(found, f"Hãy chọn: {states}.")
    note = texts["note"].value if "note" in texts else ""
    return TaskUpdate(texts["task"].value, state, note)


def _spared(fault: Fault) -> Fault:
    return replace(fault, found=f"{fault.found} {_DROPPED}", blocking=False, drops=True)


_TEXT = {"type": "string", "minLength": 1}
TASKS = Kind("danh sách", _tasks, typed_as(type="array", items=_TEXT))
TASK_UPDATES = Kind(
    "danh sách task và state",
    _updates,
    typed_as(
        type="array",
        items={
            "type": "object",
            "required": ["task", "state"],
            "additionalProperties": False,
            "properties": {
                "task": {"type": ["string", "integer"]},
                "state": {"enum": [state.value for state in TaskState]},
                "note": _TEXT,
            },
        },
    ),
)
