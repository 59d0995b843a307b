"""Sums of figures over organizations, and one quarter beside another.

A new case is a new file in cases/figures: articles by their front matter, the two quarters, and a
line for each indicator.
"""

import json
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from decimal import Decimal
from pathlib import Path, PurePosixPath
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsroom.catalogue.catalogue import Catalogue
from newsroom.catalogue.entries import NONE
from newsroom.catalogue.figures import (
    Comparison,
    Total,
    compared,
    totals_by_article,
    totals_by_organization,
)
from newsroom.catalogue.spans import courses
from newsroom.content.article import Article
from newsroom.content.figures import Figure
from newsroom.content.newsroom import Newsroom
from newsroom.content.quarter import Quarter
from newsroom.content.reader import ArticleReader
from newsroom.content.units import Unit
from newsroom.text.numbers import format_number, rounded

FILES = sorted((Path(__file__).parents[1] / "cases" / "figures").glob("*.yml"))


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_quarter_comes_to_what_the_file_says(
    file: Path, load_case: Callable[[str], Any], newsroom: Newsroom, now: datetime
) -> None:
    case = load_case(f"figures/{file.name}")
    catalogue = Catalogue.at(now, read_all(case["bài"], newsroom, now))

    this, other = (
        totals_by_organization(catalogue.reviews.get(Quarter.understand(case[name]), NONE))
        for name in ("kỳ này", "kỳ trước")
    )

    assert dict(map(line, compared(this, other))) == case["kết quả"]


def read_all(
    fields: Iterable[dict[str, Any]], newsroom: Newsroom, now: datetime
) -> Iterator[Article]:
    """The articles of a case, as far as they can be published."""
    reader = ArticleReader(newsroom, now)
    good = {"title": "Sơ kết", "date": "2023-04-10", "category": "thong-bao"}
    for number, own in enumerate(fields):
        front = {**good, **own}.items()
        text = "\n".join(f"{name}: {json.dumps(value)}" for name, value in front)
        data = f"---\n{text}\n---\n\nNội dung.\n".encode()
        article = reader.read(PurePosixPath(f"2023/bai-{number}.md"), data).article
        if article:
            yield article


def line(comparison: Comparison[Total]) -> tuple[str, str]:
    """A comparison as the files of cases write it: the indicator, and what it comes to."""
    total = comparison.total
    told = [_side(comparison.now)] if comparison.now else []
    against = [f"kỳ trước {_number(comparison.before.value)}"] if _has_value(comparison) else []
    if comparison.obstacle:
        against += [f"không so sánh được, {comparison.obstacle.value}"]
    elif comparison.difference is not None:
        rate = "" if comparison.percent is None else f" ({_number(comparison.percent)} %)"
        against += [f"thêm {_number(comparison.difference)}{rate}"]
    return f"{total.label} ({total.unit.title})", "; ".join([*told, ", ".join(against)])


def _has_value(comparison: Comparison[Total]) -> bool:
    return comparison.before is not None and comparison.before.value is not None


def _side(total: Total) -> str:
    if total.value is None:
        return "không cộng được"
    whole = f" trong {_number(total.whole)} ({_number(total.share)} %)" if total.whole else ""
    plan = f", kế hoạch {_number(total.target)} ({_number(total.of_target)} %)"
    return f"{_number(total.value)}{whole}{plan if total.target else ''}"


def _number(number: Decimal | None) -> str:
    return "" if number is None else format_number(rounded(number))


UNITS = (Unit("buổi"), Unit("đồng"), Unit("%", summed=False))
FIGURES = st.builds(
    Figure,
    label=st.sampled_from(["Tuyên truyền", "tuyên truyền", "Quà tặng"]),
    value=st.decimals(0, 10**6, places=1),
    unit=st.sampled_from(UNITS),
)
ARTICLES = st.lists(
    st.tuples(st.sampled_from("ABCD"), st.integers(1, 28), st.lists(FIGURES, max_size=4)),
    max_size=6,
)


@pytest.fixture(scope="module")
def reviews(make_article: Callable[..., Article]) -> Callable[..., list[Article]]:
    """Makes reviews of one quarter, each of an organization, a day of April and figures."""

    def make(drawn: Any) -> list[Article]:
        return [
            make_article(
                f"bai-{number}", f"2023-04-{day:02}", organization=organization,
                quarter=Quarter(2023, 1),
                figures=tuple({figure.indicator: figure for figure in figures}.values()),
            )
            for number, (organization, day, figures) in enumerate(drawn)
        ]  # fmt: skip

    return make


@given(ARTICLES, st.randoms())
def test_order_of_articles_does_not_matter(
    reviews: Callable[..., list[Article]], drawn: Any, random: Any
) -> None:
    articles = reviews(drawn)
    shuffled = list(articles)
    random.shuffle(shuffled)

    assert totals_by_organization(articles) == totals_by_organization(shuffled)
    assert totals_by_article(articles) == totals_by_article(shuffled)


@given(ARTICLES, st.lists(FIGURES, max_size=4))
def test_another_organization_changes_only_its_indicators(
    reviews: Callable[..., list[Article]], drawn: Any, figures: list[Figure]
) -> None:
    before = totals_by_organization(reviews(drawn))
    after = totals_by_organization(reviews([*drawn, ("Z", 1, figures)]))

    own = {figure.indicator for figure in figures}
    assert [t for t in after if t.indicator not in own] == [
        t for t in before if t.indicator not in own
    ]
    assert {t.indicator for t in after} == {t.indicator for t in before} | own


@given(ARTICLES)
def test_sum_is_never_over_units_or_shares(
    reviews: Callable[..., list[Article]], drawn: Any
) -> None:
    for total in totals_by_organization(reviews(drawn)):
        figures = [report.figure for report in total.reports]
        assert {figure.unit for figure in figures} == {total.unit}
        assert len(total.organizations) == len(figures)
        if total.unit.summed or len(figures) == 1:
            assert total.value == sum(figure.value for figure in figures)
        else:
            assert total.value is None


@given(ARTICLES, st.sampled_from(["draft", "publish_at", "expires_at"]))
def test_what_residents_cannot_read_never_counts(
    reviews: Callable[..., list[Article]],
    make_article: Callable[..., Article],
    now: datetime,
    drawn: Any,
    reason: str,
) -> None:
    moment = {"draft": True, "publish_at": now.replace(year=2025), "expires_at": now}[reason]
    hidden = make_article(
        "an", "2023-04-30", organization="A", quarter=Quarter(2023, 1),
        figures=(Figure("Tuyên truyền", Decimal(7), UNITS[0]),), **{reason: moment},
    )  # fmt: skip
    articles = reviews(drawn)

    with_it, without = (
        Catalogue.at(now, each).reviews.get(Quarter(2023, 1), NONE)
        for each in ([*articles, hidden], articles)
    )

    assert totals_by_organization(with_it) == totals_by_organization(without)


def test_year_adds_quarters_but_not_what_counts_from_its_beginning(
    make_article: Callable[..., Article],
) -> None:
    def review(quarter: int, organization: str, *values: int) -> Article:
        labels = ("Buổi họp", "Mô hình hoàn thành từ đầu năm")
        figures = (Figure(a, Decimal(b), UNITS[0]) for a, b in zip(labels, values, strict=True))
        date = f"2023-{quarter * 3:02}-28"
        return make_article(
            f"{organization}-{quarter}", date, organization=organization,
            quarter=Quarter(2023, quarter), figures=tuple(figures),
        )  # fmt: skip

    reviews = [review(1, "A", 3, 14), review(2, "A", 4, 27), review(3, "B", 5, 2)]
    year = {one.quarter: [one] for one in reviews if one.quarter}

    meetings, models = courses(year).values()

    assert (meetings.value, models.value) == (12, 29)
    assert (meetings.basis, models.basis) == (["1 a", "2 a", "3 b"], ["a", "b"])
    backwards = dict(reversed(year.items()))
    assert list(courses(backwards).values()) == [meetings, models]


def test_announcements_of_a_campaign_are_each_added(make_article: Callable[..., Article]) -> None:
    figure = Figure("Suất quà", Decimal(60), UNITS[0])
    articles = [make_article(name, organization="A", figures=(figure,)) for name in ("a", "b")]

    (total,) = totals_by_article(articles)

    assert total.value == 120
