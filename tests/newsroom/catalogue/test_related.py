"""Related articles that are looked for near changes only are those that a whole search finds."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsroom.catalogue import catalogue as catalogue_module
from newsroom.catalogue import related as module
from newsroom.catalogue.catalogue import Catalogue
from newsroom.catalogue.entries import Entry
from newsroom.catalogue.related import Moves, related_uris
from newsroom.content.article import Article, Tag
from newsroom.text.dates import VIETNAM

Make = Callable[..., Article]
articles = st.dictionaries(
    st.integers(0, 25),
    st.tuples(st.integers(0, 40), st.sets(st.sampled_from("abc"), max_size=2), st.booleans()),
    max_size=20,
)


def catalogue(make_article: Make, sources: dict[int, tuple[int, set[str], bool]]) -> Catalogue:
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


@pytest.fixture(scope="module", autouse=True)
def _short_reach() -> object:
    with pytest.MonkeyPatch.context() as patch:
        for place in (catalogue_module, module):
            patch.setattr(place, "RELATED_REACH", 2)
        yield


class Memory:
    """Related articles of one version of a catalogue after another."""

    def __init__(self) -> None:
        self.rows: dict[str, bytes] = {}
        self.last: dict[str, Entry] = {}

    def related(self, made: Catalogue, rules: bytes = b"luat") -> tuple[dict[str, Any], set[str]]:
        now = {entry.path: entry for entry in made.entries}
        then = self.last
        moves = Moves(
            [entry for path, entry in then.items() if now.get(path) != entry],
            [entry for path, entry in now.items() if then.get(path) != entry],
        )
        self.last = now
        return related_uris(made, moves, 3, rules, self.rows)


@given(st.lists(articles, min_size=2, max_size=4))
def test_related_articles_after_any_change(
    make_article: Make, versions: list[dict[int, tuple[int, set[str], bool]]]
) -> None:
    memory = Memory()
    known: dict[str, Any] = {}
    for sources in versions:
        made = catalogue(make_article, sources)
        found, others = memory.related(made)
        assert found == Memory().related(made)[0]
        assert others == {uri for uri in found if found[uri] != known.get(uri)}
        known = found


def test_only_articles_near_a_change_are_looked_at(
    make_article: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    sources = {n: (n, {"a"}, False) for n in range(100, 120)}
    memory = Memory()
    memory.related(catalogue(make_article, sources))
    looked_at: list[str] = []
    whole = Catalogue.related

    def related(self: Catalogue, entry: Entry, count: int) -> object:
        looked_at.append(entry.path)
        return whole(self, entry, count)

    monkeypatch.setattr(Catalogue, "related", related)
    memory.related(catalogue(make_article, sources))
    assert looked_at == []

    sources[110] = (110, {"a", "b"}, False)
    memory.related(catalogue(make_article, sources))
    assert looked_at == ["2023/bai-110.md"]

    memory.related(catalogue(make_article, sources), b"luat khac")
    assert len(looked_at) == 1 + len(sources)
