"""The sealed segment made by arrays: the shards of the plain definition, which patches use."""

import pickle
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from search_documents import document

from newsroom.search.format import sealed_segment
from newsroom.search.format.dictionary import DocumentFrequencies, document_frequencies
from newsroom.search.format.sealed_segment import PAIRS, WORDS, ShardFile, Shards
from newsroom.search.update import inversion
from newsroom.search.update.forward_index import prepare
from newsroom.search.update.indexing import update_index
from newsroom.search.update.inversion import inverted
from newsroom.search.update.posting_lists import Lists, NumberedWords, posting_lists_of
from newsroom.search.words.contraction import Contraction
from newsroom.search.words.documents import ListedDocument
from newsroom.text.abbreviations import Abbreviation

SHARDS = Shards(WORDS, 16, b"word"), Shards(PAIRS, 64, b"pair")
CONTRACTION = Contraction.of([
    Abbreviation("UBND", ("Ủy ban nhân dân", "ủy ban")),
    Abbreviation("ĐB", ("đại biểu",)),
    Abbreviation("MTTQ", ("Mặt trận Tổ quốc",)),
])  # fmt: skip
WORDS_AND_MARKS = [
    "ủy ban nhân dân", "Uỷ ban", "đại biểu", "mặt trận Tổ quốc", "UBND", "quý", "II", "phường",
    "hòa", "hoà", "họp", "Covid-19", "05/09", "2.000", ".", ",", "\n", "“", "TP.", "&", "_", "한국",
]  # fmt: skip

texts = st.one_of(
    st.lists(st.sampled_from(WORDS_AND_MARKS), max_size=40).map(" ".join), st.text(max_size=20)
)
documents = st.builds(
    lambda title, lead, text, keywords: prepare(
        document(0, title=title, lead=lead, text=lead * (len(text) % 2) + text, keywords=keywords)
    ).words,
    texts, texts, texts, st.lists(texts, max_size=2).map(tuple),
)  # fmt: skip
places = st.sampled_from([300, 5_000, 200_000, 2**30]).flatmap(lambda end: st.integers(0, end - 1))
"""Numbers whose differences take one, two, three and five bytes."""
numbered = st.lists(
    st.tuples(places, documents),
    min_size=1, max_size=12, unique_by=lambda pair: pair[0],
).map(sorted)  # fmt: skip


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """Chunks, slices and lists that a few documents fill."""
    monkeypatch.setattr(inversion, "CHUNK", 3)
    monkeypatch.setattr(inversion, "SLICES", 4)
    monkeypatch.setattr(sealed_segment, "WORD_CAP", 4)
    monkeypatch.setattr(sealed_segment, "PAIR_CAP", 2)


def plainly(own: Iterable[NumberedWords]) -> tuple[list[ShardFile], DocumentFrequencies]:
    both = posting_lists_of(own, CONTRACTION)
    files = []
    for shards, lists in zip(SHARDS, both, strict=True):
        by_number: dict[int, Lists] = defaultdict(dict)
        for name, postings in lists.items():
            by_number[shards.number(name)][name] = postings
        files += [shards.encoded(number, by_number[number]) for number in range(shards.count)]
    return files, document_frequencies(both[0])


def at_once(
    own: Iterable[NumberedWords], run: Any = map
) -> tuple[list[ShardFile], DocumentFrequencies]:
    files: list[ShardFile] = []
    frequencies: DocumentFrequencies = {}
    for merged in inverted(own, CONTRACTION, SHARDS, run):
        files += merged.shards
        frequencies |= merged.frequencies
    return files, frequencies


def by_path(file: ShardFile) -> str:
    return file.path


def assert_same(own: list[NumberedWords], run: Any = map) -> None:
    files, frequencies = plainly(own)
    others, their_frequencies = at_once(own, run)

    for one, other in zip(sorted(files, key=by_path), sorted(others, key=by_path), strict=True):
        assert (one.path, one.content) == (other.path, other.content)
    assert frequencies == their_frequencies


@pytest.mark.thorough
@pytest.mark.usefixtures("small")
@settings(
    max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(numbered)
def test_arrays_give_the_shards_of_the_plain_definition(own: list[NumberedWords]) -> None:
    assert_same(own)


@pytest.mark.usefixtures("small")
def test_parts_of_one_list_in_several_chunks_are_one_list() -> None:
    words = prepare(document(1, title="Quý II", lead="", text="Ủy ban nhân dân phường họp")).words
    assert_same([(number * 40, words) for number in range(10)])


def test_how_strong_a_word_is_goes_by_the_length_of_its_body() -> None:
    title = "Phường họp " + "dài " * 300
    texts = ["chợ quê " * count + "xa xôi " * length for count in (1, 2, 4) for length in (0, 200)]
    made = [document(1, title=title, lead="", text=text) for text in texts]
    assert_same([(number, prepare(one).words) for number, one in enumerate(made)])


@pytest.mark.usefixtures("small")
def test_documents_without_words_are_in_no_list() -> None:
    blank = prepare(document(1, title="", lead="", text="")).words
    assert_same([(0, blank)])
    assert_same([(number, blank) for number in range(4)] + [(9, prepare(document(9)).words)])


def test_an_edit_does_not_wait_for_numpy(tmp_path: Path) -> None:
    """It takes a tenth of a second to load."""
    cache: dict[str, bytes] = {}
    made = [document(number) for number in range(60)]
    entries = [ListedDocument.of(one, b"1") for one in made]
    list(update_index(entries, lambda _: map(prepare, made), CONTRACTION, cache))
    edited = document(5, text="Phường họp khoai lang")
    entries[5] = ListedDocument.of(edited, b"2")
    (tmp_path / "edit").write_bytes(pickle.dumps((entries, edited, CONTRACTION, cache)))
    program = (
        "import pathlib, pickle, sys\n"
        "from newsroom.search.update.forward_index import prepare\n"
        "from newsroom.search.update.indexing import update_index\n"
        "entries, edited, *rest = pickle.loads(pathlib.Path('edit').read_bytes())\n"
        "changes = list(update_index(entries, lambda _: [prepare(edited)], *rest))\n"
        "print(len(changes), 'numpy' in sys.modules)"
    )
    out = subprocess.check_output([sys.executable, "-c", program], cwd=tmp_path, text=True)

    changed, is_loaded = out.split()
    assert (int(changed) > 2, is_loaded) == (True, "False")
