"""The index: the same bytes for the same articles, few files for a new one, nothing hidden."""

import gzip
import json
import random
import struct
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from newsroom.search.abbreviations import Abbreviation
from newsroom.search.contraction import Contraction
from newsroom.search.document import IN_TITLE, OFTEN, TITLE, document_terms
from newsroom.search.index import SearchDocument, build_index
from newsroom.search.layout import BLOCK, HEAD_SHARDS, Layout
from newsroom.search.shard import encode_shard, strongest, varint
from newsroom.text.dates import VIETNAM

UBND = Abbreviation("UBND", ("Ủy ban nhân dân",))
WORDS = [
    "phường", "họp", "dân", "đường", "hòa", "giải", "quỹ", "vì", "người", "nghèo", "tổ", "phố",
    "chợ", "trường", "sạch", "đẹp",
]  # fmt: skip


def document(number: int, **fields: Any) -> SearchDocument:
    chance = random.Random(number)  # noqa: S311
    text = ". ".join(" ".join(chance.choices(WORDS, k=8)) for _ in range(5))
    date = datetime(2023, 1, 1, 8, tzinfo=VIETNAM) + timedelta(days=number)
    made = SearchDocument(
        f"tin/{number}/", date, "thong-bao", "Thông báo", "", "",
        f"{date.year}-Q{(date.month + 2) // 3}", number, f"Bài {number}", text[:30], text,
    )  # fmt: skip
    return replace(made, **fields)


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
    assert manifest["sealed"] == count // BLOCK * BLOCK
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
    assert "d/0/5.bin" in changed


def test_words_of_an_article_that_was_withdrawn_are_in_no_file() -> None:
    secret = document(3, title="Tuyệt mật", text="chuyện bímật không ai đọc")
    with_it = build_index([document(n) for n in range(70)] + [secret], [])
    without = build_index([document(n) for n in range(70)], [])

    assert any(b"bimat" in gzip.decompress(content) for content in with_it.values())
    assert not any(b"bimat" in gzip.decompress(content) for content in without.values())


def test_terms_tell_title_and_body_apart_and_stop_at_punctuation() -> None:
    made = document(
        0, title="Hòa giải", lead="", text="Phường họp. Dân họp, dân họp." + " Xa." * 400
    )
    terms = document_terms(made, Contraction.of([]))
    words = {line[:-1]: int(line[-1]) for part in terms.words for line in part.split("\n") if line}
    pairs = {line[:-1]: int(line[-1]) for part in terms.pairs for line in part.split("\n") if line}

    assert words["hoa:`"] == words["giai:?"] == TITLE
    assert words["hop:."] > words["phuong:phương`"]
    assert pairs == {"hoa giai": IN_TITLE, "phuong hop": 0, "dan hop": OFTEN}


def test_a_capped_list_keeps_titles_then_the_strongest_then_the_newest() -> None:
    postings = [n * 4 + strength for n, strength in enumerate([0, 3, 1, 0, 2, 3, 0])]

    assert [posting // 4 for posting in strongest(postings, 3)] == [1, 4, 5]
    assert [posting // 4 for posting in strongest(postings, 1)] == [1, 5]
    assert [posting // 4 for posting in strongest(postings, 5)] == [1, 2, 4, 5, 6]
    content = gzip.decompress(encode_shard(b"abcd", {"x y": postings}, cap=3))
    assert content[8:10] == bytes([3 * 2 + 1, 7])


@given(st.lists(st.integers(0, 4 * 60_000 + 3), unique_by=lambda posting: posting // 4))
@example([4, 4 + 127])
@example([4, 4 + 128])
def test_postings_are_read_back(postings: list[int]) -> None:
    postings.sort()
    data = gzip.decompress(encode_shard(b"abcd", {"x y": postings}))

    assert data[:9] == b"abcd\x03x y" + data[8:9]
    assert _read(data[8:]) == postings


def _read(data: bytes) -> list[int]:
    numbers, value, shift = [], 0, 0
    for byte in data:
        value |= (byte & 127) << shift
        shift += 7
        if byte < 128:
            numbers.append(value)
            value = shift = 0
    postings, last = [], 0
    for difference in numbers[1:]:
        postings.append(last + difference)
        last = postings[-1] & ~3
    assert numbers[0] == 2 * len(postings)
    return postings


@pytest.mark.parametrize("value", [0, 127, 128, 300, 1 << 20])
def test_a_varint_takes_seven_bits_a_byte(value: int) -> None:
    out = varint(value)

    assert len(out) == max(1, (value.bit_length() + 6) // 7)
    assert struct.unpack("B", out[:1])[0] & 127 == value & 127


def test_the_numbering_of_a_block_is_checked_by_its_addresses() -> None:
    layout = Layout.of([document(n) for n in range(70)])
    other = Layout.of([document(n) for n in range(1, 71)])

    checks = layout.checks_by_number
    assert checks[0] == checks[31] != checks[32]
    assert checks[0] != other.checks_by_number[0]
    assert layout.sealed_epoch != other.sealed_epoch
    assert len(layout.checks) == 4 * (2 + 6)
