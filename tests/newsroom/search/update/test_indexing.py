"""The index updated by difference: after any change the same files as an index made anew."""

import gzip
import json
import pickle
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from hashlib import blake2b
from typing import Any, TypeVar

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from search_documents import index_paths

from newsroom.search.format import layout, manifest, sealed_segment
from newsroom.search.format.document_numbers import NumberedDocuments
from newsroom.search.format.encoding import digest_lines
from newsroom.search.format.layout import HEAD_SHARDS
from newsroom.search.update import file_changes, inversion
from newsroom.search.update.forward_index import Prepared, prepare
from newsroom.search.update.indexing import build_index, update_index
from newsroom.search.words.contraction import Contraction
from newsroom.search.words.documents import ListedDocument, SearchDocument
from newsroom.text.abbreviations import Abbreviation
from newsroom.text.dates import VIETNAM

T = TypeVar("T")
R = TypeVar("R")
UBND = Abbreviation("UBND", ("Ủy ban nhân dân",))
WORDS = ["phường", "họp", "hợp", "dân", "ủy ban nhân dân", "hòa", "giải", "7", "chợ", "đẹp."]


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """Blocks, chunks, slices and lists that a few documents fill."""
    for module in (layout, manifest):
        monkeypatch.setattr(module, "BLOCK", 4)
    monkeypatch.setattr(layout, "HEAD", 6)
    monkeypatch.setattr(inversion, "CHUNK", 8)
    monkeypatch.setattr(inversion, "SLICES", 4)
    monkeypatch.setattr(sealed_segment, "WORD_CAP", 5)
    monkeypatch.setattr(sealed_segment, "PAIR_CAP", 2)
    monkeypatch.setattr(file_changes, "_FEW", 2)


def document(number: int, **fields: Any) -> SearchDocument:
    text = " ".join(WORDS[number * step % len(WORDS)] for step in range(1, 9))
    made = SearchDocument(
        f"tin/{number}/", datetime(2023, 1, 1, tzinfo=VIETNAM), "thong-bao", "Thông báo", "", "",
        "2023-Q1", number, f"Bài {number}", text[:9], text,
    )  # fmt: skip
    return replace(dated(made, number), **fields)


def dated(made: SearchDocument, day: float) -> SearchDocument:
    date = datetime(2023, 1, 1, tzinfo=VIETNAM) + timedelta(days=day)
    return replace(made, date=date, quarter=f"{date.year}-Q{(date.month + 2) // 3}")


@dataclass
class Site:
    """Documents, and the files of their index as updates leave them."""

    documents: dict[str, SearchDocument] = field(default_factory=dict)
    abbreviations: tuple[Abbreviation, ...] = ()
    cache: dict[str, bytes] = field(default_factory=dict)
    files: dict[str, bytes] = field(default_factory=dict)
    prepared: list[str] = field(default_factory=list)

    @classmethod
    def of(cls, count: int) -> "Site":
        site = cls()
        for number in range(count):
            site.put(document(number))
        site.update()
        return site

    def put(self, made: SearchDocument) -> None:
        self.documents[made.uri] = made

    def changes(self, run: Any = map) -> Iterator[tuple[str, bytes | None]]:
        contraction = Contraction.of(self.abbreviations)
        entries = [ListedDocument.of(d, self.digest(d)) for d in self.documents.values()]
        self.prepared.clear()
        found = update_index(entries, self.prepare, contraction, self.cache, run)
        yield from self.taken(found)

    def digest(self, made: SearchDocument) -> bytes:
        return blake2b(repr((made, self.abbreviations)).encode(), digest_size=16).digest()

    def prepare(self, uris: Sequence[str]) -> Iterator[Prepared]:
        self.prepared += uris
        return (prepare(self.documents[uri]) for uri in uris)

    def taken(
        self, changes: Iterable[tuple[str, bytes | None]]
    ) -> Iterator[tuple[str, bytes | None]]:
        for path, content in changes:
            if content is None:
                del self.files[path]
            else:
                self.files[path] = content
            yield path, content

    def update(self, run: Any = map) -> set[str]:
        return {path for path, _ in self.changes(run)}

    def is_right(self) -> bool:
        paths = set(index_paths(self.documents.values()))
        assert self.files.keys() == paths
        return self.files == build_index(self.documents.values(), self.abbreviations)


texts = st.lists(st.sampled_from(WORDS), max_size=6).map(" ".join)
places = st.integers(0, 60)
steps = st.one_of(
    st.tuples(st.just("add"), st.integers(100, 120), st.integers(0, 50)),
    st.tuples(st.just("newest"), st.integers(121, 140), st.integers(90, 120)),
    st.tuples(st.just("edit"), places, texts),
    st.tuples(st.just("title"), places, texts),
    st.tuples(st.just("delete"), places, st.none()),
    st.tuples(st.just("date"), places, st.integers(0, 50)),
    st.tuples(st.just("views"), places, st.integers(0, 9)),
    st.tuples(st.just("section"), places, st.sampled_from(["y-te", "an-ninh"])),
    st.tuples(st.just("abbreviation"), places, st.none()),
    st.tuples(st.just("page"), st.integers(141, 150), st.none()),
    st.tuples(st.just("date"), places, st.sampled_from([-20_000, 30, 31, 40_000])),
)


def apply(site: Site, step: tuple[str, int, Any]) -> None:
    kind, place, value = step
    if kind in ("add", "newest"):
        site.put(dated(document(place), value))
    elif kind == "page":
        site.put(document(place, date=None, quarter=""))
    elif kind == "abbreviation":
        site.abbreviations = () if site.abbreviations else (UBND,)
    elif site.documents:
        uri = list(site.documents)[place % len(site.documents)]
        old = site.documents.pop(uri)
        fields = {
            "edit": {"text": value},
            "title": {"title": value},
            "views": {"views": value},
            "section": {"section_slug": value, "section_title": f"Mục {value}"},
        }
        if kind == "date":
            site.put(dated(old, value))
        elif kind != "delete":
            site.put(replace(old, **fields[kind]))


@pytest.mark.thorough
@pytest.mark.usefixtures("small")
@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.integers(0, 38), st.lists(st.lists(steps, max_size=5), max_size=6))
def test_any_changes_give_the_files_of_an_index_made_anew(
    count: int, rounds: list[list[tuple[str, int, Any]]]
) -> None:
    site = Site.of(count)
    assert site.is_right()
    for round_of_steps in rounds:
        for step in round_of_steps:
            apply(site, step)
        site.update()
        assert site.is_right()
        assert len(site.prepared) == len(set(site.prepared)), "made anew without need"
        assert site.update() == set()


@pytest.mark.usefixtures("small")
def test_growing_and_shrinking_one_by_one_is_exact() -> None:
    site = Site.of(0)
    for number in range(38):
        site.put(document(number))
        site.update()
        assert site.prepared == [f"tin/{number}/"]
        assert site.is_right()
    for number in range(38):
        del site.documents[f"tin/{number * 7 % 38}/"]
        site.update()
        assert site.prepared == []
        assert site.is_right()
    kept = {key.partition("/")[0] for key in site.cache}
    assert kept == {"state", "common", "manifest.bin"}


def test_a_corrected_old_article_touches_what_has_its_words() -> None:
    site = Site.of(80)
    site.put(replace(document(5), text=document(5).text + "\nkhoai"))

    changed = site.update()
    assert site.prepared == ["tin/5/"]
    assert changed == {place(site, "tin/5/"), holder(site, "w", b"khoai ")}
    site.put(document(5))
    assert site.update() == changed
    assert site.is_right()


def place(site: Site, uri: str) -> str:
    """Where the file lies that shows a document."""
    numbered = NumberedDocuments.of(site.documents.values())
    uris = [document.uri for document in numbered.documents]
    return layout.path_of("d", numbered.numbers[uris.index(uri)])


def holder(site: Site, folder: str, text: bytes) -> str:
    [path] = [
        path for path, content in site.files.items()
        if path.startswith(f"{folder}/") and text in gzip.decompress(content)
    ]  # fmt: skip
    return path


def test_what_only_shows_or_counts_touches_that_only() -> None:
    site = Site.of(80)
    site.put(replace(document(5), views=900))
    assert site.update() == {"c/views.bin"}

    site.put(replace(document(79), views=900))
    assert site.update() == {"manifest.bin"}

    site.put(replace(document(5), views=900, section_slug="y-te", section_title="Y tế"))
    assert site.update() == {"c/section.bin", "manifest.bin", place(site, "tin/5/")}
    assert site.is_right()


def test_a_new_article_touches_the_head() -> None:
    site = Site.of(80)
    site.put(document(80))

    folders = sorted(path.partition("/")[0] for path in site.update())
    assert folders == ["d", *["h"] * HEAD_SHARDS, "manifest.bin"]
    assert site.prepared == ["tin/80/"]


def test_a_correction_of_the_newest_touches_few_shards_of_the_head() -> None:
    site = Site.of(80)
    site.put(replace(document(79), text=document(79).text + "\nkhoai"))

    assert site.update() == {place(site, "tin/79/"), holder(site, "h", b":khoai ")}


def of_own_words(number: int, **fields: Any) -> SearchDocument:
    """A document that shares no word with another; three in four days."""
    text = " ".join(f"riêng{number}x{place}" for place in range(20))
    fields = {"title": f"Bài{number}", "lead": "", "text": text} | fields
    return dated(document(number, **fields), number * 1.3)


def site_of_own_words(count: int) -> Site:
    site = Site({f"tin/{number}/": of_own_words(number) for number in range(count)})
    site.update()
    return site


def of_folder(changed: set[str], *folders: str) -> set[str]:
    return {path for path in changed if path.partition("/")[0] in folders}


SHARDS_OF_ONE = 60
"""A document of own words has a word and a pair for each, in a shard each at most."""


@pytest.mark.parametrize("gone", [0, 60, 140, 299])
def test_an_article_that_goes_touches_its_own_shards_and_those_of_few_others(gone: int) -> None:
    site = site_of_own_words(400)
    del site.documents[f"tin/{gone}/"]
    changed = site.update()

    assert 20 < len(of_folder(changed, "w", "p")) < 4 * SHARDS_OF_ONE < len(site.files) / 3
    assert len(of_folder(changed, "d")) <= 2 * layout.BLOCK
    assert not of_folder(changed, "h")
    assert site.prepared == []
    assert site.is_right()


def test_a_new_date_in_the_past_touches_few_shards() -> None:
    site = site_of_own_words(400)
    site.put(dated(of_own_words(60), 230))
    changed = site.update()

    assert 20 < len(of_folder(changed, "w", "p")) < 6 * SHARDS_OF_ONE
    assert not of_folder(changed, "h", "t")
    assert site.is_right()


def test_an_article_that_ends_the_head_seals_its_documents_alone() -> None:
    site = site_of_own_words(400)
    changed: set[str] = set()
    number = 400
    while not of_folder(changed, "w"):
        sealed = len(layout.Layout.of(NumberedDocuments.of(site.documents.values())).head_numbers)
        site.put(of_own_words(number))
        changed = site.update()
        number += 1

    assert 5 < sealed < layout.HEAD
    assert 20 * sealed < len(of_folder(changed, "w", "p")) < SHARDS_OF_ONE * sealed
    assert site.is_right()


def test_an_abbreviation_that_no_article_needs_touches_the_manifest() -> None:
    site = Site.of(70)
    site.abbreviations = (Abbreviation("KHKT", ("Khoa học kỹ thuật",)),)

    assert site.update() == {"manifest.bin"}
    assert len(site.prepared) == 70
    assert site.is_right()


def test_withdrawn_words_are_nowhere_kept() -> None:
    site = Site.of(70)
    site.put(document(3, uri="tin/mat/", text="chuyện bímật"))
    site.update()
    del site.documents["tin/mat/"]
    site.update()

    assert site.is_right()
    assert not any("tin/mat/" in key for key in site.cache)


def through_pickle(function: Callable[[T], R], tasks: Iterable[T]) -> list[R]:
    """As a pool of processes does it."""
    copy = pickle.loads(pickle.dumps(function))  # noqa: S301
    sent = [pickle.loads(pickle.dumps(task)) for task in tasks]  # noqa: S301
    return [pickle.loads(pickle.dumps(copy(task))) for task in sent]  # noqa: S301


@pytest.mark.usefixtures("small")
def test_tasks_can_be_sent_to_other_processes() -> None:
    site = Site.of(0)
    for number in range(37):
        site.put(document(number))
    site.update(through_pickle)

    assert site.is_right()


def edited(site: Site) -> None:
    site.put(replace(document(5), text="phường họp khoai lang. chợ quê"))
    site.put(replace(document(38), text="hợp dân"))
    del site.documents["tin/37/"]


def rotated(values: list[bytes]) -> list[bytes]:
    return values[1:] + values[:1]


DAMAGES: dict[str, Callable[[list[bytes]], list[bytes | None]]] = {
    "lost": lambda values: [None] * len(values),
    "empty": lambda values: [b""] * len(values),
    "cut short": lambda values: [value[:-5] for value in values],
    "other bytes": lambda values: [value[:30] + b"?" + value[31:] for value in values],
    "another's": rotated,
    "no JSON": lambda values: [digest_lines([]) for _ in values],
}


@pytest.mark.usefixtures("small")
@pytest.mark.parametrize("damage", DAMAGES)
@pytest.mark.parametrize(
    "folder", ["state", "words", "shown", "w", "p", "t", "common", "h", "c", "manifest.bin"]
)
def test_a_damaged_memory_gives_no_wrong_file(folder: str, damage: str) -> None:
    site = Site.of(39)
    keys = sorted(key for key in site.cache if key.partition("/")[0] == folder)
    assert keys
    damaged = DAMAGES[damage]([site.cache[key] for key in keys])
    for key, value in zip(keys, damaged, strict=True):
        if value is None:
            del site.cache[key]
        else:
            site.cache[key] = value
    edited(site)
    changed = site.update()

    paths = set(index_paths(site.documents.values()))
    if folder == "state" and damage != "another's":
        assert changed == paths
        site.files = {path: site.files[path] for path in paths}
    assert site.is_right()
    assert site.update() == set()


@pytest.mark.usefixtures("small")
@pytest.mark.parametrize("many", [0, 1, 7, 60])
def test_an_update_that_was_cut_short_is_made_up_for(many: int) -> None:
    site = Site.of(39)
    edited(site)
    for _ in zip(range(many), site.changes(), strict=False):
        pass
    site.update()

    site.files = {path: site.files[path] for path in index_paths(site.documents.values())}
    assert site.is_right()


@pytest.mark.usefixtures("small")
def test_memory_of_another_format_counts_as_empty(monkeypatch: pytest.MonkeyPatch) -> None:
    site = Site.of(39)
    monkeypatch.setattr("newsroom.search.format.layout.FORMAT", 99)

    assert site.update() == set(index_paths(site.documents.values()))
    assert len(site.prepared) == 39


def test_a_lost_state_needs_no_text_again() -> None:
    site = Site.of(40)
    del site.cache["state"]

    assert site.update() == set(index_paths(site.documents.values()))
    assert site.prepared == []


def test_the_manifest_counts_the_documents_of_the_update() -> None:
    site = Site.of(3)
    site.put(document(3))
    site.update()

    assert json.loads(gzip.decompress(site.files["manifest.bin"]))["documents"] == 4
