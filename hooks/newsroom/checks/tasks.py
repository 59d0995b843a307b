"""Checks of tasks: a report of one that no earlier review of the organization promised."""

from collections.abc import Iterable, Iterator, Mapping

from newsroom.catalogue.tasks import Stray, carried
from newsroom.content.article import Article
from newsroom.content.front_matter import FrontMatter
from newsroom.content.problem import Problem
from newsroom.text.names import nearest


def stray_reports(
    articles: Iterable[Article], written: Mapping[str, FrontMatter], articles_dir: str
) -> Iterator[Problem]:
    """The reports in front matter that lead to no task. A box in the text may tick something else.

    written: the front matter of each file, by its path as staff know it.
    """
    for stray in carried(articles).strays:
        shown = f"{articles_dir}/{stray.review.path}"
        line = _line(written[shown], stray.update.task) if shown in written else None
        if line is not None:
            found = f"đơn vị chưa có nhiệm vụ nào là “{stray.update.task}”."
            yield Problem(shown, found, _cure(stray), line, "task_updates", blocking=False)


def _line(parts: FrontMatter, task: str) -> int | None:
    entry = parts.entries.get("task_updates")
    items = entry.value if entry and isinstance(entry.value, list) else []
    for place, item in enumerate(items):
        if entry and isinstance(item, dict) and " ".join(str(item.get("task")).split()) == task:
            return entry.line_of(place)
    return None


def _cure(stray: Stray) -> str:
    if near := nearest(stray.update.task, stray.open_tasks):
        return f'Có phải là: task: "{near}"'
    if stray.open_tasks:
        listed = "; ".join(stray.open_tasks)
        return f"Hãy ghi mấy chữ đầu, hoặc số thứ tự, của một trong các nhiệm vụ: {listed}."
    return "Hãy xem lại bài sơ kết quý trước; quý trước không hứa thì xóa mục này."
