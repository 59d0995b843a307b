"""Related articles that are looked for near changes only are those that a whole search finds."""

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsroom import catalogue as catalogue_module
from newsroom.catalogue import Catalogue
from newsroom.content.article import Article, Tag
from newsroom.incremental import related as module
from newsroom.incremental.related import related_uris
from newsroom.text.dates import VIETNAM

Make = Callable[..., Article]
articles = st.dictionaries(
    st.integers(0, 25),
    st.tuples(st.integers(0, 40), st.sets(st.sampled_from("abc"), max_size=2), st.booleans()),
    max_size=20,
)


def catalogue(make_article: Make, sources: dict[int, tuple[int, set[str], bool]]) -> Catalogue:
    first = datetime(2023, 1, 1, 8, tzinfo=VIETNAM)
    return Catalogue(
        make_article(
            f"bai-{name}",
            f"{first + timedelta(days=day):%Y-%m-%d %H:%M}",
            section="thong-bao" if is_notice else "tin-tuc-su-kien",
            tags=tuple(map(Tag, sorted(tags))),
        )
        for name, (day, tags, is_notice) in sources.items()
    )


@pytest.fixture(scope="module", autouse=True)
def _short_reach() -> object:
    with pytest.MonkeyPatch.context() as patch:
        for place in (catalogue_module, module):
            patch.setattr(place, "RELATED_REACH", 2)
        yield


@given(st.lists(articles, min_size=2, max_size=4))
def test_related_articles_after_any_change(
    make_article: Make, versions: list[dict[int, tuple[int, set[str], bool]]]
) -> None:
    memory: dict[str, bytes] = {}
    for sources in versions:
        made = catalogue(make_article, sources)
        found = related_uris(made, 3, b"luat", memory)
        assert found == related_uris(made, 3, b"luat", {})


def test_only_articles_near_a_change_are_looked_at(
    make_article: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    sources = {n: (n, {"a"}, False) for n in range(100, 120)}
    memory: dict[str, bytes] = {}
    related_uris(catalogue(make_article, sources), 3, b"luat", memory)
    looked_at: list[str] = []
    whole = Catalogue.related

    def related(self: Catalogue, article: Article, count: int) -> object:
        looked_at.append(article.path.stem)
        return whole(self, article, count)

    monkeypatch.setattr(Catalogue, "related", related)
    related_uris(catalogue(make_article, sources), 3, b"luat", memory)
    assert looked_at == []

    sources[110] = (110, {"a", "b"}, False)
    related_uris(catalogue(make_article, sources), 3, b"luat", memory)
    assert looked_at == ["bai-110"]

    related_uris(catalogue(make_article, sources), 3, b"luat khac", memory)
    assert len(looked_at) == 1 + len(sources)
