"""What a campaign has reached: stated, or told by its announcements."""

from collections.abc import Callable
from decimal import Decimal

from newsroom.catalogue.goals import progress
from newsroom.content.article import Article
from newsroom.content.figures import Figure
from newsroom.content.units import Goal, Unit

GIFTS, PEOPLE = Unit("suất"), Unit("người")
GOAL = Goal("Suất quà Tết", Decimal(300), GIFTS)


def test_announcements_add_up_to_what_is_reached(make_article: Callable[..., Article]) -> None:
    figures = [
        Figure("suất quà TẾT", Decimal(70), GIFTS),
        Figure("Suất quà Tết", Decimal(50), GIFTS),
        Figure("Suất quà Tết", Decimal(9), PEOPLE),
    ]
    articles = [make_article(f"bai-{n}", figures=(f,)) for n, f in enumerate(figures)]

    found = progress(GOAL, articles)

    assert (found.reached, found.share) == (120, 40)


def test_what_is_stated_counts_more(make_article: Callable[..., Article]) -> None:
    article = make_article(figures=(Figure("Suất quà Tết", Decimal(70), GIFTS),))
    stated = Goal(GOAL.label, GOAL.value, GOAL.unit, Decimal(330))

    found = progress(stated, [article])

    assert (found.reached, found.share) == (330, 110)


def test_nothing_told_is_not_nothing_reached(make_article: Callable[..., Article]) -> None:
    found = progress(GOAL, [make_article()])

    assert (found.reached, found.share) == (None, None)


def test_goal_that_is_nought_has_no_share() -> None:
    goal = Goal("Vụ cháy", Decimal(0), Unit("vụ"), Decimal(1))

    assert progress(goal, []).share is None
