"""Pages of quarters, years and campaigns show the same of the same articles, whatever those are."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsroom.catalogue.catalogue import Catalogue
from newsroom.catalogue.entries import Articles
from newsroom.content.article import Article
from newsroom.content.figures import Figure, Indicator, TaskState, TaskUpdate
from newsroom.content.newsroom import Newsroom
from newsroom.content.quarter import Quarter
from newsroom.content.reader import ArticleReading
from newsroom.content.units import Unit
from newsroom.display.campaign_page import CampaignPage
from newsroom.display.campaigns import campaign_groups
from newsroom.display.indexes import Index
from newsroom.display.quarters import QuarterReviews, quarter_groups
from newsroom.display.years import YearReviews, year_groups

pytestmark = pytest.mark.thorough
Pages = Mapping[str, Index]
PagesOf = Callable[[Iterable[Article]], Pages]
Write = Callable[[Any], list[Article]]
TODAY = date(2024, 1, 1)
UNITS = (Unit("buổi"), Unit("đồng"), Unit("%", summed=False))
TASKS = ("Dọn vệ sinh các ngõ", "Trồng cây xanh", "Khám sức khỏe người cao tuổi")
FIGURES = st.lists(
    st.builds(
        Figure,
        label=st.sampled_from(["Tuyên truyền", "tuyên truyền", "Hộ đang vay", "Quà tặng"]),
        value=st.decimals(0, 10**6, places=1),
        unit=st.sampled_from(UNITS),
    ),
    max_size=3,
    unique_by=lambda figure: figure.indicator,
).map(tuple)
UPDATES = st.lists(
    st.builds(TaskUpdate, st.sampled_from(TASKS), st.sampled_from(TaskState)), max_size=2
).map(tuple)
STATED = st.fixed_dictionaries(
    {
        "figures": FIGURES,
        "tasks": st.lists(st.sampled_from(TASKS), max_size=2, unique=True).map(tuple),
        "task_updates": UPDATES,
    }
)
QUARTERS = st.sampled_from([Quarter(year, n) for year in (2022, 2023) for n in (1, 2, 3, 4)])
OF_CAMPAIGN = st.just({"campaign": "he-2023"})
REVIEWED = st.builds(lambda quarter: {"quarter": quarter}, QUARTERS)
WRITTEN = st.tuples(st.integers(1, 30), STATED, REVIEWED | OF_CAMPAIGN)
ANY = st.lists(st.tuples(st.sampled_from("ABC"), WRITTEN), max_size=7)
"""Articles: who writes each, on which day of June 2023, what it states, of what it tells."""


@pytest.fixture(scope="module")
def write(make_article: Callable[..., Article]) -> Write:
    def articles(drawn: Any) -> list[Article]:
        return [
            make_article(
                f"{organization}-{number}", f"2023-06-{day:02}", organization=organization,
                **stated, **of,
            )
            for number, (organization, (day, stated, of)) in enumerate(drawn)
        ]  # fmt: skip

    return articles


@pytest.fixture(scope="module")
def pages_of(newsroom: Newsroom) -> PagesOf:
    """The pages of all quarters, years and campaigns, by address."""

    def pages(articles: Iterable[Article]) -> Pages:
        catalogue = Catalogue.at(datetime.fromisoformat("2024-01-01T12:00+07:00"), articles)
        groups = [
            *quarter_groups(catalogue, newsroom),
            *year_groups(catalogue, newsroom),
            *campaign_groups(catalogue, newsroom, TODAY),
        ]
        return {page.uri: page for group in groups for page in group.pages()}

    return pages


def told(value: object) -> object:
    """A display as plain values that are equal where it shows the same."""
    if isinstance(value, Article):
        return value.uri
    if isinstance(value, (list, tuple, Articles)):
        return [told(one) for one in value]
    if is_dataclass(value):
        return {field.name: told(getattr(value, field.name)) for field in fields(value)}
    return value


@settings(max_examples=40)
@given(ANY, st.randoms())
def test_order_of_articles_does_not_matter(
    pages_of: PagesOf, write: Write, drawn: Any, random: Any
) -> None:
    articles = write(drawn)
    shuffled = list(articles)
    random.shuffle(shuffled)

    assert told([*pages_of(articles).values()]) == told([*pages_of(shuffled).values()])


@settings(max_examples=40)
@given(ANY, WRITTEN, st.sampled_from(["draft", "publish_at", "expires_at"]))
def test_what_residents_cannot_read_changes_nothing(
    pages_of: PagesOf, write: Write, now: datetime, drawn: Any, hidden: Any, reason: str
) -> None:
    how = {"draft": True, "publish_at": now.replace(year=2025), "expires_at": now}[reason]
    day, stated, of = hidden
    articles = write([*drawn, ("A", (day, {**stated, reason: how}, of))])

    with_it, without = pages_of(articles), pages_of(articles[:-1])

    assert told([*with_it.values()]) == told([*without.values()])


@settings(max_examples=40)
@given(ANY, st.sampled_from([{"date": "hôm qua"}, {"category": "khong-co"}, {"title": ""}]))
def test_what_cannot_be_published_changes_nothing(
    pages_of: PagesOf, write: Write, read: Callable[[str], ArticleReading],
    file_with: Callable[..., str], drawn: Any, fault: dict[str, str],
) -> None:  # fmt: skip
    figures = "[{label: Tuyên truyền, value: 7, unit: buổi}]"
    good = {"quarter": "2023-Q1", "organization": "A", "figures": figures}
    articles, faulty = write(drawn), read(file_with({**good, **fault})).article
    published = read(file_with(good)).article
    assert published and published.figures

    read_of_it = [*articles, *([faulty] if faulty else [])]

    assert told([*pages_of(read_of_it).values()]) == told([*pages_of(articles).values()])


@settings(max_examples=40)
@given(ANY, st.lists(WRITTEN, min_size=1, max_size=3))
def test_another_organization_changes_only_its_indicators_and_rows(
    pages_of: PagesOf, write: Write, drawn: Any, written: Any
) -> None:
    before = pages_of(write(drawn))
    after = pages_of(write([*drawn, *(("Z", one) for one in written)]))
    own = {figure.indicator for _, stated, _ in written for figure in stated["figures"]}

    assert before.keys() <= after.keys()
    for uri, page in before.items():
        assert rows_of_others(after[uri], own) == rows_of_others(page, own)


def rows_of_others(page: Index, own: set[Indicator]) -> object:
    """The rows of a page that are not of these indicators, nor of organization Z."""
    if isinstance(page, CampaignPage):
        return {total.indicator: total for total in page.totals if total.indicator not in own}
    if isinstance(page, QuarterReviews):
        totals = {row.now.indicator: row for group in page.figures for row in group.rows}
        reviews = [one for one in page.organizations if one.organization.title != "Z"]
        tasks = [*page.tasks, *page.next_tasks.groups]
    elif isinstance(page, YearReviews):
        totals = {row.total.last.indicator: row for group in page.figures for row in group.rows}
        reviews, tasks = [], [*page.tasks]
    else:
        return None
    kept = {indicator: row for indicator, row in totals.items() if indicator not in own}
    return kept, told(reviews), [one for one in tasks if one.organization.title != "Z"]


def test_value_of_a_figure_is_told(pages_of: PagesOf, write: Write) -> None:
    """So what is compared above is more than addresses."""

    def stating(value: int) -> object:
        figures = (Figure("Tuyên truyền", Decimal(value), UNITS[0]),)
        articles = write([("A", (1, {"figures": figures}, {"quarter": Quarter(2023, 1)}))])
        return told([*pages_of(articles).values()])

    assert stating(1) == stating(1) != stating(2)
