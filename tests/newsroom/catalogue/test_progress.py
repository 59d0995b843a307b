"""How far a campaign has come: by what its articles tell, or by what the ward states."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsroom.build.dependencies import Recorder
from newsroom.catalogue.catalogue import Catalogue
from newsroom.catalogue.lookup import PROGRESS, Lookup, OpenArticles, providers
from newsroom.catalogue.moves import Moves
from newsroom.catalogue.progress import Progress, progress_of
from newsroom.content.article import Article
from newsroom.content.figures import Figure
from newsroom.content.newsroom import Campaign, Newsroom
from newsroom.content.quarter import Quarter
from newsroom.content.units import Goal, Unit

Make = Callable[..., Article]
GIFT, SHARE = Unit("suất"), Unit("%", summed=False)
GOAL = Goal("Suất quà Tết", Decimal(300), GIFT)


def gifts(number: int, label: str = "Suất quà Tết", unit: Unit = GIFT) -> tuple[Figure, ...]:
    return (Figure(label, Decimal(number), unit),)


@pytest.fixture
def campaign(newsroom: Newsroom) -> Campaign:
    return replace(newsroom.campaigns["he-2023"], goal=GOAL)


@pytest.fixture
def told(make_article: Make) -> Callable[..., Catalogue]:
    """The catalogue of articles of the campaign, each with these fields, the oldest first."""

    def made(campaign: Campaign, *fields: dict[str, object]) -> Catalogue:
        articles = (
            make_article(f"b{n}", f"2023-06-{n:02}", **one) for n, one in enumerate(fields, 1)
        )
        return Catalogue.of(replace(article, campaign=campaign) for article in articles)

    return made


def test_what_the_articles_tell_is_added_up(
    campaign: Campaign, told: Callable[..., Catalogue]
) -> None:
    catalogue = told(campaign, {"figures": gifts(80)}, {}, {"figures": gifts(40, "suất quà tết")})
    progress = progress_of(catalogue, campaign)

    assert progress == Progress(GOAL, Decimal(120))
    assert progress.percent == Decimal("40.0")


def test_what_is_about_something_else_does_not_count(
    campaign: Campaign, told: Callable[..., Catalogue]
) -> None:
    """Another indicator, another unit, a review that repeats what others have told."""
    catalogue = told(
        campaign,
        {"figures": gifts(80)},
        {"figures": gifts(7, "Chăn ấm")},
        {"figures": gifts(7, unit=Unit("hộ"))},
        {"figures": gifts(80), "quarter": Quarter(2023, 2)},
    )

    assert progress_of(catalogue, campaign) == Progress(GOAL, Decimal(80))


def test_what_the_ward_states_goes_before(
    campaign: Campaign, told: Callable[..., Catalogue]
) -> None:
    stated = replace(campaign, goal=replace(GOAL, reached=Decimal(150)))
    progress = progress_of(told(stated, {"figures": gifts(80)}), stated)

    assert progress and progress.reached == 150


def test_of_a_share_the_newest_holds(campaign: Campaign, told: Callable[..., Catalogue]) -> None:
    goal = Goal("Hộ phân loại rác", Decimal(90), SHARE)
    one = replace(campaign, goal=goal)
    shares = ({"figures": gifts(n, "Hộ phân loại rác", SHARE)} for n in (40, 65))

    assert progress_of(told(one, *shares), one) == Progress(goal, Decimal(65))


def test_campaign_of_which_nobody_tells(campaign: Campaign, told: Callable[..., Catalogue]) -> None:
    progress = progress_of(told(campaign, {}), campaign)

    assert progress == Progress(GOAL, None)
    assert (progress.percent, progress.filled, progress.beyond) == (None, 0, None)
    assert progress_of(told(campaign), replace(campaign, goal=None)) is None


def test_whoever_shows_progress_shows_it_anew_when_something_else_is_told(
    campaign: Campaign, told: Callable[..., Catalogue]
) -> None:
    """Even where none of the articles that it shows has changed."""
    then, now = (told(campaign, {"figures": gifts(number)}) for number in (80, 90))
    recorder = Recorder()
    with recorder.recording() as recorded:
        Lookup({}, then, OpenArticles({}, lambda _: b""), recorder).progress(campaign)

    def changed(catalogue: Catalogue) -> object:
        return providers(catalogue, (), Moves([], []))[PROGRESS].changed(recorded[PROGRESS])

    assert changed(then) == set()
    assert changed(now) == {campaign.slug}


def test_goal_that_is_passed_stands_within_the_bar() -> None:
    progress = Progress(GOAL, Decimal(375))

    assert (progress.percent, progress.beyond) == (Decimal("125.0"), 75)
    assert (progress.filled, progress.goal_at) == (100, Decimal("80.0"))


def test_bar_of_a_share_is_the_whole() -> None:
    progress = Progress(Goal("Hộ phân loại rác", Decimal(80), SHARE), Decimal(62))

    assert (progress.filled, progress.goal_at) == (62, 80)


@given(st.lists(st.integers(0, 10**9), max_size=6), st.integers(0, 10**9))
def test_bar_is_never_longer_than_its_room(numbers: list[int], goal: int) -> None:
    progress = Progress(replace(GOAL, value=Decimal(goal)), sum(map(Decimal, numbers), Decimal(0)))

    assert 0 <= progress.filled <= 100
    assert 0 <= progress.goal_at <= 100
