"""Python and JavaScript read a text alike: tokens.json, the corners of Unicode, and chance."""

import json
import unicodedata
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from search_site import HERE

from newsroom.search.words.contraction import Contraction
from newsroom.search.words.hashing import shard_hash
from newsroom.text.abbreviations import Abbreviation
from newsroom.text.syllables import phrases

GOLDEN = json.loads((HERE / "tokens.json").read_text(encoding="utf-8"))
LETTERS = "aàáảãạăằâấeêếiìoòôồơờuùưừyýđĐbcdghklmnpqrstvxfjzwATPQ"
SIGNS = "0123456789 \n.,;:-–/&'’“”()+_%…!?"
ALPHABET = LETTERS + SIGNS + "\u0300\u0301\u0302\u0309\u0323"
CONTRACTION = Contraction.of([
    Abbreviation("UBND", ("Ủy ban nhân dân",)),
    Abbreviation("MTTQ", ("Mặt trận Tổ quốc",)),
    Abbreviation("UBMTTQ", ("Ủy ban Mặt trận Tổ quốc", "Ủy ban MTTQ")),
])  # fmt: skip


def tokens(text: str) -> list[list[list[str]]]:
    return [[list(token) for token in phrase] for phrase in phrases(text)]


@pytest.mark.parametrize("case", GOLDEN, ids=lambda case: repr(case["text"]))
def test_python_reads_the_golden_file(case: dict[str, Any]) -> None:
    assert tokens(case["text"]) == case["phrases"]
    assert tokens(unicodedata.normalize("NFD", case["text"])) == case["phrases"]


@pytest.mark.parametrize("case", GOLDEN, ids=lambda case: repr(case["text"]))
def test_javascript_reads_the_golden_file(node: Any, case: dict[str, Any]) -> None:
    assert node("tokens", text=case["text"]) == case["phrases"]
    assert node("tokens", text=unicodedata.normalize("NFD", case["text"])) == case["phrases"]


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(ALPHABET, max_size=40))
def test_any_text_is_read_alike(node: Any, text: str) -> None:
    assert node("tokens", text=text) == tokens(text)


@pytest.mark.parametrize("key", ["", "a", "sai", "duongđ", "ubnd", "日本"])
def test_a_key_has_the_same_shard_in_both(node: Any, key: str) -> None:
    assert node("hash", key=key) == shard_hash(key)


@pytest.mark.parametrize(
    ("query", "folds"),
    [
        ("Ủy ban nhân dân phường", ["ubnd", "phuong"]),
        ("uy ban mat tran to quoc", ["ubmttq"]),
        ("uy ban mttq", ["ubmttq"]),
        ("mat tran to quoc viet nam", ["mttq", "viet", "nam"]),
        ("quý III", ["quy", "3"]),
        ("quy vi nguoi ngheo", ["quy", "vi", "nguoi", "ngheo"]),
    ],
)
def test_a_query_is_contracted(node: Any, query: str, folds: list[str]) -> None:
    (contracted,) = node("contract", text=query, table=CONTRACTION.table)

    assert contracted == folds


@pytest.mark.parametrize("full", CONTRACTION.table)
def test_the_index_holds_what_a_query_is_contracted_to(node: Any, full: str) -> None:
    (phrase,) = phrases(full)
    (asked,) = node("contract", text=full, table=CONTRACTION.table)

    held = {extra.token.fold for extra in CONTRACTION.extras([token.fold for token in phrase])}
    assert set(asked) <= held
