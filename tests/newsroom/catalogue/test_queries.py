"""Queries that are asked again near changes only change just where a whole search would find it."""

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsroom.catalogue import catalogue as catalogue_module
from newsroom.catalogue import moves as moves_module
from newsroom.catalogue.catalogue import Catalogue
from newsroom.catalogue.entries import Entry
from newsroom.catalogue.moves import Moves
from newsroom.catalogue.queries import QUERIES, Queried, Query, digest_of
from newsroom.content.article import Article, Tag
from newsroom.text.dates import VIETNAM

Make = Callable[..., Article]
Sources = dict[int, tuple[int, set[str], bool]]
"""By the number of an article: its day, its tags, and whether it is a notice."""
articles = st.dictionaries(
    st.integers(0, 25),
    st.tuples(st.integers(0, 40), st.sets(st.sampled_from("abc"), max_size=2), st.booleans()),
    max_size=20,
)


def catalogue(make_article: Make, sources: Sources) -> Catalogue:
    first = datetime(2023, 1, 1, 8, tzinfo=VIETNAM)
    return Catalogue.of(
        make_article(
            f"bai-{name}",
            f"{first + timedelta(days=day):%Y-%m-%d %H:%M}",
            section="thong-bao" if is_notice else "tin-tuc-su-kien",
            tags=tuple(map(Tag, sorted(tags))),
        )
        for name, (day, tags, is_notice) in sources.items()
    )


def moves(then: Catalogue, now: Catalogue) -> Moves:
    return Moves(
        [entry for path, entry in then.by_path.items() if now.by_path.get(path) != entry],
        [entry for path, entry in now.by_path.items() if then.by_path.get(path) != entry],
    )


def answers(query: Query, made: Catalogue) -> dict[str, bytes]:
    return {path: digest_of(query.answer(made, path)) for path in made.by_path}


@pytest.fixture(scope="module", autouse=True)
def _short_reach() -> object:
    with pytest.MonkeyPatch.context() as patch:
        for place in (catalogue_module, moves_module):
            patch.setattr(place, "RELATED_REACH", 2)
        yield


@pytest.mark.parametrize("query", QUERIES, ids=lambda query: query.name)
@given(then=articles, now=articles)
def test_answers_that_changed_are_found(
    make_article: Make, query: Query, then: Sources, now: Sources
) -> None:
    """From one catalogue to any other; those of articles that went are nobody's."""
    before, after = catalogue(make_article, then), catalogue(make_article, now)
    recorded, right = answers(query, before), answers(query, after)

    found = Queried(query, after, moves(before, after)).changed(recorded)

    assert found & right.keys() == {
        path for path in recorded.keys() & right.keys() if recorded[path] != right[path]
    }


def test_query_that_names_nothing_near_is_asked_again_for_every_key(make_article: Make) -> None:
    first = Query("newest", lambda made, _: made.entries[:1])
    before = catalogue(make_article, {1: (1, set(), False)})
    after = catalogue(make_article, {1: (1, set(), False), 2: (2, set(), True)})
    recorded = {key: digest_of(first.answer(before, key)) for key in "ab"}

    assert Queried(first, after, moves(before, after)).changed(recorded) == {"a", "b"}
    assert Queried(first, before, moves(before, before)).changed(recorded) == set()


def test_only_articles_near_a_change_are_looked_at(
    make_article: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    sources: Sources = {n: (n, {"a"}, False) for n in range(100, 120)}
    before = catalogue(make_article, sources)
    related = next(query for query in QUERIES if query.name == "related")
    recorded = answers(related, before)
    sources[110] = (110, {"a", "b"}, False)
    after = catalogue(make_article, sources)
    looked_at: list[str] = []
    whole = Catalogue.related

    def looking(self: Catalogue, entry: Entry, count: int) -> list[Entry]:
        looked_at.append(entry.path)
        return whole(self, entry, count)

    monkeypatch.setattr(Catalogue, "related", looking)
    Queried(related, before, moves(before, before)).changed(recorded)
    assert looked_at == []
    Queried(related, after, moves(before, after)).changed(recorded)
    assert set(looked_at) == {"2023/bai-110.md"}
