"""Tasks that are carried from quarter to quarter, with what became of them.

A new case is a new file in cases/tasks: reviews by their front matter and text, and the tasks of
each quarter with their state.
"""

import json
from collections.abc import Callable
from datetime import datetime
from itertools import permutations
from pathlib import Path, PurePosixPath
from typing import Any

import pytest

from newsroom.catalogue.catalogue import Catalogue
from newsroom.catalogue.tasks import Carried, carried
from newsroom.content.article import Article
from newsroom.content.figures import TaskState, TaskUpdate
from newsroom.content.newsroom import Newsroom
from newsroom.content.quarter import Quarter
from newsroom.content.reader import ArticleReader

FILES = sorted((Path(__file__).parents[1] / "cases" / "tasks").glob("*.yml"))
PLACES = {1: "03-31", 2: "06-30", 3: "09-30", 4: "12-31"}


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_tasks_are_carried_as_the_file_says(
    file: Path, load_case: Callable[[str], Any], newsroom: Newsroom, now: datetime
) -> None:
    case = load_case(f"tasks/{file.name}")
    articles = [read(number, own, newsroom, now) for number, own in enumerate(case["bài"])]
    catalogue = Catalogue.at(now, articles)

    found = carried(review for group in catalogue.reviews.values() for review in group)

    quarters = {name: Quarter.parse(name) for name in case["kết quả"]}
    assert {name: lines(found, q) for name, q in quarters.items() if q} == case["kết quả"]
    assert [stray.update.task for stray in found.strays] == case.get("không thuộc nhiệm vụ nào", [])


def read(number: int, own: dict[str, Any], newsroom: Newsroom, now: datetime) -> Article:
    """A review as the file states it, dated on the last day of its quarter."""
    year, quarter = own["quarter"].split("-Q")
    own = {**own, "title": "Sơ kết", "date": f"{year}-{PLACES[int(quarter)]}"}
    text = own.pop("text")
    front = "\n".join(
        f"{name}: {json.dumps(value)}" for name, value in {**own, "category": "thong-bao"}.items()
    )
    reading = ArticleReader(newsroom, now).read(
        PurePosixPath(f"2023/bai-{number}.md"), f"---\n{front}\n---\n\n{text}".encode()
    )
    assert reading.article, reading.problems
    return reading.article


def lines(found: Carried, quarter: Quarter) -> list[str]:
    """The tasks of a quarter as the files of cases write them."""
    told = []
    for task in found.of(quarter):
        notes = [report.note for report in task.reports if report.quarter == quarter]
        told.append(
            ", ".join([f"{task.text}: {task.state_in(quarter).value}", *filter(None, notes)])
        )
    return told


def test_order_of_articles_does_not_matter(make_article: Callable[..., Article]) -> None:
    reviews = [
        make_article(
            f"quy-{quarter}", f"2023-{PLACES[quarter]}", quarter=Quarter(2023, quarter),
            organization="Đoàn phường", tasks=(f"Việc {quarter}", "Việc chung"),
            task_updates=(TaskUpdate(f"Việc {quarter - 1}", TaskState.DONE),
                          TaskUpdate("Việc chung", TaskState.RUNNING)),
        )
        for quarter in (1, 2, 3)
    ]  # fmt: skip

    (one, *others) = [carried(order) for order in permutations(reviews)]

    assert all(other == one for other in others)
    assert [task.text for task in one.tasks] == ["Việc 1", "Việc chung", "Việc 2", "Việc 3"]


@pytest.mark.parametrize(
    ("name", "state"),
    [
        ("vận động quỹ", TaskState.DONE),
        ("Vận động quỹ vì người nghèo năm 2023: được 61 triệu", TaskState.DONE),
        ("1", TaskState.DONE),
        ("3", TaskState.UNREPORTED),
        ("0", TaskState.UNREPORTED),
        ("Vận", TaskState.UNREPORTED),
        ("Vận động qu", TaskState.UNREPORTED),
        ("Giám sát", TaskState.UNREPORTED),
    ],
)
def test_report_names_a_task_by_number_words_or_first_words(
    make_article: Callable[..., Article], name: str, state: TaskState
) -> None:
    tasks = ("Vận động quỹ vì người nghèo năm 2023", "Giám sát thu", "Giám sát chi")[:2]
    promise = make_article(
        "a", "2023-03-31", quarter=Quarter(2023, 1), organization="Đoàn", tasks=tasks
    )
    report = make_article(
        "b", "2023-06-30", quarter=Quarter(2023, 2), organization="Đoàn",
        task_updates=(TaskUpdate(name, TaskState.DONE),),
    )  # fmt: skip

    found = carried([report, promise])

    assert found.tasks[0].state is state


def test_first_words_that_two_tasks_share_name_neither(
    make_article: Callable[..., Article],
) -> None:
    promise = make_article(
        "a", "2023-03-31", quarter=Quarter(2023, 1), organization="Đoàn",
        tasks=("Giám sát thu quỹ", "Giám sát chi quỹ"),
    )  # fmt: skip
    update = TaskUpdate("Giám sát", TaskState.DONE)
    report = make_article(
        "b", "2023-06-30", quarter=Quarter(2023, 2), organization="Đoàn", task_updates=(update,)
    )

    (stray,) = carried([promise, report]).strays

    assert (stray.update, stray.open_tasks) == (update, ("Giám sát thu quỹ", "Giám sát chi quỹ"))
