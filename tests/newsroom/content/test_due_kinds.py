"""Deadlines and events: what staff type, and until when it matters."""

from collections.abc import Callable
from datetime import datetime

import pytest

from newsroom.content.article import Article, Event
from newsroom.content.reader import ArticleReading
from newsroom.text.dates import VIETNAM

Read = Callable[[str], ArticleReading]
FileWith = Callable[..., str]


def at(*parts: int) -> datetime:
    return datetime(*parts, tzinfo=VIETNAM)  # type: ignore[misc, arg-type]


def article(reading: ArticleReading) -> Article:
    assert reading.article, reading.problems
    return reading.article


@pytest.mark.parametrize(
    ("typed", "moment", "correct"),
    [
        ("2023-05-10", at(2023, 5, 10, 23, 59), None),
        ("2023-05-10 17:00", at(2023, 5, 10, 17), None),
        ("2023-05-10 00:00", at(2023, 5, 10), None),
        ("10/5/2023", at(2023, 5, 10, 23, 59), "2023-05-10"),
        ("17h ngày mai", None, None),
        ("10/5/2023 17h", at(2023, 5, 10, 17), "2023-05-10 17:00"),
    ],
)
def test_deadline_that_names_a_day_lasts_to_its_end(
    read: Read, file_with: FileWith, typed: str, moment: datetime | None, correct: str | None
) -> None:
    reading = read(file_with({"deadline": typed}))

    assert article(reading).deadline == moment
    edits = [problem.edit and problem.edit.replacement for problem in reading.problems]
    assert edits == ([correct] if correct else [] if moment else [None])
    assert [problem.blocking for problem in reading.problems] == [False] * len(edits)


@pytest.mark.parametrize(
    ("typed", "event"),
    [
        ("2023-06-10 08:00", Event(at(2023, 6, 10, 8))),
        ("{start: 2023-06-10 08:00}", Event(at(2023, 6, 10, 8))),
        (
            "{start: 2023-06-10 08:00, end: 2023-06-11, place: Nhà văn hóa}",
            Event(at(2023, 6, 10, 8), at(2023, 6, 11, 23, 59), "Nhà văn hóa"),
        ),
    ],
)
def test_event_is_read(read: Read, file_with: FileWith, typed: str, event: Event) -> None:
    reading = read(file_with({"event": typed}))

    assert (article(reading).event, reading.problems) == (event, ())


@pytest.mark.parametrize(
    ("field", "typed", "words"),
    [
        ("event", "{end: 2023-06-11}", "cần mục start"),
        ("event", "{start: 2023-06-10, nơi: Chợ}", "cần mục start"),
        ("event", "[2023-06-10]", "cần mục start"),
        ("event", "{start: 32/13/2023}", "mục start: “32/13/2023” không phải là ngày"),
        ("event", "{start: 2023-06-10 08:00, end: 2023-06-10 07:00}", "trước start"),
        ("event", "2053-06-10 08:00", "gõ nhầm năm"),
        ("deadline", "2023-03-01", "trước ngày đăng"),
        ("deadline", "2203-05-01", "gõ nhầm năm"),
    ],
)
def test_faulty_one_is_told_and_costs_only_itself(
    read: Read, file_with: FileWith, field: str, typed: str, words: str
) -> None:
    reading = read(file_with({field: typed}))

    (problem,) = reading.problems
    assert getattr(article(reading), field) is None
    assert words in problem.found.replace('"', "“", 1).replace('"', "”", 1)
    assert (problem.field, problem.blocking, problem.drops) == (field, False, True)


def test_event_without_an_end_is_over_with_its_day(read: Read, file_with: FileWith) -> None:
    found = article(read(file_with({"event": "2023-06-10 08:00"})))

    assert [found.is_over(at(2023, 6, 10, hour)) for hour in (7, 20)] == [False, False]
    assert found.is_over(at(2023, 6, 11))


def test_deadline_counts_before_the_event(read: Read, file_with: FileWith) -> None:
    fields = {"event": "2023-06-10 08:00", "deadline": "2023-06-01"}

    assert article(read(file_with(fields))).due == at(2023, 6, 1, 23, 59)


@pytest.mark.parametrize(
    ("fields", "outdated"),
    [
        ({}, at(2024, 3, 31, 18, 15)),
        ({"updated": at(2023, 6, 1)}, at(2024, 5, 31)),
        ({"deadline": at(2023, 5, 1)}, None),
        ({"section": "tin-tuc-su-kien"}, None),
    ],
)
def test_notice_is_to_be_doubted_a_year_after_its_text(
    make_article: Callable[..., Article], fields: dict[str, object], outdated: datetime | None
) -> None:
    article = make_article("lich", "2023-04-01 18:15", **fields)

    assert article.outdated == outdated
    assert outdated is None or outdated in article.moments


def test_notice_of_the_last_year_there_is_stays_readable(
    make_article: Callable[..., Article],
) -> None:
    assert make_article("sai", "9999-12-31 18:15").outdated
