"""The index built from scratch."""

import gzip
import json
import random
from dataclasses import replace

import pytest
from search_documents import document

from newsroom.search.format.document_numbers import NumberedDocuments
from newsroom.search.format.layout import HEAD, HEAD_SHARDS, path_of
from newsroom.search.update.indexing import build_index
from newsroom.text.abbreviations import Abbreviation

UBND = Abbreviation("UBND", ("Ủy ban nhân dân",))


def test_the_index_is_the_same_for_the_same_articles_in_any_order() -> None:
    documents = [document(n) for n in range(70)]
    mixed = random.Random(3).sample(documents, 70)  # noqa: S311

    assert build_index(documents, [UBND]) == build_index(mixed, [UBND])


def test_files_carry_no_time_and_are_gzip() -> None:
    for name, content in build_index([document(n) for n in range(40)], []).items():
        assert name.endswith(".bin")
        assert content[:10] == b"\x1f\x8b\x08\0\0\0\0\0\x02\xff"
        gzip.decompress(content)


@pytest.mark.parametrize("count", [0, 1, 31, 32, 33])
def test_any_number_of_articles_has_an_index(count: int) -> None:
    files = build_index([document(n) for n in range(count)], [])
    manifest = json.loads(gzip.decompress(files["manifest.bin"]))

    assert manifest["documents"] == count
    assert manifest["sealed"] == max(0, manifest["size"] - 1) // HEAD * HEAD
    shown = [name for name in files if name.startswith("d/")]
    assert len(shown) == count


def test_a_new_article_rewrites_the_head_only() -> None:
    before = build_index([document(n) for n in range(80)], [UBND])
    after = build_index([document(n) for n in range(81)], [UBND])

    changed = {name for name, content in after.items() if before.get(name) != content}
    assert {name.partition("/")[0] for name in changed} == {"h", "d", "manifest.bin"}
    assert len(changed) <= HEAD_SHARDS + 2
    assert not before.keys() - after.keys()


def test_a_corrected_article_rewrites_only_what_has_its_words() -> None:
    documents = [document(n) for n in range(80)]
    before = build_index(documents, [])
    documents[5] = replace(documents[5], text=documents[5].text.replace("chợ", "siêu"))
    after = build_index(documents, [])

    changed = [name for name, content in after.items() if before[name] != content]
    assert 0 < len(changed) < len(after) / 3
    numbers = NumberedDocuments.of(documents).numbers
    assert path_of("d", numbers[5]) in changed


def test_words_of_an_article_that_was_withdrawn_are_in_no_file() -> None:
    secret = document(3, title="Tuyệt mật", text="chuyện bímật không ai đọc")
    with_it = build_index([document(n) for n in range(70)] + [secret], [])
    without = build_index([document(n) for n in range(70)], [])

    assert any(b"bimat" in gzip.decompress(content) for content in with_it.values())
    assert not any(b"bimat" in gzip.decompress(content) for content in without.values())
