"""The page of an organization: its own reviews, promises and articles, and no other's."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from newsroom.catalogue.catalogue import Catalogue
from newsroom.content.article import Article
from newsroom.content.figures import TaskState, TaskUpdate
from newsroom.content.newsroom import Newsroom, Organization
from newsroom.content.quarter import Quarter
from newsroom.display.organization_pages import OrganizationPage, organization_groups
from newsroom.display.organizations import organization_names

Make = Callable[..., Article]
POLICE = "Công an phường Thử"
URI = "don-vi/cong-an-phuong-thu/"


@pytest.fixture(scope="module")
def page_of(newsroom: Newsroom) -> Callable[..., OrganizationPage]:
    def page(*articles: Article) -> OrganizationPage:
        groups = organization_groups(Catalogue.of(articles), newsroom)
        found = {page.uri: page for group in groups for page in group.pages()}[URI]
        assert isinstance(found, OrganizationPage)
        return found

    return page


PageOf = Callable[..., OrganizationPage]


def test_page_has_its_reviews_and_its_other_articles_in_any_spelling(
    page_of: PageOf, make_article: Make
) -> None:
    page = page_of(
        make_article("cu", "2023-04-05", quarter=Quarter(2023, 1), organization=POLICE),
        make_article("moi", "2023-07-05", quarter=Quarter(2023, 2), organization=POLICE.upper()),
        make_article("bu", "2023-08-05", quarter=Quarter(2022, 4), organization=POLICE),
        make_article("tin", "2023-05-05", organization="Cong an  phuong thu"),
        make_article("khac", "2023-05-06", organization="Hội"),
    )

    assert [article.path.stem for article in page.reviews] == ["moi", "cu", "bu"]
    assert [article.path.stem for article in page.latest] == ["tin"]


def test_promises_are_told_by_quarter_with_those_that_nobody_can_have_reported_yet(
    page_of: PageOf, make_article: Make
) -> None:
    done = (TaskUpdate("Tuần tra", TaskState.DONE),)
    page = page_of(
        make_article("a", "2023-04-05", quarter=Quarter(2023, 1), organization=POLICE,
                     tasks=("Tuần tra", "Ký cam kết")),
        make_article("b", "2023-07-05", quarter=Quarter(2023, 2), organization=POLICE,
                     tasks=("Diễn tập",), task_updates=done),
    )  # fmt: skip

    told = [(str(one.quarter), one.is_reported, dict(one.states)) for one in page.promises]
    assert told == [
        ("2023-Q3", False, {TaskState.UNREPORTED: 1}),
        ("2023-Q2", True, {TaskState.DONE: 1, TaskState.UNREPORTED: 1}),
    ]


def test_page_is_there_before_anything_is_written(page_of: PageOf) -> None:
    page = page_of()

    assert (page.title, page.promises, page.is_empty) == (POLICE, [], True)


def test_name_in_short_leaves_out_the_ward(newsroom: Newsroom) -> None:
    ward = newsroom.ward.name_in_text
    titles = (f"Hội Cựu chiến binh {ward}", "Trạm Y tế", ward)
    small = replace(newsroom, organizations=tuple(map(Organization, titles)))

    assert [one.short for one in organization_names(small)] == [
        "Hội Cựu chiến binh", "Trạm Y tế", ward,
    ]  # fmt: skip
