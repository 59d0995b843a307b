"""The catalogue: sorted and grouped once for every list of the site."""

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsroom.catalogue.catalogue import Catalogue
from newsroom.catalogue.entries import entry_of
from newsroom.content.article import Article, Tag
from newsroom.content.quarter import Quarter
from newsroom.text.dates import VIETNAM

Make = Callable[..., Article]


def names(articles: object) -> list[str]:
    return [article.path.stem for article in articles]  # type: ignore[attr-defined]


def related_to(article: Article, articles: list[Article], count: int) -> list[Article]:
    catalogue = Catalogue.of(articles)
    return list(catalogue.opened(catalogue.related(entry_of(article), count)))


def test_articles_are_sorted_newest_first_and_then_by_address(make_article: Make) -> None:
    catalogue = Catalogue.of(
        [
            make_article("b", "2023-01-01 08:00"),
            make_article("a", "2023-01-01 08:00"),
            make_article("c", "2023-01-01 08:01"),
            make_article("d", "2022-12-31 23:59"),
        ]
    )

    assert names(catalogue.articles) == ["c", "a", "b", "d"]


def test_only_what_residents_may_read_is_in_the_catalogue(make_article: Make) -> None:
    now = datetime(2023, 5, 1, tzinfo=VIETNAM)
    hour = timedelta(hours=1)
    articles = [
        make_article("tot"),
        make_article("nhap", draft=True),
        make_article("hen", publish_at=now + hour),
        make_article("het", expires_at=now),
        make_article("da-hen", publish_at=now),
        make_article("con-han", expires_at=now + hour),
    ]

    assert sorted(names(Catalogue.at(now, articles).articles)) == ["con-han", "da-hen", "tot"]


def test_groups_keep_the_order_and_know_their_keys(make_article: Make) -> None:
    catalogue = Catalogue.of(
        [
            make_article("a", "2023-03-31 23:59", section="tin-tuc-su-kien", tags=(Tag("Vui"),)),
            make_article("b", "2023-04-01 00:00", tags=(Tag("vui"), Tag("Đẹp"))),
            make_article("c", "2022-10-01", campaign="he-2023", quarter=Quarter(2022, 3)),
        ]
    )

    assert {key: names(group) for key, group in catalogue.by_section.items()} == {
        "thong-bao": ["b", "c"],
        "tin-tuc-su-kien": ["a"],
    }
    assert {key: names(group) for key, group in catalogue.by_tag.items()} == {
        "vui": ["b", "a"],
        "dep": ["b"],
    }
    assert {key: names(group) for key, group in catalogue.by_year.items()} == {
        2023: ["b", "a"],
        2022: ["c"],
    }
    assert list(catalogue.by_quarter) == [Quarter(2023, 2), Quarter(2023, 1), Quarter(2022, 4)]
    assert list(catalogue.by_month) == [(2023, 4), (2023, 3), (2022, 10)]
    assert names(catalogue.reviews[Quarter(2022, 3)]) == ["c"]
    assert names(catalogue.announcements["he-2023"]) == ["c"]


def test_article_that_repeats_a_tag_is_listed_once(make_article: Make) -> None:
    catalogue = Catalogue.of([make_article(tags=(Tag("COVID-19"), Tag("covid 19")))])

    assert len(catalogue.by_tag["covid-19"]) == 1


def test_tag_is_spelled_as_most_articles_spell_it(make_article: Make) -> None:
    catalogue = Catalogue.of(
        [
            make_article(f"bai-{place}", tags=(Tag(title),))
            for place, title in enumerate(["mặt trận", "Mặt trận", "Mặt trận", "mat tran"])
        ]
    )

    assert catalogue.tags == {"mat-tran": Tag("Mặt trận")}


def test_most_viewed_come_first_and_the_newer_of_equals(make_article: Make) -> None:
    catalogue = Catalogue.of(
        [
            make_article("it", "2023-03-01", views=5),
            make_article("cu", "2023-01-01", views=9),
            make_article("moi", "2023-02-01", views=9),
        ]
    )

    assert names(catalogue.most_viewed) == ["moi", "cu", "it"]


def test_neighbours_are_those_of_the_section(make_article: Make) -> None:
    first, other, second, third = (
        make_article("mot", "2023-01-01"),
        make_article("khac", "2023-01-02", section="tin-tuc-su-kien"),
        make_article("hai", "2023-01-03"),
        make_article("ba", "2023-01-04"),
    )
    catalogue = Catalogue.of([third, other, first, second])

    beside = {
        entry.path: [near and near.path for near in catalogue.beside_in_section(entry)]
        for entry in catalogue.entries
    }
    assert beside == {
        "2023/ba.md": [None, "2023/hai.md"],
        "2023/hai.md": ["2023/ba.md", "2023/mot.md"],
        "2023/mot.md": ["2023/hai.md", None],
        "2023/khac.md": [None, None],
    }


def test_related_articles_share_what_is_rare_then_what_is_near(make_article: Make) -> None:
    rare, common = Tag("giếng cổ"), Tag("tin")
    article = make_article("bai", "2023-06-01", tags=(rare, common))
    cousin = make_article("anh-em", "2021-01-01", section="tin-tuc-su-kien", tags=(rare,))
    near = make_article("gan", "2023-06-02", tags=(common,))
    far = make_article("xa", "2023-01-02", tags=(common,))
    others = [
        make_article(f"khac-{day}", f"2022-03-{day:02}", section="tin-tuc-su-kien", tags=(common,))
        for day in range(1, 9)
    ]

    related = related_to(article, [article, cousin, near, far, *others], 3)

    assert names(related) == ["anh-em", "gan", "xa"]


def test_announcements_of_one_campaign_are_related(make_article: Make) -> None:
    article = make_article("a", campaign="he-2023")
    other = make_article("b", "2022-01-01", section="tin-tuc-su-kien", campaign="he-2023")

    assert related_to(article, [article, other], 4) == [other]


def test_article_alone_has_nothing_related(make_article: Make) -> None:
    article = make_article()

    assert related_to(article, [article], 4) == []


def test_work_of_relating_does_not_grow_with_the_number_of_articles(make_article: Make) -> None:
    tags = (Tag("tin"), Tag("vui"))
    start = datetime(2010, 1, 1, tzinfo=VIETNAM)
    articles = [
        make_article(f"bai-{day}", f"{start + timedelta(days=day):%Y-%m-%d}", tags=tags)
        for day in range(3000)
    ]
    middle = articles[1500]

    weighed = related_to(middle, articles, 10_000)

    assert 0 < len(weighed) <= 24
    assert all(abs(other.date - middle.date) <= timedelta(days=12) for other in weighed)


@pytest.mark.thorough
@given(st.data())
def test_relation_is_symmetric_and_never_to_itself(make_article: Make, data: st.DataObject) -> None:
    articles = [
        make_article(
            f"bai-{place}",
            f"2023-{data.draw(st.integers(1, 12)):02}-{data.draw(st.integers(1, 28)):02}",
            section=data.draw(st.sampled_from(["thong-bao", "tin-tuc-su-kien"])),
            tags=tuple(map(Tag, data.draw(st.sets(st.sampled_from(["a", "b", "c"]))))),
        )
        for place in range(data.draw(st.integers(1, 12)))
    ]
    related = {article: set(related_to(article, articles, 100)) for article in articles}

    for article, others in related.items():
        assert article not in others
        assert all(article in related[other] for other in others)


@pytest.mark.parametrize("name", ["by_section", "by_tag", "by_year", "reviews", "announcements"])
def test_empty_catalogue_has_no_groups(name: str) -> None:
    assert getattr(Catalogue.of([]), name) == {}
